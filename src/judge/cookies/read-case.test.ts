import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BROWSER_AGENTS, judgeEverywhere } from './browser-agents.ts'
import { isCaseFlaw, readCookieCase } from './read-case.ts'

const URL = 'https://shop.example/'
const CASE = { id: 'c', agent: 'chrome', now: '2026-11-22T12:00:00Z', cookie: 'a=1', set: { url: URL } }

describe('a case from outside', () => {
  test('may leave out what goes without saying', () => {
    expect(readCookieCase({ ...CASE, ask: [{ id: 'q', url: URL }] })).toEqual({
      ...CASE,
      compactPolicy: null,
      set: { via: 'header', url: URL, top: URL, ancestors: [], method: 'GET', navigation: false },
      ask: [
        {
          id: 'q',
          url: URL,
          top: URL,
          ancestors: [],
          navigation: false,
          method: 'GET',
          initiator: null,
          redirects: [],
          ageSeconds: 0,
        },
      ],
    })
  })

  test.each([
    [null, '', 'object'],
    [[], '', 'object'],
    [{ ...CASE, id: 1 }, 'id', 'text'],
    [{ ...CASE, now: 'soon' }, 'now', 'time'],
    [{ ...CASE, set: 'there' }, 'set', 'object'],
    [{ ...CASE, set: { url: '/page' } }, 'set.url', 'url'],
    [{ ...CASE, set: { url: 'data:,' } }, 'set.url', 'url'],
    [{ ...CASE, set: { url: URL, via: 'mail' } }, 'set.via', 'via'],
    [{ ...CASE, set: { url: URL, ancestors: [URL, 5] } }, 'set.ancestors.1', 'url'],
    [{ ...CASE, set: { url: URL, navigation: 'yes' } }, 'set.navigation', 'boolean'],
    [{ ...CASE, ask: {} }, 'ask', 'list'],
    [{ ...CASE, ask: [{ url: URL }] }, 'ask.0.id', 'text'],
    [{ ...CASE, ask: [{ id: 'a', url: URL, ageSeconds: '5' }] }, 'ask.0.ageSeconds', 'number'],
    [
      {
        ...CASE,
        ask: [
          { id: 'a', url: URL },
          { id: 'a', url: URL },
        ],
      },
      'ask.1.id',
      'distinct',
    ],
    [{ ...CASE, compactPolicy: 5 }, 'compactPolicy', 'text'],
  ])('%j is flawed at "%s": %s is wanted', (value, path, wanted) => {
    expect(readCookieCase(value)).toEqual({ path, wanted })
  })

  test('is read or has a flaw, whatever it is', () => {
    fc.assert(fc.property(fc.anything(), value => void readCookieCase(value)))
    const near = fc.record({
      id: fc.constantFrom('a', 1),
      agent: fc.constant('chrome'),
      now: fc.constantFrom(CASE.now, ''),
      cookie: fc.string(),
      set: fc.oneof(fc.anything(), fc.record({ url: fc.constantFrom(URL, 'x'), top: fc.anything() })),
      ask: fc.anything(),
    })
    fc.assert(fc.property(near, value => void readCookieCase(value)))
  })
})

describe('every browser', () => {
  const PLACES = [
    URL,
    'http://shop.example/a/b',
    'https://www.shop.example/',
    'https://third.example.org/x',
    'http://localhost/',
    'https://[::1]/',
    'https://github.io/',
  ]
  const place = fc.constantFrom(...PLACES)
  const where = fc.record({
    url: place,
    top: place,
    ancestors: fc.array(place, { maxLength: 2 }),
    navigation: fc.boolean(),
    method: fc.constantFrom('GET', 'POST'),
  })
  const question = fc
    .tuple(where, fc.option(place), fc.array(place, { maxLength: 2 }), fc.integer({ min: 0, max: 4e7 }))
    .map(([at, initiator, redirects, ageSeconds]) => ({ ...at, id: 'q', initiator, redirects, ageSeconds }))
  const cases = fc.record({
    id: fc.constant('c'),
    now: fc.constant(CASE.now),
    cookie: fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('a=1; Secure; SameSite=None; Partitioned', 'a=1; Max-Age=9', 'a=1; Domain=example.org'),
    ),
    set: fc.tuple(where, fc.constantFrom('header', 'script')).map(([at, via]) => ({ ...at, via })),
    ask: fc.array(question, { maxLength: 1 }),
  })

  test('answers every case, and never sends what it has not stored', () => {
    fc.assert(
      fc.property(cases, asked => {
        for (const verdict of judgeEverywhere(asked as never)) {
          if (verdict.stored === false) for (const sent of Object.values(verdict.sent)) expect(sent).toBe(false)
          if (verdict.stored === null) for (const sent of Object.values(verdict.sent)) expect(sent).toBeNull()
          if (verdict.partition !== null) expect(verdict.stored).toBe(true)
        }
      }),
    )
  })

  test('answers alone as among the others', () => {
    fc.assert(
      fc.property(cases, asked => {
        const together = judgeEverywhere(asked as never)
        for (const [at, agent] of BROWSER_AGENTS.entries())
          expect(agent.judge({ ...asked, agent: agent.id } as never)).toEqual(together[at])
      }),
    )
  })
})

test('an address that is none leaves all open', () => {
  const [verdict] = judgeEverywhere({
    ...CASE,
    set: { via: 'header', url: 'nowhere', top: URL, ancestors: [], method: 'GET', navigation: false },
    ask: [],
  })
  expect(verdict).toMatchObject({ stored: null, rule: 'case-malformed' })
})

test('isCaseFlaw tells a flaw from a case', () => {
  expect(isCaseFlaw(readCookieCase(CASE))).toBe(false)
  expect(isCaseFlaw(readCookieCase(null))).toBe(true)
})
