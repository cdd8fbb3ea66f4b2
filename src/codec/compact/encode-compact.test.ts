import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyCompactPolicy } from '../../../test/support/compact-policies.ts'
import {
  type CompactPolicy,
  decodeCompact,
  EMPTY_COMPACT_POLICY,
  encodeCompact,
  encodeP3pHeader,
  factsOf,
  LEGAL_TOKENS,
  readCompactFacts,
} from './index.ts'

const SEED = 'NOI CURa ADMa DEVa TAIa CONa OUR DELa BUS IND PHY ONL UNI PUR COM NAV DEM STA'

const read = (text: string): CompactPolicy => decodeCompact(text).policy ?? EMPTY_COMPACT_POLICY

test("IBM's style gives the line its editor wrote, byte for byte", () => {
  // CURa is no token, so the purpose it stands for is put back before the line is written again.
  const policy = read(SEED)
  const purposes = [{ id: 'current', choice: 'always' } as const, ...policy.purposes]
  expect(encodeCompact({ ...policy, purposes }, 'ibm')).toBe(SEED)
})

test('the canonical style writes always bare', () => {
  expect(encodeCompact(read('STA NAV OUR DELa IND BUS CONa CUR NOI'))).toBe('NOI CUR CON OUR DEL BUS IND NAV STA')
})

test('a use with several choices is written with each', () => {
  expect(encodeCompact(read('CONo ADM CONa CONi'))).toBe('ADM CON CONi CONo')
})

test('only the 100 legal tokens are written, each once', () => {
  expect(LEGAL_TOKENS.size).toBe(100)
  fc.assert(
    fc.property(anyCompactPolicy, policy => {
      const tokens = encodeCompact(policy).split(' ').filter(Boolean)
      expect(tokens.every(token => LEGAL_TOKENS.has(token))).toBe(true)
      expect(new Set(tokens).size).toBe(tokens.length)
    }),
    { numRuns: 200 },
  )
})

test('what is written reads as what was meant', () => {
  fc.assert(
    fc.property(anyCompactPolicy, policy => {
      expect(read(encodeCompact(policy))).toEqual(policy)
      expect(readCompactFacts(`CP="${encodeCompact(policy)}"`)).toEqual(factsOf(policy))
    }),
    { numRuns: 200 },
  )
})

describe('the header', () => {
  test('holds both parts, one, or nothing', () => {
    expect(encodeP3pHeader({ policyref: '/w3c/p3p.xml', compact: 'NOI CUR' })).toBe(
      'policyref="/w3c/p3p.xml", CP="NOI CUR"',
    )
    expect(encodeP3pHeader({ policyref: null, compact: 'NOI' })).toBe('CP="NOI"')
    expect(encodeP3pHeader({ policyref: '/p.xml', compact: null })).toBe('policyref="/p.xml"')
    expect(encodeP3pHeader({ policyref: null, compact: '' })).toBe('')
  })

  test('cannot be broken by what the URI holds', () => {
    const header = encodeP3pHeader({ policyref: '/a"b\r\nж\ud800#x', compact: 'NOI' })
    expect(header).toBe('policyref="/a%22b%0D%0A%D0%B6%EF%BF%BD#x", CP="NOI"')
  })
})
