import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cookieLines } from '../../../test/support/cookie-lines.ts'
import type { CookieChange } from '../../model/index.ts'
import { BROWSER_IDS } from './profile.ts'
import { type CookieSource, repairCookie } from './repair.ts'
import type { CookieWish } from './wish.ts'

const WIDGET = 'https://widget.example.org/frame'
const PAGE = 'https://page.example.net/'

const source = (cookie: string, set: Partial<CookieSource['set']> = {}): CookieSource => ({
  cookie,
  now: '2026-11-22T12:00:00Z',
  set: { via: 'header', url: WIDGET, top: WIDGET, ancestors: [], method: 'GET', navigation: false, ...set },
})

const EMBEDDED = { top: PAGE }
const BLINK_AND_GECKO = ['chrome', 'edge', 'firefox', 'firefox-strict', 'firefox-private']

const changesOf = (from: CookieSource, wish: CookieWish): readonly (readonly CookieChange[])[] =>
  repairCookie(from, wish).map(({ changes }) => changes)

describe('a cookie for what is embedded', () => {
  const wish: CookieWish = { context: 'embedded' }

  test('needs SameSite=None and Secure in Chrome and Firefox, and Partitioned to be kept by all who can', () => {
    const [first, second] = repairCookie(source('a=1', EMBEDDED), wish)
    expect(first).toMatchObject({ line: 'a=1; Secure; SameSite=None', works: expect.arrayContaining(BLINK_AND_GECKO) })
    expect(first?.works).not.toContain('safari')
    expect(second?.line).toBe('a=1; Secure; SameSite=None; Partitioned')
    expect(second?.works).toEqual(BROWSER_IDS.filter(id => !id.startsWith('webkitgtk')))
    expect(second?.treatments['firefox']).toMatchObject({ outcome: 'per-site', days: 'session' })
    expect(second?.treatments['webkitgtk']).toMatchObject({ outcome: 'refused', rule: 'third-party-blocked' })
  })

  test('on http needs https first of all', () => {
    const from = source('a=1; SameSite=None', { url: 'http://widget.example.org/', top: 'http://page.example.net/' })
    for (const repair of repairCookie(from, wish)) expect(repair.url).toBe('https://widget.example.org/')
  })
})

describe('a cookie of a site’s own', () => {
  const wish: CookieWish = { context: 'first-party' }

  test('that all browsers keep and send needs nothing', () => {
    expect(repairCookie(source('a=1; Secure; SameSite=Lax'), wish)).toEqual([])
  })

  test('that a script sets for a year lives longer when a response sets it', () => {
    const [repair] = repairCookie(source('a=1; Max-Age=31536000', { via: 'script' }), { ...wish, lifetimeDays: 365 })
    expect(repair).toMatchObject({ changes: ['by-header'], via: 'header' })
    expect(repair?.works).toContain('safari')
    expect(repair?.works).not.toContain('brave')
  })

  test.each([
    ['a=1; SameSite=Strict', [['same-site-lax']]],
    ['a=1; SameSite=None', [['secure']]],
    ['a=1; Partitioned', [['secure']]],
    ['__Host-a=1; Secure; Path=/; Domain=widget.example.org', [['drop-domain']]],
    ['a=1; Domain=example.com', [['drop-domain']]],
    ['a=1; Domain=org', [['drop-domain']]],
    ['__Http-a=1; Secure', [['http-only']]],
  ] as const)('%s: %j', (cookie, changes) => {
    expect(changesOf(source(cookie), wish)[0]).toEqual(changes[0])
  })

  test('Secure on http needs https', () => {
    const from = source('a=1; Secure', { url: 'http://shop.example/', top: 'http://shop.example/' })
    expect(changesOf(from, wish)).toEqual([['by-https']])
  })

  test('HttpOnly from a script: either it comes by a header, or it is no HttpOnly', () => {
    expect(changesOf(source('a=1; HttpOnly', { via: 'script' }), wish)).toEqual([['by-header']])
  })

  test('what no attribute can mend has no repair', () => {
    expect(repairCookie(source('=\x01'), wish)).toEqual([])
    expect(repairCookie(source(`a=${'x'.repeat(5000)}`), wish)).toEqual([])
  })
})

test('each repair changes more than the one before it and wins more browsers over, and none is for nothing', () => {
  fc.assert(
    fc.property(cookieLines, fc.boolean(), (line, embedded) => {
      const repairs = repairCookie(source(line, embedded ? EMBEDDED : {}), {
        context: embedded ? 'embedded' : 'first-party',
      })
      for (const [at, repair] of repairs.entries()) {
        const before = repairs[at - 1]
        expect(repair.changes.length).toBeGreaterThan(before?.changes.length ?? 0)
        expect(repair.works.length).toBeGreaterThan(before?.works.length ?? 0)
        const done = { context: embedded ? 'embedded' : 'first-party' } as const
        const again = repairCookie(
          source(repair.line, { url: repair.url, via: repair.via, ...(embedded ? EMBEDDED : {}) }),
          done,
        )
        for (const further of again) expect(further.works.length).toBeGreaterThan(repair.works.length)
      }
    }),
    { numRuns: 30 },
  )
})
