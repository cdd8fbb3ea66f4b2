import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cookieSeen, siteSeen } from '../../../test/support/observations.ts'
import { policyOf, SOUND } from '../../../test/support/policy-of.ts'
import { findDifferences } from '../differences/find-differences.ts'
import { applyBaseline } from './apply-baseline.ts'
import { readBaseline } from './read-baseline.ts'
import { writeBaseline } from './write-baseline.ts'

const POLICY = policyOf({ ...SOUND, p3p: { header: 'never' } })
const FINDINGS = findDifferences(
  POLICY,
  siteSeen([cookieSeen({ name: 'x\n: "evil"' }), cookieSeen({ name: 'y' })], {
    states: { ...siteSeen([]).states, robot: 'could-not-look' },
  }),
)

const read = (text: string) => {
  const found = readBaseline(text)
  if (!found.ok) throw new Error(JSON.stringify(found.issues))
  return found.value
}
const NOON = '2026-11-22T12:00:00Z'

describe('a baseline', () => {
  const until = (day: string | null) => writeBaseline(FINDINGS, { reason: 'Known.', until: day, language: 'en' })

  test('that was written is read, and lets pass what it was written of', () => {
    const { counting, passed, issues } = applyBaseline(FINDINGS, read(until('2026-11-22')), NOON)
    expect(counting).toEqual([])
    expect(passed.map(({ finding }) => finding)).toEqual(FINDINGS)
    expect(issues).toEqual([])
  })

  test('whose day is over lets nothing pass, and says so', () => {
    const { counting, issues } = applyBaseline(FINDINGS, read(until('2026-11-21')), NOON)
    expect(counting).toEqual(FINDINGS)
    expect(issues.map(({ code }) => code)).toEqual(FINDINGS.map(() => 'baseline-expired'))
  })

  test('without a day lets pass as long as it stands there', () => {
    expect(applyBaseline(FINDINGS, read(until(null)), '2099-01-01T00:00:00Z').counting).toEqual([])
  })

  test('that speaks of what is not found says so', () => {
    const { counting, issues } = applyBaseline(
      FINDINGS,
      [{ fingerprint: 'ab'.repeat(8), reason: 'x', until: null }],
      NOON,
    )
    expect(counting).toEqual(FINDINGS)
    expect(issues.map(({ code }) => code)).toEqual(['baseline-unknown'])
  })

  test('may be JSON, or an empty list', () => {
    expect(read('{"findings":[{"fingerprint":"0123456789abcdef","reason":"x"}]}')).toHaveLength(1)
    expect(read('findings: []')).toEqual([])
  })

  test.each([
    ['syntax', 'findings: ['],
    ['syntax', 'a: &a [x]\nfindings: [*a, *a]'],
    ['list', 'findings: 3'],
    ['fingerprint', 'findings: [{ reason: x }]'],
    ['reason', 'findings: [{ fingerprint: "0123456789abcdef", reason: "" }]'],
    ['until', 'findings: [{ fingerprint: "0123456789abcdef", reason: x, until: 2027-13-45 }]'],
    ['twice', `findings: [${'{ fingerprint: "0123456789abcdef", reason: x }, '.repeat(2)}]`],
    ['large', ' '.repeat(2 ** 20 + 1)],
  ])('that is not one is refused: %s', (problem, text) => {
    expect(readBaseline(text)).toMatchObject({ ok: false, issues: [{ code: 'baseline-malformed', data: { problem } }] })
  })

  test('never breaks the reader', () => {
    fc.assert(
      fc.property(fc.string(), text => void readBaseline(text)),
      { numRuns: 200 },
    )
  })
})

test('a finding has the same fingerprint on another day, on more pages, at another address', () => {
  const at = (url: string, host: string) =>
    findDifferences(POLICY, siteSeen([cookieSeen({ name: 'y', host, page: `${url}cart` })], { url })).find(
      ({ issue }) => issue.code === 'cookie-undeclared',
    )?.fingerprint
  const usual = FINDINGS.find(({ subject }) => subject === 'cookie y')?.fingerprint
  expect(at('https://shop.example/', 'shop.example')).toBe(usual)
  expect(at('http://localhost:3000/', 'localhost')).toBe(usual)
})
