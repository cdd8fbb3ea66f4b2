import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fullCompactPolicy } from '../../../test/support/compact-policies.ts'
import type { P3pData, P3pPolicy, P3pStatement } from '../../model/index.ts'
import type { CategoryId, Choice } from '../../vocabulary/index.ts'
import {
  compactOfP3p,
  compactStatementsOfP3p,
  decodeCompact,
  EMPTY_COMPACT_POLICY,
  encodeCompact,
  encodeStatements,
  p3pOfCompact,
  statementsOf,
  withoutBraces,
} from './index.ts'

const datum = (ref: string, ...categories: CategoryId[]): P3pData => ({
  ref,
  base: null,
  optional: false,
  categories,
  otherCategory: null,
  value: null,
})

const use = <Id extends string>(id: Id, required: Choice | null = null) => ({
  id,
  required,
  descriptions: [],
  extensions: [],
})

const STATEMENT: P3pStatement = {
  consequence: null,
  nonIdentifiable: false,
  purposes: [],
  recipients: [use('ours')],
  retentions: ['stated-purpose'],
  data: [],
  extensions: [],
}

const POLICY: P3pPolicy = {
  name: 'shop',
  discuri: 'https://shop.example/privacy',
  opturi: null,
  lang: null,
  test: false,
  entity: [datum('#business.name')],
  access: 'none',
  disputes: [],
  statements: [STATEMENT],
  extensions: [],
}

const DISPUTE = {
  type: 'service',
  service: 'https://shop.example/complaints',
  verification: null,
  shortDescription: null,
  longDescription: null,
  image: null,
  remedies: [],
  extensions: [],
} as const

const compact = (...policies: P3pPolicy[]): string => {
  const made = compactOfP3p(policies)
  if (!made.ok) throw new Error(made.issues.map(({ code }) => code).join())
  return encodeCompact(made.value)
}

/** P3P 1.0, example 4.1, as facts. */
const EXAMPLE: P3pPolicy = {
  ...POLICY,
  disputes: [DISPUTE],
  statements: [
    {
      ...STATEMENT,
      purposes: [use('admin'), use('develop'), use('pseudo-decision')],
      retentions: ['indefinitely'],
      data: [datum('#dynamic.cookies', 'preference', 'navigation')],
    },
    {
      ...STATEMENT,
      purposes: [use('individual-decision', 'opt-out')],
      data: [datum('#user.name.given'), datum('#dynamic.cookies', 'preference', 'uniqueid')],
    },
  ],
}

test("the recommendation's example gives its compact policy", () => {
  const tokens = (text: string) => text.split(' ').sort()
  expect(tokens(compact(EXAMPLE))).toEqual(tokens('NON DSP ADM DEV PSD IVDo OUR IND STP PHY PRE NAV UNI'))
})

test('a set has the categories of all that is in it, and those written on a fixed element are ignored', () => {
  const policy = { ...POLICY, statements: [{ ...STATEMENT, data: [datum('#user.home-info', 'health')] }] }
  expect(compact(policy)).toBe('NON OUR STP PHY ONL DEM')
})

test('data of a schema of the site have its categories', () => {
  const own = new Map([
    ['pet', { name: 'pet', categories: ['preference'] as const, variable: false, mixed: false, leaf: true }],
  ])
  const policy = { ...POLICY, statements: [{ ...STATEMENT, data: [{ ...datum('#pet', 'health'), base: '' }] }] }
  expect(compactOfP3p([policy], own)).toMatchObject({ ok: true, value: { categories: ['preference'] } })
})

test('remedies are united, and NID stands only if every statement of every policy is anonymous', () => {
  const anonymous = { ...POLICY, statements: [{ ...STATEMENT, nonIdentifiable: true }] }
  const disputes = [
    { ...DISPUTE, remedies: ['law'] as const },
    { ...DISPUTE, remedies: ['correct', 'law'] as const },
  ]
  expect(compact({ ...anonymous, disputes })).toBe('NON DSP COR LAW NID OUR STP')
  expect(compact({ ...anonymous, statements: [...anonymous.statements, STATEMENT] })).toBe('NON OUR STP')
  expect(compact(anonymous, POLICY)).toBe('NON OUR STP')
  expect(compact({ ...POLICY, test: true })).toBe('NON OUR STP TST')
})

const MANDATORY = { mandatory: true, content: [] }

test.each([
  ['policy', { ...POLICY, extensions: [MANDATORY] }],
  ['dispute', { ...POLICY, disputes: [{ ...DISPUTE, extensions: [MANDATORY] }] }],
  ['statement', { ...POLICY, statements: [{ ...STATEMENT, extensions: [MANDATORY] }] }],
  [
    'purpose',
    { ...POLICY, statements: [{ ...STATEMENT, purposes: [{ ...use('admin' as const), extensions: [MANDATORY] }] }] },
  ],
])('a mandatory extension in a %s forbids a compact policy', (_, policy: P3pPolicy) => {
  for (const make of [compactOfP3p, compactStatementsOfP3p]) {
    expect(make([POLICY, policy])).toMatchObject({
      ok: false,
      issues: [{ code: 'compact-extension-mandatory', data: { policy: 'shop' } }],
    })
  }
})

test('an optional extension does not', () => {
  expect(compact({ ...POLICY, extensions: [{ mandatory: false, content: [] }] })).toBe('NON OUR STP')
})

test('compact to full and back changes nothing', () => {
  fc.assert(
    fc.property(fullCompactPolicy, policy => {
      expect(compactOfP3p([p3pOfCompact(policy)])).toEqual({ ok: true, value: policy, issues: [] })
    }),
    { numRuns: 300 },
  )
})

test('each retention becomes a statement, alike in all else', () => {
  const policy = decodeCompact('NON CUR CONo OUR STP IND PHY').policy ?? EMPTY_COMPACT_POLICY
  const { statements, access } = p3pOfCompact(policy)
  expect(access).toBe('none')
  expect(statements.map(({ retentions }) => retentions)).toEqual([['stated-purpose'], ['indefinitely']])
  expect(statements[0]).toEqual({
    ...STATEMENT,
    purposes: [use('current'), use('contact', 'opt-out')],
    data: [datum('#dynamic.miscdata', 'physical')],
  })
})

test('braces keep statements apart, and without them all is one', () => {
  const made = compactStatementsOfP3p([EXAMPLE])
  if (!made.ok) throw new Error('refused')
  const text = encodeStatements(made.value)
  expect(text).toBe('NON DSP { ADM DEV PSD OUR IND NAV PRE } { IVDo OUR STP PHY UNI PRE }')
  expect(statementsOf(decodeCompact(text))).toEqual(statementsOf(decodeCompact(`CP="${text}"`)))
  expect(encodeStatements(statementsOf(decodeCompact(text)) ?? { outside: EMPTY_COMPACT_POLICY, statements: [] })).toBe(
    text,
  )
  expect(encodeCompact(withoutBraces(made.value))).toBe(compact(EXAMPLE))
  expect(statementsOf(decodeCompact('NON CUR'))).toBeNull()
})
