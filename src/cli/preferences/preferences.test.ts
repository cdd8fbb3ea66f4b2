import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { type Given, runVerb } from '../../../test/support/run-verb.ts'
import { verb as explainVerb } from '../explain.ts'
import { verb as judgeVerb } from '../judge.ts'

const EXAMPLE = 'examples/quality-unit/candor.yaml'
const MARKETING = 'NOI CUR CONo OUR STP PHY'.split(' ')

const judge = (words: readonly string[], values: Given['values'], given: Given = {}) =>
  runVerb(judgeVerb, words, { ...given, values: { ...values } })
const explain = (words: readonly string[], given: Given = {}) => runVerb(explainVerb, words, given)

let folder = ''
const put = async (name: string, text: string): Promise<string> => {
  const path = join(folder, name)
  await writeFile(path, text)
  return path
}
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'candor-preferences-'))
})
afterAll(() => rm(folder, { recursive: true }))

const RULESET = `<RULESET xmlns="http://www.w3.org/2002/04/APPELv1">
  <RULE behavior="block" description="No mail"><POLICY><STATEMENT><PURPOSE connective="or"><contact/><telemarketing/></PURPOSE></STATEMENT></POLICY></RULE>
  <RULE behavior="request"><OTHERWISE/></RULE>
</RULESET>`
const TRAP = RULESET.replace(' connective="or"', '')

describe('a level of a browser', () => {
  test('is exported as a file by which the same is decided', async () => {
    const { out } = await judge([], { 'export-level': 'ie6:medium' })
    const file = await put('medium.xml', out)
    const bad = await judge('CUR CON OUR PHY'.split(' '), { 'privacy-import': file, json: true })
    expect(bad.code).toBe(1)
    expect(JSON.parse(bad.out)).toMatchObject({
      accepted: false,
      privacyImport: {
        zone: 'internet',
        verdicts: {
          'first-party': { persistent: { action: 'downgrade', reason: 'rule' }, session: { action: 'accept' } },
          'third-party': { persistent: { action: 'reject', decidedBy: { number: 14 } } },
        },
      },
    })
    expect((await judge(MARKETING, { 'privacy-import': file })).code).toBe(0)
  })

  test('is exported as rule strings, which judge both parties alike', async () => {
    const { out } = await judge([], { 'export-level': 'ie6:high', as: 'registry', json: true })
    const { strings } = JSON.parse(out)
    expect(strings.map(({ zone, party }: { zone: string; party: string }) => `${zone} ${party}`)).toEqual([
      'internet first-party',
      'internet third-party',
    ])
    const file = await put('high.txt', strings[1].text)
    expect((await judge(MARKETING, { 'privacy-import': file })).code).toBe(1)
    expect((await judge('CUR CONi OUR PHY'.split(' '), { 'privacy-import': file })).code).toBe(0)
  })

  test.each([
    ['a browser without such files', { 'export-level': 'netscape7:low' }],
    ['no such level', { 'export-level': 'ie6:huge' }],
    ['another form', { 'export-level': 'ie6:low', as: 'pdf' }],
  ])('is not exported for %s', async (_, values) => {
    await expect(judge([], values)).rejects.toThrow(/there is no browser|cannot be set|--as takes/)
  })
})

describe('a declaration judged by settings', () => {
  test('is judged cookie by cookie, and by what the visitor decided for the site', async () => {
    const { out: medium } = await judge([], { 'export-level': 'ie6:medium' })
    const plain = await judge([EXAMPLE], { 'privacy-import': await put('plain.xml', medium), json: true })
    expect(JSON.parse(plain.out).privacyImport.cookies).toMatchObject([
      { name: 'visitor', party: 'first-party', lifetime: 'persistent', action: 'downgrade', reason: 'rule' },
      { name: 'cart', lifetime: 'session', action: 'accept', reason: 'session' },
    ])
    const host = new URL(parse(await readFile(EXAMPLE, 'utf8')).site.url).hostname
    const sites = `<MSIESiteRules formatVersion="6"><site domain="${host}" action="reject"/></MSIESiteRules>`
    const file = await put('sites.xml', medium.replace('</MSIEPrivacy>', `${sites}</MSIEPrivacy>`))
    const { out } = await judge([EXAMPLE], { 'privacy-import': file, json: true })
    expect(JSON.parse(out).privacyImport.cookies).toMatchObject([
      { action: 'reject', reason: 'site-rule' },
      { action: 'reject', reason: 'site-rule' },
    ])
  })
})

describe('a visitor’s wishes', () => {
  test('are not met by a declaration, and the practice is named', async () => {
    const { out, code } = await judge([EXAMPLE], { preferences: 'careful' })
    expect(code).toBe(1)
    expect(out).toContain('Marketing contact; you have no choice.')
    expect(out).toContain('(transaction)')
  })

  test('may stand in a file, and be met', async () => {
    const file = await put('mine.yaml', 'based-on: strict\nmarketing: unless-refused\n')
    const { out, code } = await judge(MARKETING, { preferences: file, json: true })
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ accepted: true, preferences: { because: 'satisfactory', objections: [] } })
    expect((await judge(MARKETING, { preferences: 'strict' })).code).toBe(1)
  })

  test('judge a stream of headers, one object a line', async () => {
    const { out, code } = await judge(
      ['-'],
      { preferences: 'strict', json: true },
      {
        input: 'CP="NOI CUR OUR STP NAV"\nCP="CUR CON OUR STP PHY"\npolicyref="/w3c/p3p.xml"\n',
      },
    )
    const lines = out
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line))
    expect(lines.map(({ accepted }) => accepted)).toEqual([true, false, false])
    expect(lines[2].preferences.because).toBe('no-policy')
    expect(code).toBe(1)
  })

  test('with a fault are refused, and the fault told', async () => {
    const file = await put('bad.yaml', 'marketing: sometimes\n')
    const { code, out, talk } = await judge(MARKETING, { preferences: file })
    expect([code, out]).toEqual([2, ''])
    expect(talk).toContain(`${file}:1:12 error term-unknown: `)
  })

  test('are told in Bulgarian too', async () => {
    const { out } = await judge(MARKETING, { preferences: 'strict' }, { language: 'bg' })
    expect(out).toContain('Не искате маркетинг.')
  })
})

describe('a ruleset', () => {
  test('judges a header, a declaration and a P3P file alike, and says why', async () => {
    const file = await put('rules.xml', RULESET)
    const policy = await put(
      'policy.xml',
      `<POLICIES xmlns="http://www.w3.org/2002/01/P3Pv1"><POLICY name="a" discuri="/p" opturi="/o"><ENTITY><DATA-GROUP><DATA ref="#business.name">A</DATA></DATA-GROUP></ENTITY><ACCESS><nonident/></ACCESS><STATEMENT><PURPOSE><contact/></PURPOSE><RECIPIENT><ours/></RECIPIENT><RETENTION><stated-purpose/></RETENTION><DATA-GROUP><DATA ref="#user.name"/></DATA-GROUP></STATEMENT></POLICY></POLICIES>`,
    )
    for (const words of [MARKETING, [EXAMPLE], [policy]]) {
      const { out, code } = await judge(words, { appel: file })
      expect(code).toBe(1)
      expect(out).toContain('Rule 1 decides: the page is not fetched.')
      expect(out).toMatch(/Statement \d+ has PURPOSE › contact/)
    }
    const { out, code } = await judge('NOI CUR OUR STP NAV'.split(' '), { appel: file, json: true })
    expect(code).toBe(0)
    expect(JSON.parse(out).appel).toMatchObject({ rule: 2, behavior: 'request', because: 'otherwise' })
  })

  test('may be one of the presets', async () => {
    expect((await judge(MARKETING, { appel: 'almost-anonymous' })).code).toBe(1)
    expect((await judge(MARKETING, { appel: 'information-only' })).code).toBe(0)
  })
})

test('only one kind of preferences at a time, of a zone that there is, and with something to judge', async () => {
  await expect(judge(MARKETING, { appel: 'x', preferences: 'open' })).rejects.toThrow('at a time')
  await expect(judge(MARKETING, { 'privacy-import': 'nowhere.xml' })).rejects.toThrow('there is no such file')
  await expect(judge(MARKETING, { preferences: 'carefull' })).rejects.toThrow('Did you mean careful?')
  await expect(judge(MARKETING, { appel: 'nowhere' })).rejects.toThrow('Known are almost-anonymous, ')
  await expect(judge(MARKETING, { preferences: 'mine.yaml' })).rejects.toThrow('there is no such file')
  await expect(judge([], { preferences: 'open' })).rejects.toThrow('say what to judge')
  const { out } = await judge([], { 'export-level': 'ie6:low' })
  const file = await put('low.xml', out)
  await expect(judge(MARKETING, { 'privacy-import': file, zone: 'moon' })).rejects.toThrow('there is no zone')
  await expect(judge(MARKETING, { 'privacy-import': file, zone: 'intranet' })).rejects.toThrow(
    'says nothing of the zone',
  )
})

describe('preferences explained', () => {
  test('a privacy import file in sentences', async () => {
    const { out: medium } = await judge([], { 'export-level': 'ie6:medium' })
    const { out, code } = await explain([await put('explained.xml', medium)])
    expect(code).toBe(0)
    expect(out).toContain('From third parties, that is other sites on its pages:')
    expect(out.replace(/\s+/g, ' ')).toContain('and states no purpose are blocked.')
  })

  test('a rule string, in place of a compact policy or in a file', async () => {
    const text = 'IE6-P3PV1/settings: /PHY&CON=r/ nopolicy=d /=a/'
    const { out } = await explain(text.split(' '))
    expect(out).toContain('Cookies without a compact policy are kept for the session only.')
    expect((await explain([await put('rules.txt', text)])).out).toBe(out)
  })

  test('a ruleset with its traps, each at its place', async () => {
    const file = await put('trap.xml', TRAP)
    const { out } = await explain([file])
    expect(out).toMatch(/2:\d+ +warning/)
    expect(out).toContain('[appel-and-terms]')
    const { out: json } = await explain([file], { values: { json: true } })
    expect(JSON.parse(json)).toMatchObject({
      kind: 'appel',
      valid: true,
      issues: [{ code: 'appel-and-terms', severity: 'warning', line: 2 }],
    })
    expect((await explain([file], { values: { 'fail-on': 'warning' } })).code).toBe(1)
  })

  test('what cannot be read is told', async () => {
    const { out, code } = await explain([await put('broken.xml', '<MSIEPrivacy>')])
    expect(code).toBe(2)
    expect(out).toContain('[xml-malformed]')
    await expect(explain([await put('other.xml', '<html/>')])).rejects.toThrow('cannot tell what')
  })

  test('what only looks like a file is explained as a compact policy, strange as it is', async () => {
    for (const word of ['nowhere.xml', '.', 'NOI/ADM', './\0'])
      expect(await explain([word], { values: { json: true } })).toMatchObject({
        code: 1,
        out: expect.stringContaining('"valid": false'),
      })
  })

  test('a compact policy is still explained as one', async () => {
    expect((await explain(['NOI ADM OUR STP NAV STA'])).out).toContain('Navigation data')
  })
})
