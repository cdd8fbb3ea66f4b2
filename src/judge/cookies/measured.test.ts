import { describe, expect, test } from 'vitest'
import type { CookieCase, CookieQuestion } from '../../model/index.ts'
import { browserAgent } from './browser-agents.ts'
import type { BrowserId } from './profile.ts'

/** What was seen in the browsers themselves: Chromium 156, Firefox 153 ESR, WebKitGTK 2.50, November 2026. */

const SITE = 'https://s1.example.com/'
const OTHER = 'https://x.example.net/'
const THIRD = 'https://third.example.org/'

const NINE: Readonly<Record<string, string>> = {
  n: 'n=1',
  l: 'l=1; SameSite=Lax',
  s: 's=1; SameSite=Strict',
  z: 'z=1; SameSite=None; Secure',
  p: 'p=1; SameSite=None; Secure; Partitioned',
  q: 'q=1; SameSite=None',
  w: 'w=1; SameSite=sometimes',
  pn: 'pn=1; Secure; Partitioned',
  pi: 'pi=1; Partitioned',
}

type Setting = Partial<CookieCase['set']>

const FIRST_PARTY: CookieCase['set'] = {
  via: 'header',
  url: SITE,
  top: SITE,
  ancestors: [],
  method: 'GET',
  navigation: true,
}

const ask = (change: Partial<CookieQuestion>): CookieQuestion => ({
  id: 'it',
  url: SITE,
  top: SITE,
  ancestors: [],
  navigation: false,
  method: 'GET',
  initiator: SITE,
  redirects: [],
  ageSeconds: 1,
  ...change,
})

function judge(browser: BrowserId, cookie: string, set: Setting = {}, question: Partial<CookieQuestion> = {}) {
  const agent = browserAgent(browser)
  if (agent === null) throw new Error(browser)
  return agent.judge({
    id: 'a',
    agent: browser,
    now: '2026-11-22T12:00:00Z',
    set: { ...FIRST_PARTY, ...set },
    cookie,
    ask: [ask(question)],
  })
}

/** The names of those of the nine that are sent, having been set so. */
const sentOf = (browser: BrowserId, set: Setting, question: Partial<CookieQuestion>): string =>
  Object.keys(NINE)
    .filter(name => judge(browser, NINE[name] ?? '', set, question).sent['it'] === true)
    .join(' ')

const storedOf = (browser: BrowserId, set: Setting): string =>
  Object.keys(NINE)
    .filter(name => judge(browser, NINE[name] ?? '', set).stored === true)
    .join(' ')

const BROWSERS = [
  'chrome',
  'chrome-incognito',
  'chromium-debian',
  'firefox',
  'firefox-strict',
  'firefox-private',
  'webkitgtk',
  'webkitgtk-itp',
] as const
type Row = Readonly<Record<(typeof BROWSERS)[number], string>>

/** Firefox does the same in every mode, Chromium when it blocks. */
const row = (chrome: string, blocking: string, firefox: string, webkit: string, itp: string): Row => ({
  chrome,
  'chrome-incognito': blocking,
  'chromium-debian': blocking,
  firefox,
  'firefox-strict': firefox,
  'firefox-private': firefox,
  webkitgtk: webkit,
  'webkitgtk-itp': itp,
})

const ALL = 'n l s z p q w pn pi'
const SEVEN = 'n l s z p w pn'
const EMBEDDED: Setting = { url: THIRD, top: OTHER, navigation: false }

describe('nine cookies set by a page of their own', () => {
  test.each(Object.entries(row(SEVEN, SEVEN, SEVEN, ALL, ALL)))('%s keeps %s', (browser, kept) => {
    expect(storedOf(browser as BrowserId, {})).toBe(kept)
  })

  const rows: readonly (readonly [string, Partial<CookieQuestion>, Row])[] = [
    ['loaded by a page of another site', { top: OTHER, initiator: OTHER }, row('z', '', '', 'n z p q w pn pi', '')],
    [
      'a link from another site',
      { navigation: true, initiator: OTHER },
      row('n l z p w pn', 'n l z p w pn', 'n l z p w pn', 'n l z p q w pn pi', 'n l z p q w pn pi'),
    ],
    [
      'a form posted from another site at once',
      { navigation: true, initiator: OTHER, method: 'POST', ageSeconds: 2 },
      row('n z p w pn', 'n z p w pn', 'n z p w pn', 'n z p q w pn pi', 'n z p q w pn pi'),
    ],
    [
      'a form posted from another site after 130 seconds',
      { navigation: true, initiator: OTHER, method: 'POST', ageSeconds: 130 },
      row('z p', 'z p', 'n z p w pn', 'n z p q w pn pi', 'n z p q w pn pi'),
    ],
    ['its own page, redirected through another site', { redirects: [OTHER] }, row(SEVEN, SEVEN, 'n z p w pn', ALL, '')],
    [
      'its own frame in a frame of another site in its own page',
      { ancestors: [OTHER], initiator: OTHER },
      row('z', '', '', ALL, ALL),
    ],
  ]
  describe.each(rows)('%s', (_, question, seen) => {
    test.each(Object.entries(seen))('%s sends %s', (browser, sent) => {
      expect(sentOf(browser as BrowserId, {}, question)).toBe(sent)
    })
  })

  test('an http page of the same host is another site to Chromium alone: no Lax, no Strict', () => {
    const insecure = { top: 'http://s1.example.com/', initiator: 'http://s1.example.com/' }
    const bound = (browser: BrowserId) =>
      ['l', 's'].filter(name => judge(browser, NINE[name] ?? '', {}, insecure).sent['it'] === true).join(' ')
    expect(BROWSERS.map(bound)).toEqual(['', '', '', 'l s', 'l s', 'l s', 'l s', 'l s'])
  })
})

describe('nine cookies set by a third party', () => {
  test.each(Object.entries(row('z p', 'p', 'n z p w pn', '', '')))('%s keeps %s', (browser, kept) => {
    expect(storedOf(browser as BrowserId, EMBEDDED)).toBe(kept)
  })

  test.each(['iframe', 'image', 'script'])('whether by %s makes no difference', how => {
    const set: Setting = { ...EMBEDDED, via: how === 'script' ? 'script' : 'header' }
    for (const browser of BROWSERS) expect(storedOf(browser, set)).toBe(storedOf(browser, EMBEDDED))
  })

  const rows: readonly (readonly [string, Partial<CookieQuestion>, Row])[] = [
    ['again under the same page', { url: THIRD, top: OTHER, initiator: OTHER }, row('z p', 'p', 'n z p w pn', '', '')],
    ['under another page', { url: THIRD, top: SITE, initiator: SITE }, row('z', '', '', '', '')],
    ['on the third party’s own page', { url: THIRD, top: THIRD, initiator: THIRD }, row('z', '', '', '', '')],
  ]
  describe.each(rows)('%s', (_, question, seen) => {
    test.each(Object.entries(seen))('%s sends %s', (browser, sent) => {
      expect(sentOf(browser as BrowserId, EMBEDDED, question)).toBe(sent)
    })
  })

  test('Lax and Strict cannot be set there, Partitioned or not', () => {
    for (const browser of BROWSERS)
      for (const sameSite of ['Lax', 'Strict'])
        expect(judge(browser, `a=1; SameSite=${sameSite}; Secure; Partitioned`, EMBEDDED).stored).toBe(false)
  })

  test('a frame of the page’s own site is no third party; Partitioned is keyed to the page', () => {
    const set: Setting = { url: 'https://shop.example.net/', top: 'https://example.net/', navigation: false }
    for (const browser of BROWSERS) expect(judge(browser, 'a=1; SameSite=Lax', set).stored).toBe(true)
    expect(judge('chrome', NINE['pn'] ?? '', set).partition).toBe('https://example.net')
    expect(judge('firefox', NINE['pn'] ?? '', set).partition).toBe('https://example.net')
  })
})

describe('how long cookies are kept', () => {
  test.each([
    ['chrome', 'header', 400],
    ['chrome', 'script', 400],
    ['firefox', 'header', 400],
    ['firefox', 'script', 400],
    ['webkitgtk', 'header', 3650],
    ['webkitgtk', 'script', 3650],
    ['webkitgtk-itp', 'header', 3650],
    ['webkitgtk-itp', 'script', 7],
    ['brave', 'header', 180],
    ['brave', 'script', 7],
    ['safari', 'script', 7],
    ['safari', 'header', null],
  ] as const)('ten years: %s grants a cookie set by %s %s days', (browser, via, days) => {
    expect(judge(browser, 'a=1; Max-Age=315360000', { via }).expires).toBe(days)
  })

  test.each([
    ['a=1; Max-Age=86400; Expires=Mon, 01 Jan 1990 00:00:00 GMT', 1, 1, null],
    ['a=1; Max-Age=+86400', 1, 'session', 1],
    ['a=1; Max-Age="86400"', 'session', 'session', 'session'],
    ['a=1; Max-Age=1d', 'session', 'session', 'session'],
    ['a=1; Max-Age=86400.5', 'session', 'session', 'session'],
    ['a=1; Max-Age=99999999999999999999', 400, 400, 'session'],
  ] as const)('%s: Chrome %s, Firefox %s, WebKitGTK %s', (cookie, chrome, firefox, webkit) => {
    expect(judge('chrome', cookie).expires).toBe(chrome)
    expect(judge('firefox', cookie).expires).toBe(firefox)
    if (webkit === null) expect(judge('webkitgtk', cookie).stored).toBe(false)
    else expect(judge('webkitgtk', cookie).expires).toBe(webkit)
  })
})

/** Whether Chrome, Firefox and WebKitGTK keep the line. */
const kept = (cookie: string, set: Setting = {}) =>
  (['chrome', 'firefox', 'webkitgtk'] as const).map(browser => judge(browser, cookie, set).stored)

describe('lines with traps, set by their own page: kept by Chrome, Firefox, WebKitGTK', () => {
  test.each([
    ['a name and a value of 4096 bytes', `a=${'x'.repeat(4095)}`, [true, true, true]],
    ['one byte more', `a=${'x'.repeat(4096)}`, [false, false, true]],
    ['a TAB in the value', 'a=x\ty', [false, true, true]],
    ['a control character', 'a=x\x01y', [false, false, true]],
    ['no name', '=v', [true, false, true]],
    ['no name, the name of a protected one hidden', '=__Host-a=1', [false, false, true]],
    ['a lone word', 'word', [true, true, true]],
    ['nothing', '=', [false, false, false]],
    ['bytes of UTF-8', 'a=\xc3\xa9', [true, true, true]],
    ['__Secure- without Secure', '__Secure-a=1', [false, false, true]],
    ['__Host- without Secure', '__Host-a=1; Path=/', [false, false, true]],
    ['__Host- with Domain', '__Host-a=1; Secure; Path=/; Domain=s1.example.com', [false, false, true]],
    ['__host- in small letters', '__host-a=1; Path=/', [false, false, true]],
    ['__Host- without Path', '__Host-a=1; Secure', [false, true, true]],
    ['__Http- without HttpOnly', '__Http-a=1; Secure', [false, false, true]],
    ['__Host-Http- without HttpOnly', '__Host-Http-a=1; Secure; Path=/', [false, false, true]],
    ['__Host-Http- as it should be', '__Host-Http-a=1; Secure; Path=/; HttpOnly', [true, true, true]],
    ['Domain of everybody', 'a=1; Domain=com', [false, false, false]],
    ['Domain of another site', 'a=1; Domain=other.com', [false, false, false]],
    ['Domain of a host below', 'a=1; Domain=deep.s1.example.com', [false, false, false]],
    ['an empty Domain', 'a=1; Domain=', [true, true, true]],
    ['SameSite=None without Secure', 'a=1; SameSite=None', [false, false, true]],
  ] as const)('%s', (_, cookie, seen) => {
    expect(kept(cookie)).toEqual(seen)
  })

  test('a public suffix cannot be a cookie’s domain, private ones too, unless it sets the cookie itself', () => {
    const set: Setting = { url: 'https://alice.github.io/', top: 'https://alice.github.io/' }
    expect(kept('a=1; Domain=github.io', set)).toEqual([false, false, false])
    expect(kept('a=1; Domain=co.uk', { url: 'https://shop.co.uk/' })).toEqual([false, false, false])
    expect(kept('a=1; Domain=github.io', { url: 'https://github.io/' })).toEqual([true, true, false])
  })

  test('of two SameSite attributes the last counts; libsoup heeds no None after another', () => {
    const strict = (browser: BrowserId, cookie: string) =>
      judge(browser, cookie, {}, { navigation: true, initiator: OTHER }).sent['it'] === false
    expect(
      ['chrome', 'firefox'].map(browser => strict(browser as BrowserId, 'a=1; Secure; SameSite=Strict; SameSite=None')),
    ).toEqual([false, false])
    expect(strict('webkitgtk', 'a=1; Secure; SameSite=Strict; SameSite=None')).toBe(true)
  })

  test('Secure needs encryption; loopback will do, but for WebKit', () => {
    expect(kept('a=1; Secure', { url: 'http://s1.example.com/' })).toEqual([false, false, false])
    for (const url of ['http://localhost/', 'http://127.0.0.1/', 'http://app.localhost/'])
      for (const cookie of ['a=1; Secure', '__Host-a=1; Secure; Path=/'])
        expect(kept(cookie, { url })).toEqual([true, true, false])
  })

  test('a script cannot set HttpOnly', () => {
    expect(kept('a=1; HttpOnly', { via: 'script' })).toEqual([false, false, false])
  })
})

describe('what is not known of Safari is not guessed', () => {
  test.each([
    ['a line that is not by the book', 'a="x"; Max-Age=10; Max-Age=20', 'syntax-not-known'],
    ['a large cookie', `a=${'x'.repeat(5000)}`, 'size-not-known'],
    ['__Host- without Path', '__Host-a=1; Secure', 'prefix-not-known'],
    ['Partitioned without Secure', 'a=1; Partitioned', 'partition-not-known'],
  ])('%s', (_, cookie, rule) => {
    expect(judge('safari', cookie)).toMatchObject({ stored: null, rule, sent: { it: null } })
  })

  test('but that it lets third parties set nothing is known, however the line is written', () => {
    expect(judge('safari', 'a="x"; Max-Age=10; Max-Age=20', EMBEDDED)).toMatchObject({ stored: false })
  })
})
