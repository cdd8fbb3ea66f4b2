import { describe, expect, test } from 'vitest'
import { policyOf, SOUND } from '../../../test/support/policy-of.ts'
import { encodeCompact } from '../../codec/compact/index.ts'
import type { DeclarationInput } from '../../declare/index.ts'
import { type CookieScope, compactHeaderOf, compactPolicyOf } from './compact-of.ts'

const practice = SOUND.practices['shop']!

const TWO: DeclarationInput = {
  ...SOUND,
  practices: {
    orders: { ...practice, data: ['user.home-info.online.email'], purposes: { current: 'always', contact: 'opt-in' } },
    shop: practice,
    statistics: { ...practice, purposes: 'pseudo-analysis', retention: 'indefinitely' },
  },
  cookies: [
    { name: 'basket', lifetime: 'session', practice: 'shop' },
    { name: '_st*', host: '.shop.example', lifetime: '1 year', practice: 'statistics' },
  ],
}

const tokens = (input: DeclarationInput, scope?: CookieScope): string | null => {
  const compact = compactPolicyOf(policyOf(input), scope)
  return compact && encodeCompact(compact)
}

const key = (name: string) => ({ name, host: 'shop.example', path: '/' })

test('the example of the recommendation (P3P 1.0, example 4.1)', () => {
  const example: DeclarationInput = {
    ...SOUND,
    access: 'none',
    disputes: [{ type: 'service', service: 'https://shop.example/complaints' }],
    practices: {
      a: {
        data: [{ ref: 'dynamic.cookies', categories: ['preference', 'navigation'] }],
        purposes: ['admin', 'develop', 'pseudo-decision'],
        recipients: 'ours',
        retention: 'indefinitely',
      },
      b: {
        data: ['user.name.given', { ref: 'dynamic.cookies', categories: ['preference', 'uniqueid'] }],
        purposes: { 'individual-decision': 'opt-out' },
        recipients: 'ours',
        retention: { rule: 'stated-purpose', period: '1 year' },
      },
    },
    cookies: [{ name: '*', lifetime: '1 year', practice: 'b' }],
    p3p: { scope: 'site' },
  }
  const expected = 'NON DSP ADM DEV PSD IVDo OUR IND STP PHY PRE NAV UNI'
  expect(tokens(example)?.split(' ').sort()).toEqual(expected.split(' ').sort())
})

describe('what a response is said to do', () => {
  const shop = 'ALL DSP COR CUR OUR STP UNI STA'
  const statistics = 'ALL DSP COR PSA OUR IND UNI STA'
  const both = 'ALL DSP COR CUR PSA OUR STP IND UNI STA'

  test('is what the practices of its cookies do', () => {
    expect(tokens(TWO, [key('basket')])).toBe(shop)
    expect(tokens(TWO, [key('_st_7')])).toBe(statistics)
    expect(tokens(TWO, [key('_st_7'), key('basket'), key('basket')])).toBe(both)
  })

  test('is for all cookies together where it is not known which it sets', () => {
    expect(tokens(TWO)).toBe(both)
  })

  test('is what all practices do, where the policy says so', () => {
    const site: DeclarationInput = { ...TWO, p3p: { scope: 'site' } }
    const all = 'ALL DSP COR CUR PSA CONi OUR STP IND ONL UNI STA'
    expect(tokens(site)).toBe(all)
    expect(tokens(site, [key('basket')])).toBe(all)
  })

  test('is nothing where there are no cookies, or one that nobody declared', () => {
    expect(tokens(TWO, [])).toBeNull()
    expect(tokens(TWO, [key('basket'), key('unheard-of')])).toBeNull()
    expect(tokens({ ...TWO, cookies: [], p3p: { scope: 'site' } })).toBeNull()
  })
})

test('Candor’s own cookies take nothing from what is said of the others, by the names they have at the site', () => {
  const at = (url: string): DeclarationInput => ({ ...TWO, site: { ...TWO.site, url } })
  const basket = tokens(TWO, [key('basket')])
  const beside = (url: string, name: string) => tokens(at(url), [key('basket'), key(name)])
  expect(beside('https://shop.example/', '__Host-candor')).toBe(basket)
  expect(beside('http://shop.example/', 'candor')).toBe(basket)
  expect(beside('http://shop.example/', 'candor-leaving')).toBe(basket)
  expect(beside('https://shop.example/', 'candor')).toBeNull()
})

test('the header points at the reference file, with or without a compact policy', () => {
  expect(compactHeaderOf(policyOf(TWO), [key('basket')])).toBe(
    'policyref="/w3c/p3p.xml", CP="ALL DSP COR CUR OUR STP UNI STA"',
  )
  expect(compactHeaderOf(policyOf(TWO), [])).toBe('policyref="/w3c/p3p.xml"')
})

test('the header is written in the style of the policy', () => {
  const ibm: DeclarationInput = { ...TWO, p3p: { style: 'ibm', scope: 'site' } }
  expect(compactHeaderOf(policyOf(ibm))).toContain('CURa PSAa CONi OUR')
})

test('a practice without people and a trial are said to be', () => {
  const anonymous: DeclarationInput = {
    ...SOUND,
    practices: { shop: { ...practice, identifiable: false } },
    p3p: { test: true },
  }
  expect(tokens(anonymous)).toBe('ALL DSP COR NID CUR OUR STP UNI STA TST')
})
