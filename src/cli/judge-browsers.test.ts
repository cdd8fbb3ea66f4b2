import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Given, runVerb } from '../../test/support/run-verb.ts'
import { verb } from './judge.ts'
import { WrongUse } from './verb.ts'

const judge = (values: Given['values'], given: Omit<Given, 'values'> = {}) =>
  runVerb(verb, [], { ...given, ...(values === undefined ? {} : { values }) })

const CASE = {
  id: 'c1',
  agent: 'chrome',
  now: '2026-11-22T12:00:00Z',
  set: {
    via: 'header',
    url: 'https://third.example/frame',
    top: 'https://first.example/',
    ancestors: [],
    method: 'GET',
    navigation: false,
  },
  cookie: 'a=1; SameSite=None; Secure',
  ask: [
    {
      id: 'back',
      url: 'https://third.example/again',
      top: 'https://first.example/',
      ancestors: [],
      navigation: false,
      method: 'GET',
      initiator: 'https://first.example/',
      ageSeconds: 5,
    },
  ],
}

const line = (change: object = {}) => `${JSON.stringify({ ...CASE, ...change })}\n`
const answers = (out: string) =>
  out
    .trimEnd()
    .split('\n')
    .map(text => JSON.parse(text))

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'candor-cases-'))
})
afterAll(() => rm(folder, { recursive: true }))

describe('--cases', () => {
  test('answers each case in order, with the rule, the sentence and where it is sent', async () => {
    const input = line() + line({ id: 'c2', agent: 'firefox' }) + line({ id: 'c3', agent: 'safari' })
    const { code, out } = await judge({ cases: '-' }, { input })
    expect(code).toBe(0)
    expect(answers(out)).toMatchObject([
      {
        id: 'c1',
        stored: true,
        partition: null,
        expires: 'session',
        rule: 'kept',
        sent: { back: true },
        reasons: { back: 'sent' },
      },
      { id: 'c2', stored: true, partition: 'https://first.example', rule: 'kept-in-partition', sent: { back: true } },
      { id: 'c3', stored: false, rule: 'third-party-blocked', sent: { back: false }, reasons: { back: 'not-stored' } },
    ])
    expect(answers(out)[2].because).toContain('third.example')
  })

  test('answers for a privacy level too, by the compact policy that came along', async () => {
    const { out } = await judge(
      { cases: '-' },
      { input: line({ agent: 'ie6:medium', compactPolicy: 'CUR PHY CON' }) + line({ agent: 'ie6:medium' }) },
    )
    expect(answers(out)).toMatchObject([
      { stored: false, rule: 'level-no-opt-out' },
      { stored: false, rule: 'level-no-policy' },
    ])
  })

  test('a line that is no case gets an error in its place, the others their answers, and the exit tells', async () => {
    const input = `${line()}not json\n\n${line({ id: 'c2', agent: 'mosaic' })}${line({ id: 'c3', set: { url: 'x' } })}[1]\n${line({ id: 'c4' })}`
    const { code, out } = await judge({ cases: '-' }, { input })
    expect(code).toBe(1)
    expect(answers(out).map(({ id, error }) => [id, error === undefined])).toEqual([
      ['c1', true],
      [null, false],
      ['c2', false],
      ['c3', false],
      [null, false],
      ['c4', true],
    ])
    expect(answers(out)[3].error).toContain('set.url')
  })

  test('speaks the language asked for', async () => {
    const { out } = await judge({ cases: '-' }, { input: line(), language: 'bg' })
    expect(answers(out)[0].because).toBe('Запазва се така, както е изпратена.')
  })

  test('reads a file, in whatever pieces it comes, without its last line end', async () => {
    await writeFile(join(folder, 'cases.ndjson'), (line() + line({ id: 'c2' })).trimEnd())
    const { out } = await judge({ cases: 'cases.ndjson' }, { cwd: folder })
    expect(answers(out).map(({ id }) => id)).toEqual(['c1', 'c2'])
    const text = line() + line({ id: 'c2' })
    const { out: pieced } = await judge(
      { cases: '-' },
      { input: [...text.matchAll(/[\s\S]{1,7}/g)].map(([piece]) => piece) },
    )
    expect(pieced).toBe(out)
  })

  test('a file that is not there is told', async () => {
    await expect(judge({ cases: 'nowhere.ndjson' }, { cwd: folder })).rejects.toBeInstanceOf(WrongUse)
  })

  test('thousands of cases give as many answers', async () => {
    const input = Array.from({ length: 3000 }, (_, order) => line({ id: `c${order}` })).join('')
    const { out } = await judge({ cases: '-' }, { input })
    expect(answers(out).map(({ id }) => id)).toEqual(Array.from({ length: 3000 }, (_, order) => `c${order}`))
  })
})

describe('--cookie', () => {
  const embedded = {
    cookie: 'a=1; SameSite=None; Secure',
    at: 'https://third.example/f',
    top: 'https://first.example/',
  }

  test('tells for each browser what is kept, where it is sent, why, and what would mend it', async () => {
    const { code, out } = await judge({ ...embedded, json: true })
    const { agents, repairs } = JSON.parse(out)
    expect(code).toBe(0)
    expect(Object.keys(agents)).toHaveLength(11)
    expect(agents.firefox).toMatchObject({
      outcome: 'per-site',
      partition: 'https://first.example',
      sent: { 'embedded-again': true, own: false },
    })
    expect(agents.safari).toMatchObject({ stored: false, outcome: 'refused' })
    expect(repairs[0]).toMatchObject({ changes: ['partitioned'], line: 'a=1; SameSite=None; Secure; Partitioned' })
  })

  test.each([
    ['en', ['Chrome', 'until the browser closes', 'write Partitioned', 'WebKitGTK in both modes']],
    ['bg', ['Chrome', 'докато браузърът се затвори', 'добавете Partitioned', 'WebKitGTK в двата режима']],
  ] as const)('in %s for people', async (language, words) => {
    const { out } = await judge(embedded, { language })
    const text = out.replace(/\s+/g, ' ')
    for (const word of words) expect(text).toContain(word)
    expect(out).not.toMatch(/undefined|\[object|\u001b/)
  })

  test('one browser may be asked for', async () => {
    const { out } = await judge({ ...embedded, json: true, agent: 'safari, brave' })
    expect(Object.keys(JSON.parse(out).agents)).toEqual(['safari', 'brave'])
  })

  test('a script’s cookie is short-lived in Safari, and says so', async () => {
    const { out } = await judge({ cookie: 'a=1; Max-Age=31536000', at: 'https://shop.example/', script: true })
    expect(out.replace(/\s+/g, ' ')).toContain('set it by a response header')
    expect(out).toContain('7 days only')
  })

  test('what the cookie holds cannot write to the terminal', async () => {
    const { out } = await judge({ cookie: 'a=\u001b[31m', at: 'https://shop.example/' })
    expect(out).not.toContain('\u001b')
  })

  test.each([
    [{ cookie: 'a=1' }],
    [{ cookie: 'a=1', at: '/page' }],
    [{ cookie: 'a=1', at: 'ftp://shop.example/' }],
    [{ cookie: 'a=1', at: 'https://shop.example/', top: 'page' }],
    [{ cookie: 'a=1', at: 'https://shop.example/', agent: 'mosaic' }],
  ])('wrong use is told: %j', async values => {
    await expect(judge(values)).rejects.toBeInstanceOf(WrongUse)
  })
})

describe('a declaration', () => {
  test('is shown before today’s browsers, cookie by cookie', async () => {
    const file = 'examples/quality-unit/candor.yaml'
    const { out } = await runVerb(verb, [file], { values: { json: true } })
    const { browsers } = JSON.parse(out)
    expect(Object.keys(browsers.versions)).toHaveLength(11)
    for (const cookie of browsers.cookies) {
      expect(cookie.byHeader.safari.rule).toBe('kept')
      expect(Object.keys(cookie.byScript)).toHaveLength(11)
    }
    const { out: text } = await runVerb(verb, [file], {})
    expect(text).toContain('What today’s browsers do with the declared cookies')
    expect(text).not.toMatch(/undefined|\[object/)
  })
})
