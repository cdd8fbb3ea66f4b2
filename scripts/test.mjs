// @ts-check
/** `npm test`: sets everything up, then types, style and every test. Arguments after `--` go to vitest. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build, install, root, run } from './setup.mjs'

install()
const { prepareBrowsers } = await import('./browsers.mjs')
prepareBrowsers()
build()

const words = process.argv.slice(2)
if (words.length === 0) {
  run('npx', ['tsc'])
  run('npx', ['biome', 'check', '--error-on-warnings'])
}

const folder = mkdtempSync(join(tmpdir(), 'candor-test-'))
const summary = join(folder, 'summary.json')
const vitest = join(root, 'node_modules/vitest/vitest.mjs')
const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${summary}`]
const { status } = spawnSync(process.execPath, [vitest, 'run', ...reporters, ...words], { cwd: root, stdio: 'inherit' })
try {
  const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(summary, 'utf8'))
  console.log(`${numPassedTests} passed, ${numFailedTests} failed, ${numPendingTests} skipped`)
} catch {
  console.error('The tests did not run to their end.')
}
rmSync(folder, { recursive: true, force: true })
process.exitCode = status ?? 1
