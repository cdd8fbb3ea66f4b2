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

describe('a cookie set by an embedded third party', () => {
  test('is kept for every site in Chrome, per site in Firefox, and refused by Safari', () => {
    const cookie = 'a=1; SameSite=None; Secure'
    expect(set(cookie, 'chrome', EMBEDDED)).toMatchObject({ stored: true, partition: null })
    expect(set(cookie, 'firefox', EMBEDDED)).toMatchObject({ stored: true, partition: 'https://example.org' })
    expect(set(cookie, 'safari', EMBEDDED)).toMatchObject({ stored: false, rule: 'third-party-blocked' })
  })
})
