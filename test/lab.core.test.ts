import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { differencesOf, type LabAgent, ranAgents, runLab } from '../src/lab/index.ts'

/** A first and a third party, by header and by script, the traps that hurt most, and a few jars. */
const ONLY = [
  'page.',
  'page-script.',
  'third-frame.',
  'third-frame-script.',
  'ages.',
  'samesite.',
  'prefixes.',
  'bytes.',
  'jar.http-over',
  'jar.script-',
  'jar.many-200',
]

/** Where the browsers put their profiles during these tests, and nobody else anything. */
let folder = ''
const usual = process.env['TMPDIR']
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'candor-lab-test-'))
  process.env['TMPDIR'] = folder
})
afterAll(() => {
  if (usual === undefined) delete process.env['TMPDIR']
  else process.env['TMPDIR'] = usual
  rmSync(folder, { recursive: true, force: true })
})

describe.each<LabAgent>(['chrome', 'firefox', 'webkitgtk'])('%s', agent => {
  test('does with cookies what the judge says', async ({ skip }) => {
    const stop = new AbortController().signal
    const run = await runLab({ agents: [agent], only: ONLY, env: process.env, stop })
    const [only] = run.agents
    if (only?.state === 'skipped' && only.why.code === 'missing') skip(`not found: ${only.why.programs.join(', ')}`)

    const [ran] = ranAgents(run)
    expect(ran, JSON.stringify(only)).toBeDefined()
    expect(ran?.comparisons.length).toBeGreaterThan(250)
    expect(differencesOf(run).map(({ asked, field, seen, judged }) => ({ id: asked.id, field, seen, judged }))).toEqual(
      [],
    )
    expect(ran?.strangers).toEqual([])
    expect(readdirSync(folder)).toEqual([])
  })
})

test('an interrupted run ends its browser', async ({ skip }) => {
  const stop = new AbortController()
  // A browser is there as soon as its profile is.
  const looking = setInterval(() => {
    if (readdirSync(folder).length > 0) stop.abort(new Error('interrupted'))
  }, 50)
  const run = runLab({ agents: ['firefox', 'chrome'], env: process.env, stop: stop.signal, atOnce: 1 })
  const ended = await run.then(
    ({ agents }) => agents,
    error => error,
  )
  clearInterval(looking)
  if (Array.isArray(ended) && ended.every(({ state }) => state === 'skipped')) skip('no browser found')
  expect(ended).toEqual(new Error('interrupted'))
  expect(readdirSync(folder)).toEqual([])
})
