// @ts-check
/** `npm run bench [NAME ...]`: ratios against a peer or a bare loop, measured in the same run. */
import { join } from 'node:path'
import { build, install, root, run } from './setup.mjs'

install()
build()
run(process.execPath, ['--import', 'tsx', join(root, 'bench/main.ts'), ...process.argv.slice(2)])
