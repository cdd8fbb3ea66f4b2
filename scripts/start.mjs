// @ts-check
/** `npm start`: serves the example policy and the example shop. Arguments after `--` go to `candor serve`. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { build, install, root } from './setup.mjs'

install()
build()
const shop = spawn(process.execPath, ['--import', 'tsx', join(root, 'examples/shop/serve.ts')], {
  cwd: root,
  stdio: ['ignore', 'ignore', 'inherit'],
})
// It ends with us, and does not keep us from ending.
shop.unref()
process.on('exit', () => shop.kill())
// npm hands a signal to the shell it runs us in, which dies of it and tells nobody.
const shell = process.ppid
if (process.env['npm_lifecycle_event'] !== undefined)
  setInterval(() => process.ppid === shell || process.kill(process.pid, 'SIGTERM'), 250).unref()
process.argv.splice(2, 0, 'serve', join(root, 'examples/quality-unit/candor.yaml'))
if (!process.argv.some(word => word === '--port' || word.startsWith('--port='))) process.argv.push('--port', '4600')
await import('../dist/bin/candor.js')
