import { SaxesParser } from 'saxes'
import { describe, expect, test } from 'vitest'
import { cookieSeen, requestSeen, SITE, siteSeen, storageSeen } from '../../../test/support/observations.ts'
import { policyOf, SOUND } from '../../../test/support/policy-of.ts'
import { LANGUAGES, report as messages } from '../../messages/index.ts'
import type { Observation } from '../../model/index.ts'
import { CODES } from '../../model/index.ts'
import { makeReport, type Report } from '../report.ts'
import { reportJson } from './json.ts'
import { reportJunit } from './junit.ts'
import { reportSarif } from './sarif.ts'
import { writeText } from './text.ts'
import type { TextPaint } from './text-manner.ts'

const EVIL = '\u001b[31m]]>"<b>&\u202eevil\n'
const POLICY = policyOf(SOUND)

const SEEN: readonly Observation[] = [
  cookieSeen(),
  cookieSeen({ name: EVIL }),
  cookieSeen({ name: '_id', via: 'script', source: `${SITE}app.js`, line: 3, state: 'refused' }),
  storageSeen({ key: EVIL }),
  requestSeen({ host: 'www.google-analytics.com', identifiers: ['parameter cid'] }),
]

const reportOf = (seen: readonly Observation[], change: Partial<Parameters<typeof makeReport>[0]> = {}): Report =>
  makeReport({
    sites: [siteSeen(seen)],
    declared: {
      file: 'my site/candor.yaml',
      policy: POLICY,
      locate: path => ({ line: path.length + 1, column: 1, endLine: path.length + 1, endColumn: 8 }),
    },
    today: '2026-11-22T12:00:00Z',
    ...change,
  })

const plain = (text: string): string => text
const PAINT: TextPaint = { bold: plain, dim: plain, red: plain, yellow: plain, green: plain, cyan: plain }
const REPORT = reportOf(SEEN)
const [firstFinding] = REPORT.sites[0]?.findings ?? []
const PASSED = reportOf(SEEN, {
  baseline: [{ fingerprint: firstFinding?.fingerprint ?? '', reason: 'Known.', until: '2027-01-01' }],
})

test('every finding can be mended, in every language', () => {
  for (const language of LANGUAGES) {
    const families = ['cookie', 'storage', 'recipient', 'data', 'gpc', 'policy-', 'robots', 'state-not', 'declared-not']
    const codes = Object.keys(messages[language]).flatMap(key => (key.startsWith('mend.') ? [key.slice(5)] : []))
    expect(codes.filter(code => !Object.hasOwn(CODES, code))).toEqual([])
    expect(codes.filter(code => families.some(family => code.startsWith(family))).length).toBeGreaterThanOrEqual(22)
  }
})

describe.each(LANGUAGES)('for a terminal, in %s', language => {
  const text = writeText(REPORT, { language, paint: PAINT })

  test('says first whether the site keeps its word', () => {
    expect(text.split('\n')[0]).toMatch(
      {
        en: /^https:\/\/shop\.example\/ breaks its word: \d+ errors/,
        bg: /^https:\/\/shop\.example\/ не спазва думата си/,
      }[language],
    )
  })

  test('says of each finding what, where, and how to mend it, the gravest first', () => {
    const { mend, 'severity.error': errors, 'severity.warning': warnings } = messages[language]
    expect(text.indexOf(errors)).toBeLessThan(text.indexOf(warnings))
    expect(text).toContain('my site/candor.yaml:2:1')
    expect(text).toContain(`${mend} ${messages[language]['mend.cookie-undeclared']}`)
  })

  test('moves no cursor and turns no text round', () => {
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/)
  })
})

test('a site that keeps its word is praised in a line, one without a declaration is not judged', () => {
  const kept = reportOf([cookieSeen(), cookieSeen({ state: 'robot' })].map(one => ({ ...one, via: 'script' as const })))
  expect(writeText(kept, { language: 'en', paint: PAINT })).toMatch(/^https:\/\/shop\.example\/ keeps its word in what/)
  const unjudged = reportOf(SEEN, { declared: null })
  expect(writeText(unjudged, { language: 'en', paint: PAINT })).toContain('there is no declaration to compare it with')
})

test('of a site that nobody could look at nothing is said, not even that there is nothing', () => {
  const unseen = siteSeen([], { states: { before: 'could-not-look', refused: 'could-not-look' }, pages: [] })
  for (const change of [{}, { declared: null }]) {
    const text = writeText(reportOf([], { sites: [unseen], ...change }), { language: 'en', paint: PAINT })
    expect(text).toContain('Nothing was seen of')
    expect(text).not.toContain('No cookies')
    expect(text).not.toContain('state-not-seen')
  }
})

test('many alike are counted, not listed', () => {
  const many = Array.from({ length: 40 }, (_, at) => cookieSeen({ name: `c${at}x` }))
  expect(writeText(reportOf(many), { language: 'en', paint: PAINT })).toContain('and 28 more')
})

test('for programs: the fields they rely on, and what passes beside what counts', () => {
  const written = JSON.parse(JSON.stringify(reportJson(PASSED, 'en'))) as {
    sites: { url: string; pages: string[]; states: object; observations: object[]; cookies: object[] }[]
    findings: Record<string, unknown>[]
  }
  expect(written.sites[0]).toMatchObject({ url: SITE, pages: [SITE], states: { before: 'seen' } })
  expect(written.sites[0]?.observations).toHaveLength(SEEN.length)
  expect(written.sites[0]?.cookies).toContainEqual(
    expect.objectContaining({
      name: 'basket',
      treatments: expect.objectContaining({ chrome: expect.objectContaining({ outcome: 'kept' }) }),
    }),
  )
  const id = written.findings.find(({ subject }) => subject === 'cookie _id')
  expect(id).toMatchObject({
    code: 'cookie-undeclared',
    severity: 'error',
    states: ['refused'],
    file: 'my site/candor.yaml',
    line: 2,
    column: 1,
    passed: null,
  })
  expect(written.findings.filter(({ passed }) => passed !== null)).toHaveLength(1)
})

describe('as SARIF 2.1.0', () => {
  const log = JSON.parse(JSON.stringify(reportSarif(PASSED, { language: 'en', version: '0.1.0' })))
  const [run] = log.runs
  const { rules } = run.tool.driver

  test('is one run, whose results name their rules by place', () => {
    expect(log).toMatchObject({ version: '2.1.0', $schema: expect.stringMatching(/sarif-2\.1\.0/) })
    expect(log.runs).toHaveLength(1)
    for (const result of run.results) expect(rules[result.ruleIndex].id).toBe(result.ruleId)
    expect(new Set(rules.map(({ id }: { id: string }) => id)).size).toBe(rules.length)
    for (const { helpUri } of rules) expect(URL.canParse(helpUri)).toBe(true)
  })

  test('has every result at a line of the declaration, with a fingerprint of its own', () => {
    const prints = run.results.map(
      (result: { partialFingerprints: object }) => Object.values(result.partialFingerprints)[0],
    )
    expect(new Set(prints).size).toBe(run.results.length)
    for (const { locations, level, message } of run.results) {
      const { artifactLocation, region } = locations[0].physicalLocation
      expect(artifactLocation.uri).toBe('my%20site/candor.yaml')
      expect(region.startLine).toBeGreaterThan(0)
      expect(region.startColumn).toBeGreaterThan(0)
      expect(['error', 'warning', 'note']).toContain(level)
      expect(message.text).not.toBe('')
    }
  })

  test('keeps what passes, with why', () => {
    const suppressed = run.results.filter((result: object) => 'suppressions' in result)
    expect(suppressed).toMatchObject([{ suppressions: [{ kind: 'external', justification: 'Known.' }] }])
  })

  test('leads where the documents are said to be', () => {
    const there = reportSarif(REPORT, { language: 'en', version: '0', help: 'https://docs.example/{code}' })
    expect(JSON.stringify(there)).toContain('"helpUri":"https://docs.example/cookie-undeclared"')
  })
})

describe('as JUnit XML', () => {
  interface Element {
    readonly name: string
    readonly attributes: Readonly<Record<string, string>>
  }

  function elements(xml: string): readonly Element[] {
    const found: Element[] = []
    const parser = new SaxesParser()
    parser.on('error', error => {
      throw error
    })
    parser.on('opentag', ({ name, attributes }) =>
      found.push({ name, attributes: attributes as Record<string, string> }),
    )
    parser.write(xml).close()
    return found
  }
  const count = (xml: string, name: string) => elements(xml).filter(element => element.name === name).length

  test('is well-formed, whatever the site calls its things, and counts right', () => {
    const xml = reportJunit(PASSED, { language: 'bg', failOn: 'error' })
    const [suite] = elements(xml).filter(({ name }) => name === 'testsuite')
    expect(Number(suite?.attributes['tests'])).toBe(count(xml, 'testcase'))
    expect(Number(suite?.attributes['failures'])).toBe(count(xml, 'failure'))
    expect(Number(suite?.attributes['skipped'])).toBe(1)
    expect(count(xml, 'skipped')).toBe(1)
  })

  test('fails from the weight that is asked', () => {
    const failures = (failOn: 'error' | 'note' | 'never') =>
      count(reportJunit(REPORT, { language: 'en', failOn }), 'failure')
    expect(failures('never')).toBe(0)
    expect(failures('note')).toBeGreaterThan(failures('error'))
    expect(failures('error')).toBeGreaterThan(0)
  })

  test('of a site without findings is one test that is passed', () => {
    const xml = reportJunit(reportOf([], { declared: null }), { language: 'en', failOn: 'error' })
    expect([count(xml, 'testcase'), count(xml, 'failure')]).toEqual([1, 0])
  })
})
