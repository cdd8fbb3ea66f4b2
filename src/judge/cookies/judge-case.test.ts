import { describe, expect, test } from 'vitest'
import { browserAgent } from './browser-agents.ts'

const SITE = 'https://shop.example.com/'
const OTHER = 'https://news.example.org/'

const set = (cookie: string, agent: string, from: object = {}) =>
  browserAgent(agent)?.judge({
    id: 'a',
    agent,
    now: '2026-11-22T12:00:00Z',
    set: { via: 'header', url: SITE, top: SITE, ancestors: [], method: 'GET', navigation: true, ...from },
    cookie,
    ask: [],
  })

const asked = (cookie: string, agent: string, question: object) =>
  browserAgent(agent)?.judge({
    id: 'a',
    agent,
    now: '2026-11-22T12:00:00Z',
    set: { via: 'header', url: SITE, top: SITE, ancestors: [], method: 'GET', navigation: true },
    cookie,
    ask: [
      {
        id: 'q',
        url: SITE,
        top: SITE,
        ancestors: [],
        navigation: true,
        method: 'GET',
        initiator: null,
        ageSeconds: 1,
        ...question,
      },
    ],
  }).sent['q']

const sentToSubdomain = (cookie: string, agent: string) =>
  asked(cookie, agent, { url: 'https://sub.example.com/', top: 'https://sub.example.com/' })
const sentByLink = (cookie: string, agent: string) => asked(cookie, agent, { initiator: OTHER })
const sentByOwnLinkThrough = (cookie: string, agent: string) =>
  asked(cookie, agent, { initiator: SITE, redirects: [OTHER] })

const EMBEDDED = { top: OTHER, navigation: false }

describe('a cookie set by a page of its own', () => {
  test.each(['chrome', 'firefox', 'webkitgtk', 'safari'])('is kept until %s closes', agent => {
    expect(set('a=1', agent)).toMatchObject({ stored: true, partition: null, expires: 'session', rule: 'kept' })
  })

  test('lives 400 days at most, and as long as it likes in WebKitGTK', () => {
    expect(set('a=1; Max-Age=315360000', 'chrome')).toMatchObject({ expires: 400, rule: 'kept-shortened' })
    expect(set('a=1; Max-Age=315360000', 'webkitgtk')).toMatchObject({ expires: 3650, rule: 'kept' })
  })
})

describe('read as the browser does', () => {
  test('Domain without a value takes an earlier one back, in Chrome too', () => {
    for (const agent of ['chrome', 'firefox', 'webkitgtk'])
      expect(sentToSubdomain('a=1; Domain=example.com; Domain=', agent)).toBe(false)
  })

  test('a SameSite too long to be read takes an earlier one back in Firefox alone', () => {
    const long = `a=1; SameSite=Strict; SameSite=${'x'.repeat(1025)}`
    expect(sentByLink(long, 'firefox')).toBe(true)
    expect(sentByLink(long, 'chrome')).toBe(false)
  })

  test('Max-Age without a value is no age, but in WebKitGTK it is over at once', () => {
    for (const agent of ['chrome', 'firefox']) expect(set('a=1; Max-Age=', agent)).toMatchObject({ expires: 'session' })
    expect(set('a=1; Max-Age=', 'webkitgtk')).toMatchObject({ stored: false, rule: 'expired-at-once' })
  })

  test('a NUL in a header spoils the whole response, in a script it ends the text', () => {
    for (const agent of ['chrome', 'firefox', 'webkitgtk'])
      expect(set('a=b\0c', agent)).toMatchObject({ stored: false, rule: 'control-character' })
    expect(set('a=b\0c', 'webkitgtk', { via: 'script' })).toMatchObject({ stored: true })
  })

  test('WebKitGTK keeps nothing for a public suffix itself, but lets an address name itself', () => {
    const suffix = { url: 'https://github.io/', top: 'https://github.io/' }
    expect(set('a=1', 'webkitgtk', suffix)).toMatchObject({ stored: false, rule: 'public-suffix' })
    expect(set('a=1', 'chrome', suffix)).toMatchObject({ stored: true })
    const address = { url: 'https://127.0.0.2/', top: 'https://127.0.0.2/' }
    expect(set('a=1; Domain=127.0.0.2', 'webkitgtk', address)).toMatchObject({ stored: true })
  })

  test('WebKit takes a link that was redirected through another site as coming from there', () => {
    const strict = 'a=1; SameSite=Strict'
    expect(sentByOwnLinkThrough(strict, 'webkitgtk')).toBe(false)
    expect(sentByOwnLinkThrough(strict, 'webkitgtk-itp')).toBe(false)
    expect(sentByOwnLinkThrough(strict, 'firefox')).toBe(false)
    expect(sentByOwnLinkThrough(strict, 'chrome')).toBe(true)
    expect(sentByOwnLinkThrough('a=1; SameSite=Lax', 'webkitgtk')).toBe(true)
  })
})

describe('a cookie set by an embedded third party', () => {
  test('is kept for every site in Chrome, per site in Firefox, and refused by Safari', () => {
    const cookie = 'a=1; SameSite=None; Secure'
    expect(set(cookie, 'chrome', EMBEDDED)).toMatchObject({ stored: true, partition: null })
    expect(set(cookie, 'firefox', EMBEDDED)).toMatchObject({ stored: true, partition: 'https://example.org' })
    expect(set(cookie, 'safari', EMBEDDED)).toMatchObject({ stored: false, rule: 'third-party-blocked' })
  })
})
