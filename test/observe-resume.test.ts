import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, expect, test } from 'vitest'
import { type RunningSite, startAskingSite } from './support/asking-site.ts'

const script = join(import.meta.dirname, 'support/observe-and-tell.ts')

let site: RunningSite
let folder: string
const running = new Set<ChildProcess>()

afterEach(async () => {
  for (const child of running) child.kill('SIGKILL')
  await site.close()
  rmSync(folder, { recursive: true, force: true })
})

/** The pages it says it has done, up to its end or to so many: then it is killed on the spot. */
async function observe(killAfter: number): Promise<readonly string[]> {
  const child = spawn(process.execPath, ['--import', 'tsx', script, site.url, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  running.add(child)
  const done: string[] = []
  const closed = once(child, 'close')
  for await (const line of createInterface({ input: child.stdout })) {
    done.push(line)
    if (done.length === killAfter) child.kill('SIGKILL')
  }
  await closed
  running.delete(child)
  return done
}

test('a look killed without warning, twice, goes on until all is seen, and does nothing twice', async () => {
  site = await startAskingSite({ pages: ['/', '/a', '/b'] })
  folder = mkdtempSync(join(tmpdir(), 'candor-resume-'))
  const first = await observe(2)
  // As if the machine had stopped in the middle of a line.
  appendFileSync(join(folder, 'observe.ndjson'), '{"kind":"page","engine":"chro')
  const second = await observe(3)
  const third = await observe(Number.POSITIVE_INFINITY)
  const all = ['/', '/a', '/b', '/']
  expect([...first, ...second, ...third]).toEqual([
    ...all.map(path => `before ${path}`),
    ...all.map(path => `accepted ${path}`),
  ])
  expect(third.length).toBeGreaterThan(0)
})
