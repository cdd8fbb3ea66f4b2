import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runVerb } from '../../test/support/run-verb.ts'
import { verb } from './check.ts'
import { WrongUse } from './verb.ts'

const example = resolve(import.meta.dirname, '../../examples/quality-unit-mended/candor.yaml')
const SOUND = `candor: 1
site:
  name: Shop
  url: https://shop.example/
  languages: [en]
  controller: { email: a@shop.example }
access: nonident
disputes: [{ type: service, service: https://shop.example/complaints, remedies: correct }]
practices:
  log:
    data: [dynamic.clickstream]
    purposes: [current, admin]
    recipients: [ours]
    retention: { rule: stated-purpose, period: 30 days }
    basis: legitimate-interests
`
const WARNED = SOUND.replace('controller: { email: a@shop.example }', 'controller: {}')

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'candor-check-'))
  writeFileSync(join(folder, 'candor.yaml'), SOUND)
  writeFileSync(join(folder, 'broken.yaml'), 'candor: 1\nacces: all\n')
  writeFileSync(join(folder, 'large.yaml'), '#'.repeat(2_000_000))
})
afterAll(() => rmSync(folder, { recursive: true }))

interface Checked {
  readonly issues: readonly {
    readonly code: string
    readonly severity: string
    readonly text: string
    readonly file: string
    readonly line: number
    readonly column: number
    readonly path: readonly (string | number)[]
  }[]
  readonly policy: { readonly hash: string } | null
}

async function checked(words: readonly string[], given: Parameters<typeof runVerb>[2] = {}) {
  const { out, code } = await runVerb(verb, words, { cwd: folder, ...given, values: { json: true, ...given.values } })
  return { code, said: JSON.parse(out) as Checked }
}

describe('for a program', () => {
  test('a sound declaration has a policy, found by its usual name', async () => {
    const { code, said } = await checked([])
    expect(said).toEqual({ issues: [], policy: { hash: expect.stringMatching(/^sha256:[0-9a-f]{64}$/) } })
    expect(code).toBe(0)
  })

  test('every problem has code, severity, text, file, line, column and path; there is no policy', async () => {
    const { code, said } = await checked(['broken.yaml'])
    expect(said.policy).toBeNull()
    expect(said.issues[2]).toEqual({
      code: 'key-unknown',
      severity: 'error',
      text: 'There is no key "acces" here. Did you mean "access"?',
      file: 'broken.yaml',
      line: 2,
      column: 1,
      path: ['acces'],
    })
    expect(code).toBe(1)
  })

  test('lints have their lines too', async () => {
    const { said } = await checked(['-'], { input: WARNED.replace('    basis: legitimate-interests\n', '') })
    expect(said.issues.map(({ code, file, line }) => `${file}:${line} ${code}`)).toEqual(['-:6 contact-missing'])
    const { said: lint } = await checked(['-'], { input: SOUND.replace(', period: 30 days', '') })
    expect(lint.issues).toMatchObject([{ code: 'retention-unpublished', line: 14 }])
  })

  test('the texts are in the language asked for', async () => {
    const { said } = await checked(['broken.yaml'], { language: 'bg' })
    expect(said.issues.every(({ text }) => /[а-я]/.test(text))).toBe(true)
  })

  test('a file of 2 MB is refused', async () => {
    const { code, said } = await checked(['large.yaml'])
    expect(said.issues).toMatchObject([{ code: 'file-too-large', line: 1, column: 1 }])
    expect(code).toBe(1)
  })
})

describe('the exit code', () => {
  test.each([
    [SOUND, 'note', 0],
    [WARNED, 'error', 0],
    [WARNED, 'warning', 1],
    ['candor: 1', 'error', 1],
    ['candor: 1', 'never', 0],
  ])('%#: --fail-on %s', async (input, level, expected) => {
    const { code } = await runVerb(verb, ['-'], { input, values: { 'fail-on': level } })
    expect(code).toBe(expected)
  })

  test.each([
    [['nowhere.yaml'], {}],
    [['.'], {}],
    [['a.yaml', 'b.yaml'], {}],
    [['-'], { watch: true }],
    [[], { 'fail-on': 'sometimes' }],
  ])('%j %j is wrong use', async (words, values) => {
    await expect(runVerb(verb, words, { cwd: folder, values })).rejects.toThrow(WrongUse)
  })

  test('no declaration anywhere near is wrong use', async () => {
    await expect(runVerb(verb, [], { cwd: import.meta.dirname })).rejects.toThrow(/candor\.yaml/)
  })
})

test('a person is told what it came to', async () => {
  const { out } = await runVerb(verb, [example])
  expect(out).toMatch(/The policy is sha256:[0-9a-f]{64}\.\n$/)
  expect(await runVerb(verb, [], { cwd: folder })).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^candor\.yaml: nothing is wrong\. The policy is sha256:/),
  })
})
