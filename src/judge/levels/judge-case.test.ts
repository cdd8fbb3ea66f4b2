import { describe, expect, test } from 'vitest'
import type { CookieCase } from '../../model/index.ts'
import { findAgent } from '../agents.ts'

const SHOP = 'https://shop.example/'
const NEWS = 'https://news.example.org/'
const CONTACT = 'CP="NOI CUR CONa OUR PHY ONL"'

interface Scene {
  readonly cookie?: string
  readonly top?: string
  readonly compactPolicy?: string | null
  readonly ask?: CookieCase['ask']
}

function judged(
  agent: string,
  { cookie = 'a=1; Max-Age=864000', top = SHOP, compactPolicy = CONTACT, ask = [] }: Scene,
) {
  return findAgent(agent)?.judge({
    id: 'case',
    agent,
    now: '2026-11-22T12:00:00Z',
    set: { via: 'header', url: SHOP, top, ancestors: [], method: 'GET', navigation: top === SHOP },
    cookie,
    ask,
    compactPolicy,
  })
}

const asking = (id: string, top: string, ageSeconds = 5): CookieCase['ask'][number] => ({
  id,
  url: SHOP,
  top,
  ancestors: [],
  navigation: false,
  method: 'GET',
  initiator: top,
  ageSeconds,
})
const BACK = [asking('at-home', SHOP), asking('abroad', NEWS), asking('later', SHOP, 2_000_000)]

describe('a level judges a cookie of a case', () => {
  test('as it is where the policy pleases', () => {
    expect(judged('ie6:high', { compactPolicy: 'CP="NOI CUR OUR NAV"', ask: BACK })).toMatchObject({
      stored: true,
      expires: 10,
      rule: 'level-satisfactory',
      sent: { 'at-home': true, abroad: true, later: false },
    })
  })
  test('a downgraded one ends with the session, not with its own expiry', () => {
    expect(judged('ie6:medium', { ask: BACK })).toMatchObject({
      stored: true,
      expires: 'session',
      rule: 'level-no-opt-out',
      data: { lack: 'both', categories: 'PHY, ONL', uses: 'CON' },
      sent: { 'at-home': true, abroad: true, later: true },
    })
  })
  test('a leashed one is sent on its own site only', () => {
    expect(judged('ie6:medium', { compactPolicy: null, ask: BACK })).toMatchObject({
      stored: true,
      expires: 10,
      rule: 'level-no-policy',
      sent: { 'at-home': true, abroad: false, later: false },
    })
  })
  test('a rejected one is sent nowhere', () => {
    expect(judged('ie6:medium', { top: NEWS, ask: BACK })).toMatchObject({
      stored: false,
      expires: 'session',
      rule: 'level-no-opt-out',
      sent: { 'at-home': false, abroad: false, later: false },
    })
  })
  test('a session cookie of the first party passes', () => {
    expect(judged('ie6:medium-high', { cookie: 'a=1' })).toMatchObject({ stored: true, rule: 'level-session-allowed' })
  })
  test('SameSite and prefixes mean nothing to it', () => {
    const cookie = '__Host-a=1; SameSite=Strict; Partitioned'
    expect(judged('ie6:accept-all', { cookie, top: NEWS, ask: BACK })).toMatchObject({
      stored: true,
      partition: null,
      sent: { abroad: true },
    })
  })
})

test('a cookie that is none of the host is refused before any level is asked', () => {
  expect(judged('ie6:accept-all', { cookie: 'a=1; Domain=other.example' })).toMatchObject({
    stored: false,
    rule: 'domain-mismatch',
  })
})

test('Netscape takes eight letters as a level', () => {
  expect(judged('netscape7:rrrrrrrr', {})?.stored).toBe(false)
  expect(judged('netscape7:low', {})?.stored).toBe(true)
})

test.each(['ie6', 'ie6:', 'ie6:MEDIUM', 'ie7:low', 'netscape7:xxxxxxxx', 'lynx', ''])('there is no agent %s', name => {
  expect(findAgent(name)).toBeNull()
})
