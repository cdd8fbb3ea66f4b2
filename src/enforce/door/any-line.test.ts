import fc from 'fast-check'
import { expect, test } from 'vitest'
import { askingPolicy, choiceOf, cookieHeader } from '../../../test/support/door-policy.ts'
import { DECISIONS } from '../../model/index.ts'
import { createDoor } from './index.ts'

const policy = askingPolicy()
const door = createDoor(policy)

const NAMES = ['basket', 'session', '_stats', '_stats_x', 'ads', 'tip', 'tip-closed', 'stranger', '__Host-candor', '']
const attributes = fc.oneof(
  fc.constantFrom(
    'Path=/',
    'Path=/shop',
    'Domain=shop.example',
    'Domain=.Shop.Example',
    'Secure',
    'HttpOnly',
    'SameSite=Lax',
  ),
  fc.constantFrom(
    'Max-Age=60',
    'max-age = 99999999',
    'Max-Age',
    'Max-Age=0',
    'Expires=Fri, 31 Dec 2100 23:59:59 GMT',
    'Expires=x',
  ),
  fc.string({ maxLength: 12 }),
)
const lines = fc.oneof(
  fc
    .tuple(fc.constantFrom(...NAMES), fc.string({ maxLength: 12 }), fc.array(attributes, { maxLength: 5 }))
    .map(([name, value, rest]) => [`${name}=${value}`, ...rest].join(';')),
  fc.string({ unit: 'binary', maxLength: 60 }),
)
const decision = fc.constantFrom(...DECISIONS)
const choices = fc
  .record({ statistics: decision, advertising: decision, tips: decision }, { requiredKeys: [] })
  .map(decisions => choiceOf(policy, decisions))
const cookieHeaders = fc.option(
  fc.oneof(
    fc.string({ unit: 'binary', maxLength: 80 }),
    fc
      .tuple(fc.option(choices, { nil: null }), fc.subarray(NAMES))
      .map(([choice, names]) => cookieHeader(choice, ...names.map(name => `${name}=1`))),
  ),
  { nil: null },
)
const places = fc.record({
  host: fc.oneof(
    fc.constantFrom('shop.example', 'www.shop.example:8443', 'localhost', '[::1]:3000'),
    fc.string({ maxLength: 20 }),
  ),
  path: fc.oneof(fc.constantFrom('/', '/shop/basket?x=/y/', '*'), fc.string({ maxLength: 30 })),
  https: fc.boolean(),
})

/** Ages apart, which are all that may be changed. */
const withoutAges = (line: string): string =>
  line
    .split(';')
    .filter(part => !/^\s*(?:max-age|expires)\s*(?:=|$)/i.test(part))
    .join(';')

test('whatever is sent, by whomever, wherever: it passes, goes, or has its age cut, and the policy decides the same each time', () => {
  fc.assert(
    fc.property(fc.array(lines, { maxLength: 5 }), cookieHeaders, places, (setCookies, header, place) => {
      const visitor = door.visitor(header, null)
      const first = door.leave(visitor, { ...place, setCookies, cacheControl: 'public' })
      const afresh = createDoor(policy)
      const again = afresh.leave(afresh.visitor(header, null), { ...place, setCookies, cacheControl: 'public' })
      expect(first.decisions).toEqual(again.decisions)
      expect(first.decisions).toHaveLength(setCookies.length)
      const left = [...first.setCookies]
      for (const [at, line] of setCookies.entries()) {
        const { action } = first.decisions[at] as (typeof first.decisions)[number]
        if (action === 'stopped') continue
        const after = left.shift()
        if (action === 'passed') expect(after).toBe(line)
        else expect(withoutAges(after ?? '')).toBe(withoutAges(line))
      }
      expect(left).toEqual([])
    }),
  )
})

test('what deletes is fit to be sent, and names nothing but cookies that came', () => {
  fc.assert(
    fc.property(cookieHeaders, places, (header, place) => {
      const visitor = door.visitor(header, '1')
      const { setCookies } = door.leave(visitor, { ...place, setCookies: [] })
      for (const line of setCookies) {
        expect(line).toMatch(/^[\x21-\x7e]+=[a-z0-9.]*; Max-Age=\d+; Path=\/[\x20-\x7e]*$/)
        const name = line.slice(0, line.indexOf('='))
        if (!name.endsWith('-leaving')) expect(visitor.cookies).toContain(name)
      }
      expect(setCookies.join('\r\n').length).toBeLessThan(4096)
    }),
  )
})

test('a line, a header and a path of any length are looked through once', () => {
  const long = 'x; '.repeat(200_000)
  const visitor = door.visitor(`${'a=1; '.repeat(100_000)}ads=1`, '1')
  const left = door.leave(visitor, {
    host: 'shop.example',
    path: '/'.repeat(200_000),
    https: true,
    setCookies: [`basket=1; ${long}`],
  })
  expect(left.decisions.map(({ action }) => action)).toEqual(['passed', 'expired'])
})
