// @ts-check
/** `npm start`: serves the example. Arguments after `--` go to `candor serve`. */
import { join } from 'node:path'
import { build, install, root } from './setup.mjs'

install()
build()
process.argv.splice(2, 0, 'serve', join(root, 'examples/quality-unit/candor.yaml'))
if (!process.argv.some(word => word === '--port' || word.startsWith('--port='))) process.argv.push('--port', '4600')
await import('../dist/bin/candor.js')
