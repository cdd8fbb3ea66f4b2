import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
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

/** What is told of the file: all of it, and one after another. */
function watching(file: string) {
  const told: PolicyChange[] = []
  void watchPolicy(file, change => told.push(change), stop.signal)
  let heard = 0
  return {
    told,
    next: async () => {
      await eventually(() => expect(told.length).toBeGreaterThan(heard))
      return told[heard++]
    },
  }
}

test('every change is told: a good one, a bad one, a file put in its place as editors do, its going and coming', async () => {
  const file = join(folder, 'candor.yaml')
  writeFileSync(file, example)
  const { next } = watching(file)
  expect((await next())?.ok).toBe(true)

  writeFileSync(file, 'site: [')
  expect(await next()).toMatchObject({ ok: false, issues: expect.any(Array) })

  writeFileSync(join(folder, 'beside'), example)
  renameSync(join(folder, 'beside'), file)
  const loaded = await loadPolicy(file)
  expect(await next()).toEqual(loaded)
  expect(loaded.ok).toBe(true)

  unlinkSync(file)
  expect(await next()).toMatchObject({ ok: false, unreadable: { code: 'ENOENT' } })

  writeFileSync(file, example)
  expect((await next())?.ok).toBe(true)
})

test('so is one by a link that leads elsewhere: how releases and settings are rolled out', async () => {
  for (const [name, text] of [
    ['one', example],
    ['two', 'site: ['],
  ] as const) {
    mkdirSync(join(folder, name))
    writeFileSync(join(folder, name, 'candor.yaml'), text)
  }
  symlinkSync('one', join(folder, 'current'))
  symlinkSync('current/candor.yaml', join(folder, 'candor.yaml'))
  const { next } = watching(join(folder, 'candor.yaml'))
  expect((await next())?.ok).toBe(true)
  symlinkSync('two', join(folder, 'beside'))
  renameSync(join(folder, 'beside'), join(folder, 'current'))
  expect((await next())?.ok).toBe(false)
})

test('what lies beside it is nobody’s business', async () => {
  const file = join(folder, 'candor.yaml')
  writeFileSync(file, example)
  const { told, next } = watching(file)
  await next()
  writeFileSync(join(folder, 'other.yaml'), 'x')
  await new Promise(done => setTimeout(done, 600))
  expect(told.length).toBe(1)
})
