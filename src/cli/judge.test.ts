import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Language } from '../messages/index.ts'
import type { LevelReport } from '../model/index.ts'
import { verb } from './judge.ts'
import { type Io, WrongUse } from './verb.ts'

const SEED = 'NOI CURa ADMa DEVa TAIa CONa OUR DELa BUS IND PHY ONL UNI PUR COM NAV DEM STA'
const EXAMPLE = 'examples/quality-unit/candor.yaml'

interface Given {
  readonly values?: Readonly<Record<string, string | boolean>>
  readonly input?: string
  readonly language?: Language
  readonly cwd?: string
}

async function judge(words: readonly string[], { values = {}, input = '', language = 'en', cwd = '.' }: Given = {}) {
  let out = ''
  let talk = ''
  const io: Io = {
    out: text => void (out += text),
    talk: text => void (talk += text),
    readAll: async () => Buffer.from(input),
    stdin: async function* () {
      yield Buffer.from(input)
    },
    cwd,
    env: {},
    language,
    colour: false,
    interactive: false,
    stop: new AbortController().signal,
  }
  const code = await verb.run({ positionals: words, values }, io)
  return { code, out, talk }
}

const reports = (out: string): Readonly<Record<string, LevelReport>> => JSON.parse(out).agents

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'candor-judge-'))
})
afterAll(() => rm(folder, { recursive: true }))

describe('for a program', () => {
  test('every browser reports verdicts, blame and repairs by its id', async () => {
    const { out, code } = await judge(SEED.split(' '), { values: { json: true } })
    expect(code).toBe(0)
    expect(Object.keys(reports(out))).toEqual(['ie6', 'ie8', 'netscape7'])
    expect(reports(out)['ie6']).toMatchObject({
      satisfactory: false,
      because: { categories: ['PHY', 'ONL'], purposes: ['CON'], recipients: [] },
      levels: { medium: { 'first-party': { persistent: { action: 'downgrade', reason: 'no-opt-out' } } } },
      repairs: [
        { change: { CON: 'opt-out' } },
        { change: { CON: 'opt-in' } },
        { change: { PHY: 'drop', ONL: 'drop' } },
      ],
    })
  })
  test('a stream of headers gives one object a line, in order', async () => {
    const input = `CP="${SEED}"\nrubbish \u0000\n\npolicyref="x"\n`
    const { out } = await judge(['-'], { values: { json: true, agent: 'ie6' }, input })
    const lines = out.trimEnd().split('\n')
    expect(lines.map(line => reports(line)['ie6']?.standing)).toEqual([
      'no-consent',
      'opt-in',
      'no-policy',
      'no-policy',
    ])
  })
  test('one level or setting may be asked for', async () => {
    const { out } = await judge([SEED], { values: { json: true, agent: 'ie6:high,netscape7:frfradaa' } })
    expect(Object.keys(reports(out)['ie6']?.levels ?? {})).toEqual(['high'])
    expect(Object.keys(reports(out)['netscape7']?.levels ?? {})).toEqual(['frfradaa'])
  })
  test('a declaration is judged as what it would send, and so is each of its cookies', async () => {
    const { out } = await judge([EXAMPLE], { values: { json: true, agent: 'ie6' } })
    expect(reports(out)['ie6']?.because).toMatchObject({ categories: ['PHY', 'ONL'], purposes: ['CON'] })
    for (const cookie of JSON.parse(out).cookies) {
      const { party, lifetime, verdicts } = cookie
      expect(verdicts.ie6.high).toEqual(
        reports(out)['ie6']?.levels['high']?.[party as 'first-party'][lifetime as 'session'],
      )
    }
  })

  const policies = (data: string, schema = '') => `<POLICIES xmlns="http://www.w3.org/2002/01/P3Pv1">${schema}
      <POLICY name="p" discuri="http://shop.example/p.html">
      <ENTITY><DATA-GROUP><DATA ref="#business.name">Shop</DATA></DATA-GROUP></ENTITY><ACCESS><none/></ACCESS>
      <STATEMENT><PURPOSE><telemarketing required="opt-out"/></PURPOSE><RECIPIENT><ours/></RECIPIENT>
      <RETENTION><indefinitely/></RETENTION>${data}</STATEMENT></POLICY></POLICIES>`

  const own = policies(
    '<DATA-GROUP base=""><DATA ref="#card.number"/></DATA-GROUP>',
    '<DATASCHEMA><DATA-DEF name="card.number"><CATEGORIES><physical/></CATEGORIES></DATA-DEF></DATASCHEMA>',
  )

  test.each([
    ['a file of policies', policies('<DATA-GROUP><DATA ref="#user.home-info.telecom"/></DATA-GROUP>')],
    ['one with a data schema of its own', own],
    [
      'a reference file that holds its policies',
      `<META xmlns="http://www.w3.org/2002/01/P3Pv1"><POLICY-REFERENCES/>${own}</META>`,
    ],
  ])('a P3P policy is judged by its compact form: %s', async (_, xml) => {
    await writeFile(join(folder, 'policy.xml'), xml)
    const { out } = await judge(['policy.xml'], { values: { json: true, agent: 'ie6' }, cwd: folder })
    expect(reports(out)['ie6']).toMatchObject({
      standing: 'opt-out',
      because: { categories: ['PHY'], purposes: ['TEL'] },
    })
  })
})

describe('for a person', () => {
  test.each([
    ['en', 'Medium High', 'let visitors opt out of CON (Marketing contact)', 'Low, Medium, Medium High (first party)'],
    ['bg', 'Средно високо', 'дайте на посетителите възможност да откажат CON', 'Ниско, Средно, Средно високо'],
  ] as const)('in %s: the table, why, and what would mend it', async (language, ...words) => {
    const { out } = await judge([SEED], { values: { agent: 'ie6' }, language })
    for (const word of words) expect(out).toContain(word)
    expect(out).not.toContain('\u001b')
  })
  test('what a header holds cannot write to the terminal', async () => {
    const { out } = await judge(['-'], { input: 'CP="CON \u001b[31mPHY"\n' })
    expect(out).not.toContain('\u001b')
  })
  test('every standing has its words', async () => {
    const { out } = await judge(['-'], { input: 'CP="CUR"\nCP="CON PHY"\nCP="CUR CONo PHY"\nCP="AMZN"\nx="y"\n' })
    expect(out).not.toMatch(/undefined|\{|\[object/)
  })
})

describe('--require', () => {
  test.each([
    ['low', EXAMPLE, 0],
    ['medium', EXAMPLE, 1],
    ['low', SEED, 1],
    ['accept-all', SEED, 0],
  ])('%s of %s gives %i', async (require, what, code) => {
    expect((await judge([what], { values: { require, agent: 'ie6' } })).code).toBe(code)
  })
})

describe('wrong use is told, not thrown as a fault', () => {
  test.each([
    [[], {}],
    [['nothing-here.yaml'], {}],
    [['candor.toml'], {}],
    [['CON'], { agent: 'chrome' }],
    [['CON'], { agent: 'ie6:highest' }],
    [['CON'], { require: 'highest' }],
  ])('%j %j', async (words, values) => {
    await expect(judge(words, { values })).rejects.toBeInstanceOf(WrongUse)
  })
  test('a declaration that cannot be read gives its issues and exit 2', async () => {
    await writeFile(join(folder, 'candor.yaml'), 'site: [')
    const { code, out, talk } = await judge(['candor.yaml'], { cwd: folder })
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(talk).toMatch(/^candor\.yaml:1:8 error syntax-wrong: /)
  })
})
