import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { runVerb } from '../../test/support/run-verb.ts'
import { verb } from './explain.ts'
import { WrongUse } from './verb.ts'

const SEED = 'NOI CURa ADMa DEVa TAIa CONa OUR DELa BUS IND PHY ONL UNI PUR COM NAV DEM STA'
const CLEAN = 'CP="NOI CUR OUR STP NAV STA"'
const json = { json: true }

interface Explained {
  readonly tokens: readonly { raw: string; kind: string; term: string | null; required: string | null; text: string }[]
  readonly policyref: string | null
  readonly issues: readonly { code: string; severity: string; tokens: readonly string[]; text: string }[]
  readonly valid: boolean
}

describe('for a program', () => {
  test('one object says all', async () => {
    const { out, code } = await runVerb(verb, [`policyref="/w3c/p3p.xml", CP="${SEED}"`], { values: json })
    const said = JSON.parse(out) as Explained
    expect(code).toBe(1)
    expect(said).toMatchObject({ policyref: '/w3c/p3p.xml', valid: false })
    expect(said.tokens.map(({ raw }) => raw).join(' ')).toBe(SEED)
    expect(said.tokens[5]).toMatchObject({ raw: 'CONa', kind: 'purpose', term: 'contact', required: 'always' })
    expect(said.tokens[5]?.text).toContain('Marketing contact')
    expect(said.tokens[1]).toMatchObject({ raw: 'CURa', kind: 'unknown', term: null, required: null })
    expect(said.issues[0]).toMatchObject({ severity: 'error', tokens: ['CURa'] })
  })

  test('the text is in the language asked for', async () => {
    const { out } = await runVerb(verb, ['STA'], { values: json, language: 'bg' })
    const said = JSON.parse(out) as Explained
    expect(said.tokens[0]?.text).toBe(
      'Средства за пазене на състояние. Онова, чрез което сайтът разпознава същото посещение или същия посетител, например бисквитки.',
    )
    expect(said.issues.every(({ text }) => /[а-я]/.test(text))).toBe(true)
  })

  test('each line of standard input has its object, in order, whatever it holds', async () => {
    const lines = [CLEAN, '', 'This is no policy', '\u0000\u001b[2J', 'x'.repeat(100_000), '{"a":1}']
    const { out, code } = await runVerb(verb, ['-'], {
      values: json,
      input: [lines.join('\n').slice(0, 9), lines.join('\n').slice(9)],
    })
    const said = out
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line) as Explained)
    expect(said.map(({ valid }) => valid)).toEqual([true, false, false, false, false, false])
    expect(said[0]?.tokens.length).toBe(6)
    expect(said[2]?.tokens.length).toBe(4)
    expect(code).toBe(1)
  })
})

describe('for a person', () => {
  test('every token, its choice and meaning, then the faults, the gravest first', async () => {
    const { out } = await runVerb(verb, ['NOI', 'CONo', 'OUR', 'STP', 'PHY'])
    expect(out).toMatch(/CONo +opt-out +Marketing contact\./)
    expect(out).toMatch(/error +NOI says [\s\S]*note +A compact policy speaks of cookies/)
    expect(out).toContain('2 errors, 1 note.')
  })

  test('a faultless policy is told to be so', async () => {
    const { out, code } = await runVerb(verb, [CLEAN])
    expect(out).toContain('Nothing is wrong with it.')
    expect(code).toBe(0)
  })

  test('of a sentence the words are not listed one by one', async () => {
    const { out } = await runVerb(verb, ['CP="This is not a P3P policy! See g.co/p3phelp for more info."'])
    expect(out).toContain('free text')
    expect(out).not.toContain('g.co')
  })

  test('nothing that a header holds can steer the terminal', async () => {
    const header = 'policyref="\u001b]0;x\u0007", CP="NOI \u001b[31m ADM\u202e"; \u009b2J'
    const { out } = await runVerb(verb, ['-'], { input: header })
    expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/)
  })

  test('colours only where they are wanted', async () => {
    expect((await runVerb(verb, [SEED], { colour: true })).out).toContain('\u001b[31m')
    expect((await runVerb(verb, [SEED])).out).not.toContain('\u001b')
  })
})

describe('the exit code', () => {
  test.each([
    ['error', 0],
    ['warning', 0],
    ['note', 1],
    ['never', 0],
  ])('with --fail-on %s is %i for a policy with notes only', async (level, code) => {
    expect((await runVerb(verb, ['NOI CUR OUR STP NAV'], { values: { 'fail-on': level } })).code).toBe(code)
  })

  test('--fail-on never forgives errors too', async () => {
    expect((await runVerb(verb, [SEED], { values: { 'fail-on': 'never' } })).code).toBe(0)
  })

  test('wrong use is told', async () => {
    await expect(runVerb(verb, [])).rejects.toThrow(WrongUse)
    await expect(runVerb(verb, [SEED], { values: { 'fail-on': 'always' } })).rejects.toThrow(/--fail-on/)
  })
})

test('every header of the vectors is explained in both languages, in full sentences', async () => {
  const vectors = JSON.parse(
    readFileSync(new URL('../../test/vectors/compact-headers.json', import.meta.url), 'utf8'),
  ) as {
    header: string
  }[]
  for (const language of ['en', 'bg'] as const) {
    for (const { header } of vectors) {
      const { out } = await runVerb(verb, [header], { values: json, language })
      const { tokens, issues } = JSON.parse(out) as Explained
      for (const { text } of [...tokens, ...issues]) expect(text).toMatch(/^["„A-ZА-Я{].+[.]$/su)
      expect(out).not.toContain('undefined')
    }
  }
})
