import { mkdtempSync, readFileSync, renameSync, rmSync, unlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { eventually } from '../../test/support/eventually.ts'
import { loadPolicy, type PolicyChange, watchPolicy } from './policy-file.ts'

const example = readFileSync(resolve(import.meta.dirname, '../../examples/quality-unit-mended/candor.yaml'), 'utf8')
let folder = ''
let stop = new AbortController()

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'candor-policy-'))
  stop = new AbortController()
})
afterEach(() => {
  stop.abort()
  rmSync(folder, { recursive: true, force: true })
})

test('every change is told: a good one, a bad one, a file put in its place as editors do, its going and coming', async () => {
  const file = join(folder, 'candor.yaml')
  writeFileSync(file, example)
  const changes: PolicyChange[] = []
  watchPolicy(file, change => changes.push(change), stop.signal)
  const next = (count: number) => eventually(() => expect(changes.length).toBeGreaterThanOrEqual(count))

  writeFileSync(file, 'site: [')
  await next(1)
  expect(changes.at(-1)).toMatchObject({ ok: false, issues: expect.any(Array) })

  writeFileSync(join(folder, 'beside'), example)
  renameSync(join(folder, 'beside'), file)
  await next(2)
  const loaded = await loadPolicy(file)
  expect(changes.at(-1)).toEqual(loaded)
  expect(loaded.ok).toBe(true)

  unlinkSync(file)
  await next(3)
  expect(changes.at(-1)).toMatchObject({ ok: false, unreadable: { code: 'ENOENT' } })

  writeFileSync(file, example)
  await next(4)
  expect(changes.at(-1)?.ok).toBe(true)
})

test('what lies beside it is nobody’s business', async () => {
  const file = join(folder, 'candor.yaml')
  writeFileSync(file, example)
  const changes: PolicyChange[] = []
  watchPolicy(file, change => changes.push(change), stop.signal)
  writeFileSync(join(folder, 'other.yaml'), 'x')
  await new Promise(done => setTimeout(done, 300))
  expect(changes).toEqual([])
})
