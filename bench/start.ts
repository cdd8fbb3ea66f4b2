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
  const module = join(folder, 'empty.mjs')
  writeFileSync(module, '')
  const rounds = Array.from({ length: ROUNDS }, () => {
    const empty = milliseconds([module])
    const over = (words: readonly string[]) => milliseconds([command, ...words]) - empty
    return { empty, version: over(['--version']), check: over(['check', 'examples/quality-unit/candor.yaml']) }
  })
  rmSync(folder, { recursive: true, force: true })
  const here = median(rounds.map(round => round.empty))
  const tellStart = (what: string, times: readonly number[], mark: number): boolean => {
    const [time, ratio] = [median(times), median(times.map((over, round) => over / (rounds[round]?.empty ?? here)))]
    const told = `${time.toFixed(1)} ms, wanted at most ${mark}; ${ratio.toFixed(2)} times the ${here.toFixed(0)} ms of one`
    return tell(what, told, time <= mark)
  }
  const bytes = Math.max(...Object.values(WORKBENCH_SCRIPTS).map(script => gzipSync(script, { level: 9 }).length))
  return [
    tellStart(
      'candor --version over an empty module',
      rounds.map(({ version }) => version),
      8,
    ),
    tellStart(
      'candor check of the example over an empty module',
      rounds.map(({ check }) => check),
      60,
    ),
    tell('the workbench, gzip', `${(bytes / 1024).toFixed(1)} KB, wanted at most 30`, bytes <= 30 * 1024),
  ].every(met => met)
}
