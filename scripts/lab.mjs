// @ts-check
/** `npm run lab`: the whole lab in the browsers that are on this machine. Arguments after `--` go to `candor lab`. */
import { build, install } from './setup.mjs'

install()
build()
process.argv.splice(2, 0, 'lab')
await import('../dist/bin/candor.js')
