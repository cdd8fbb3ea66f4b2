/** What starting the command costs over an empty module: whole processes, in turn. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { WORKBENCH_SCRIPTS } from '../src/server/generated/workbench-scripts.ts'
import { tell } from './harness.ts'

const ROUNDS = 21
const root = join(import.meta.dirname, '..')
const command = join(root, 'dist/bin/candor.js')

/** How long the process takes from start to end. */
function milliseconds(words: readonly string[]): number {
  const start = performance.now()
  spawnSync(process.execPath, words, { cwd: root, stdio: 'ignore' })
  return performance.now() - start
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN

export async function bench(): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'candor-start-'))
  const empty = join(folder, 'empty.mjs')
  writeFileSync(empty, '')
  const over = (words: readonly string[]) => milliseconds(words) - milliseconds([empty])
  const rounds = Array.from({ length: ROUNDS }, () => ({
    version: over([command, '--version']),
    check: over([command, 'check', 'examples/quality-unit/candor.yaml']),
  }))
  rmSync(folder, { recursive: true, force: true })
  const version = median(rounds.map(round => round.version))
  const check = median(rounds.map(round => round.check))
  const bytes = Math.max(...Object.values(WORKBENCH_SCRIPTS).map(script => gzipSync(script, { level: 9 }).length))
  return [
    tell('candor --version over an empty module', `${version.toFixed(1)} ms, wanted at most 8`, version <= 8),
    tell('candor check of the example over an empty module', `${check.toFixed(1)} ms, wanted at most 60`, check <= 60),
    tell('the workbench, gzip', `${(bytes / 1024).toFixed(1)} KB, wanted at most 30`, bytes <= 30 * 1024),
  ].every(met => met)
}
