import { describe, expect, test } from 'vitest'
import { CATEGORIES, PURPOSES, RECIPIENTS } from '../../vocabulary/index.ts'
import { type CompactFacts, factsOf, readCompactFacts } from './index.ts'

const bits = (table: readonly { readonly token: string }[], ...tokens: string[]): number =>
  tokens.reduce((sum, token) => sum | (1 << table.findIndex(row => row.token === token)), 0)

const SEED = 'NOI CURa ADMa DEVa TAIa CONa OUR DELa BUS IND PHY ONL UNI PUR COM NAV DEM STA'

function read(header: string): CompactFacts {
  const facts = readCompactFacts(header)
  if (facts === null) throw new Error(`no compact policy was found in ${header}`)
  return facts
}

test('each form of a use is kept apart, and CURa is no token', () => {
  const facts = read(SEED)
  expect(facts).toMatchObject({
    tokens: 18,
    unknown: 1,
    access: 1,
    markers: 0,
    remedies: 0,
    purposesBare: 0,
    purposesAlways: bits(PURPOSES, 'ADM', 'DEV', 'TAI', 'CON'),
    purposesOptIn: 0,
    recipientsBare: bits(RECIPIENTS, 'OUR'),
    recipientsAlways: bits(RECIPIENTS, 'DEL'),
    retentions: 0b11000,
    categories: bits(CATEGORIES, 'PHY', 'ONL', 'UNI', 'PUR', 'COM', 'NAV', 'DEM', 'STA'),
  })
})

test.each(['cur', 'CURi', 'OURa', 'PHYo', 'NOIa', 'ADMx', 'ADMA', 'AMZN', 'AD', 'ADMaa', 'NOI,', '{', '`````'])(
  '%s is unknown and does nothing',
  token => {
    const { tokens, unknown, ...rest } = read(`CP="${token}"`)
    expect({ tokens, unknown }).toEqual({ tokens: 1, unknown: 1 })
    expect(Object.values(rest).every(value => value === 0)).toBe(true)
  },
)

test('the obsolete CUS is unknown, but its forms are remembered for rules that name it', () => {
  expect(read('CP="CUS CUSo"')).toMatchObject({ tokens: 2, unknown: 2, customization: 0b1001 })
})

describe('the policy is found', () => {
  const plain = read('NOI ADM OUR IND COM')
  test.each([
    'CP="NOI ADM OUR IND COM"',
    'CP=NOI ADM OUR IND COM',
    "CP='NOI ADM OUR IND COM'",
    'cp = "NOI ADM OUR IND COM"',
    'CP=&quot;NOI ADM OUR IND COM&quot;',
    'CP=\\"NOI ADM OUR IND COM\\"',
    'CP="NOI ADM OUR IND COM',
    'policyref="/w3c/p3p.xml", CP="NOI ADM OUR IND COM"',
    'CP="NOI ADM OUR IND COM", policyref="/w3c/p3p.xml"',
    'CP=NOI ADM OUR IND COM, policyref="/w3c/p3p.xml"',
    'CP="NOI ADM OUR IND COM, policyref="/w3c/p3p.xml"',
    'policyref="/w3c/p3p.xml, CP="NOI ADM OUR IND COM"',
    'P3P: CP="NOI ADM OUR IND COM"',
    'P3P:policyref="/w3c/p3p.xml", CP="NOI ADM OUR IND COM"',
    'CP="NOI ADM OUR IND COM"; charset=utf-8',
    'CP="NOI ADM \r\n   OUR IND COM"',
    'CP="NOI ADM OUR IND COM", CP="PHY CON"',
    ' "NOI ADM OUR IND COM" ',
  ])('in %j', header => {
    expect(readCompactFacts(header)).toEqual(plain)
  })

  test.each(['', '  ', 'P3P:', 'policyref="/w3c/p3p.xml"', 'policyref="http://a.example/?CP=NOI"'])(
    'not in %j',
    header => {
      expect(readCompactFacts(header)).toBeNull()
    },
  )

  test('even when it is empty', () => {
    expect(readCompactFacts('CP=""')).toMatchObject({ tokens: 0, unknown: 0 })
  })
})

test('a policy has the facts of what it is written as', () => {
  const policy = {
    access: ['nonident'],
    markers: ['disputes'],
    remedies: ['correct'],
    purposes: [
      { id: 'current', choice: 'always' },
      { id: 'contact', choice: 'opt-out' },
    ],
    recipients: [{ id: 'ours', choice: 'always' }],
    retentions: ['indefinitely'],
    categories: ['online'],
  } as const
  expect(factsOf(policy)).toEqual(read('NOI DSP COR CUR CONo OUR IND ONL'))
})
