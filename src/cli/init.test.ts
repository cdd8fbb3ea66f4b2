import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { runVerb } from '../../test/support/run-verb.ts'
import { declare } from '../declare/index.ts'
import { checkDeclaration } from './check-declaration.ts'
import { verb } from './init.ts'
import { WrongUse } from './verb.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'candor-init-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const ANSWERS: Readonly<Record<string, string>> = {
  name: 'Shop',
  url: 'https://shop.example/',
  email: 'privacy@shop.example',
  access: 'none',
  period: '30 days',
  cookies: '[]',
}

/** The draft as somebody fills it in. */
const answered = (draft: string) =>
  draft.replace(
    /^( *)([a-z]+): "\?.*"$/gm,
    (_, indent: string, key: string) => `${indent}${key}: ${ANSWERS[key] ?? 'Said.'}`,
  )

describe.each(['en', 'bg'] as const)('in %s', language => {
  test('the draft has nothing wrong with it but its open questions', async () => {
    const { out, code } = await runVerb(verb, [], { values: { out: '-' }, language })
    const codes = declare(out).issues.map(found => found.code)
    expect(code).toBe(0)
    expect(new Set(codes)).toEqual(new Set(['question-open', 'question-required']))
  })

  test('answered, it is a policy', async () => {
    const { out } = await runVerb(verb, [], { values: { out: '-' }, language })
    const { issues, policy } = checkDeclaration(new TextEncoder().encode(answered(out)))
    expect(issues.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(policy?.practices.map(({ id }) => id)).toEqual(['server-log'])
  })

  test('what it shows in comments is right as well', async () => {
    const { out } = await runVerb(verb, [], { values: { out: '-' }, language })
    const shown = answered(out)
      .replace('cookies: []', 'cookies:')
      .replace(/^( *)# ?( *(?:[a-z-]+:|- ).*)$/gm, '$1$2')
      .replace(/^yaml-language-server.*$/m, '')
    expect(declare(shown).issues.map(({ code, at }) => `${at?.line} ${code}`)).toEqual([])
    expect(declare(shown)).toMatchObject({
      ok: true,
      value: { declaration: { practices: [{}, { id: 'newsletter' }], storage: [{}], cookies: [{}], disputes: [{}] } },
    })
  })
})

test('it goes to candor.yaml, and leaves nothing beside it', async () => {
  const { talk, code } = await runVerb(verb, [], { cwd: folder })
  expect(code).toBe(0)
  expect(talk).toContain('candor.yaml')
  expect(readdirSync(folder)).toEqual(['candor.yaml'])
  expect(readFileSync(join(folder, 'candor.yaml'), 'utf8')).toContain('languages: [en]')
})

test('what is there already stays, unless it is forced', async () => {
  writeFileSync(join(folder, 'candor.yaml'), 'mine')
  await expect(runVerb(verb, [], { cwd: folder })).rejects.toThrow(WrongUse)
  expect(readFileSync(join(folder, 'candor.yaml'), 'utf8')).toBe('mine')
  await runVerb(verb, [], { cwd: folder, values: { force: true } })
  expect(readFileSync(join(folder, 'candor.yaml'), 'utf8')).toContain('candor: 1')
})

test('a place that cannot be written to is said', async () => {
  await expect(runVerb(verb, [], { cwd: folder, values: { out: 'no/such/folder.yaml' } })).rejects.toThrow(
    'there is no such folder',
  )
})
