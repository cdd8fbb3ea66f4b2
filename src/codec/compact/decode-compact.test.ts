import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { COMPACT_CODES } from '../../model/index.ts'
import { decodeCompact, errorClassOf, LENGTH_LIMIT } from './index.ts'

interface HeaderVector {
  readonly name: string
  readonly header: string
  readonly policyref: string | null
  readonly tokens: number
  readonly unknown: number
  /** Code, then the tokens spoken of. */
  readonly issues: readonly (readonly string[])[]
}

const vectors = JSON.parse(
  readFileSync(new URL('../../../test/vectors/compact-headers.json', import.meta.url), 'utf8'),
) as HeaderVector[]

describe.each(vectors)('$name', ({ header, policyref, tokens, unknown, issues }) => {
  const reading = decodeCompact(header)

  test('its tokens are found, known and unknown', () => {
    expect(reading.tokens.length).toBe(tokens)
    expect(reading.tokens.filter(({ kind }) => kind === 'unknown').length).toBe(unknown)
    expect(reading.policyref).toBe(policyref)
  })

  test('every fault is told, and none else', () => {
    expect(reading.issues.map(found => [found.code, ...(found.tokens ?? [])])).toEqual(issues)
    expect(reading.valid).toBe(!reading.issues.some(({ severity }) => severity === 'error'))
  })

  test('tokens stand where they are said to stand', () => {
    const lines = header.split('\n')
    for (const { raw, at } of reading.tokens) {
      expect(lines[at.line - 1]?.slice(at.column - 1, (at.endColumn ?? 0) - 1)).toBe(raw)
    }
  })
})

test('every code of the family is shown by a vector, but for what needs more than a header', () => {
  const shown = new Set(vectors.flatMap(({ issues }) => issues.map(([code]) => code)))
  const unshown = Object.keys(COMPACT_CODES).filter(code => !shown.has(code))
  expect(unshown).toEqual(['header-too-long', 'compact-extension-mandatory'])
})

test('a token has its kind, term and choice', () => {
  const { tokens } = decodeCompact('NOI DSP COR NID CUR CONo CON OUR DELi STP PHY TST AMZN')
  expect(tokens.map(({ kind, term, required }) => [kind, term, required])).toEqual([
    ['access', 'nonident', null],
    ['disputes', 'disputes', null],
    ['remedy', 'correct', null],
    ['non-identifiable', 'non-identifiable', null],
    ['purpose', 'current', null],
    ['purpose', 'contact', 'opt-out'],
    ['purpose', 'contact', 'always'],
    ['recipient', 'ours', null],
    ['recipient', 'delivery', 'opt-in'],
    ['retention', 'stated-purpose', null],
    ['category', 'physical', null],
    ['test', 'test', null],
    ['unknown', null, null],
  ])
})

describe('the nearest token is named', () => {
  const meant = (policy: string) =>
    decodeCompact(policy).issues.flatMap(({ data }) => ('nearest' in data ? [data.nearest] : []))

  test.each([
    ['NOI CURi OUR', 'CUR'],
    ['NOI PHYo OUR', 'PHY'],
    ['NOI ADMx OUR', 'ADM'],
    ['NOI ADMA OUR', 'ADMa'],
    ['NOI cura OUR', 'CUR'],
    ['NOI GVO OUR', 'GOV'],
    ['NOI UNII OUR', 'UNI'],
    ['NOI OUR NA COM', 'NAV'],
    ['NOI,CUR,OUR STP', 'NOI CUR OUR'],
    ['NOI OUR XQZ STP', 'none'],
  ])('in %s', (policy, nearest) => {
    expect(meant(policy)).toContain(nearest)
  })
})

test('what makes a policy erroneous has a class, and nothing else has', () => {
  expect(errorClassOf('token-unknown')).toBe('invalid')
  expect(errorClassOf('purpose-token-missing')).toBe('missing')
  expect(errorClassOf('remedy-without-dsp')).toBe('conflicting')
  expect(errorClassOf('sta-missing')).toBeNull()
  expect(errorClassOf('key-unknown')).toBeNull()
  for (const [code, row] of Object.entries(COMPACT_CODES)) {
    if (code !== 'compact-extension-mandatory') expect(row.errorClass !== null, code).toBe(row.severity === 'error')
  }
})

test('of a header beyond all measure the first part is read, and that is said', () => {
  const header = `CP="NOI ${'ADM '.repeat(LENGTH_LIMIT / 4)}PHY"`
  const reading = decodeCompact(header)
  expect(reading.issues.map(({ code }) => code)).toContain('header-too-long')
  expect(reading.policy?.categories).toEqual([])
})

test('the policy holds what the known tokens say', () => {
  expect(decodeCompact('CP="ALL DSP COR CURa DEV DEVa CONo OUR IND PHY PHY", policyref="/w3c/p3p.xml"').policy).toEqual(
    {
      access: ['all'],
      markers: ['disputes'],
      remedies: ['correct'],
      purposes: [
        { id: 'develop', choice: 'always' },
        { id: 'contact', choice: 'opt-out' },
      ],
      recipients: [{ id: 'ours', choice: 'always' }],
      retentions: ['indefinitely'],
      categories: ['physical'],
    },
  )
  expect(decodeCompact('policyref="/w3c/p3p.xml"').policy).toBeNull()
})
