import { describe, expect, test } from 'vitest'
import { askingPolicy, choiceOf, cookieHeader, unrecorded } from '../../../test/support/door-policy.ts'
import type { StandingChoice } from '../../model/index.ts'
import { createDoor, type DoorDecision, type DoorOptions } from './index.ts'

const policy = askingPolicy()
const all = choiceOf(policy, { statistics: 'granted', advertising: 'granted', tips: 'granted' })
const none = choiceOf(policy, { statistics: 'refused', advertising: 'refused', tips: 'refused' })

const AT = { host: 'shop.example', path: '/basket/view?x=1', https: true }

interface Asked extends DoorOptions {
  readonly choice?: StandingChoice | null
  readonly gpc?: string
  readonly host?: string
  readonly path?: string
}

/** What comes of the lines when such a visitor asks. */
function leaving(lines: readonly string[], { choice = null, gpc, host, path, ...options }: Asked = {}) {
  const door = createDoor(policy, options)
  const visitor = door.visitor(choice === null ? null : cookieHeader(choice), gpc ?? null)
  return door.leave(visitor, { ...AT, host: host ?? AT.host, path: path ?? AT.path, setCookies: lines })
}

const said = ({ decisions }: { readonly decisions: readonly DoorDecision[] }) =>
  decisions.map(({ action, cookie, practice, reason }) => `${action} ${cookie} (${practice}): ${reason}`)

describe('a cookie is let through', () => {
  test.each<[string, string, Asked]>([
    ['needed, for anybody', 'basket=1; Max-Age=2592000; Path=/; HttpOnly', {}],
    ['consented to', '_stats_ab=1; Domain=shop.example; Max-Age=34186698', { choice: all }],
    [
      'from a host below the declared domain',
      '_stats=1; Domain=.Shop.Example',
      { choice: all, host: 'www.shop.example:8443' },
    ],
    ['not objected to', 'tip=1', {}],
    ['from a site that is tried at a name of one’s own machine', 'basket=1; Path=/', { host: 'localhost:3000' }],
    ['from a site that is tried at an address of it', 'basket=1; Path=/', { host: '127.0.0.1:3000' }],
    ['of an unwanted practice, but for a use without a choice', 'tip-closed=1', { choice: none }],
    ['written unlike others', '  basket = a=b ;;path=/ ; HTTPONLY;Foo=bar', {}],
  ])('%s, byte for byte', (_, line, asked) => {
    const left = leaving([line], asked)
    expect(left.setCookies).toEqual([line])
    expect(said(left)[0]).toMatch(/^passed .*: cookie-declared$/)
  })

  test('and the very list comes back, so that nobody need write it again', () => {
    const lines = ['basket=1; Path=/', 'session=2; Path=/']
    expect(leaving(lines).setCookies).toBe(lines)
  })

  test.each([
    'stranger=; Max-Age=0; Path=/',
    'ads=; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Domain=shop.example',
    'stranger=x; Max-Age=-1; Expires=Thu, 01 Jan 1970 00:00:00 GMT',
  ])('when it deletes: %s', line => {
    const left = leaving([line], { choice: none })
    expect(left.setCookies).toEqual([line])
    expect(left.decisions[0]?.reason).toBe('cookie-deletion')
  })
})

describe('a cookie is stopped', () => {
  test.each<[string, string, string, Asked]>([
    ['that nobody declared', 'stranger=1; Path=/', 'stopped stranger (null): cookie-undeclared', {}],
    ['declared for another host', 'basket=1; Domain=example', 'stopped basket (null): cookie-undeclared', {}],
    ['that only begins like a declared one', 'basket2=1', 'stopped basket2 (null): cookie-undeclared', {}],
    ['nobody was asked about', '_stats=1; Domain=shop.example', 'stopped _stats (statistics): practice-not-asked', {}],
    ['refused', 'ads=1; Domain=shop.example', 'stopped ads (advertising): practice-refused', { choice: none }],
    ['objected to', 'tip=1', 'stopped tip (tips): practice-refused', { choice: none }],
    [
      'under the browser’s signal',
      'ads=1; Domain=shop.example',
      'stopped ads (advertising): practice-signal',
      { choice: all, gpc: '1' },
    ],
    [
      'whose consent is not recorded',
      '_stats=1; Domain=shop.example',
      'stopped _stats (statistics): practice-unrecorded',
      { choice: unrecorded(policy, all) },
    ],
    [
      'whose practice has changed',
      '_stats=1; Domain=shop.example',
      'stopped _stats (statistics): practice-changed',
      { choice: { ...all, decisions: { statistics: { decision: 'granted', digest: '01234567' } } } },
    ],
    ['that no browser can read', '=; Path=/', 'stopped  (null): cookie-unreadable', {}],
    ['that browsers read differently', 'basket', 'stopped  (null): cookie-unreadable', {}],
    [
      'with a line break in its name, of which one browser reads the beginning',
      'bas\nket=1',
      'stopped  (null): cookie-undeclared',
      {},
    ],
  ])('%s', (_, line, decision, asked) => {
    const left = leaving(['session=1', line, 'basket=1'], asked)
    expect(left.setCookies).toEqual(['session=1', 'basket=1'])
    expect(said(left)[1]).toBe(decision)
  })

  test.each(['0', 'true', '', '1, 1'])('a signal that is none changes nothing: %j', gpc => {
    expect(leaving(['ads=1; Domain=shop.example'], { choice: all, gpc }).setCookies).toHaveLength(1)
  })

  test('by the path it is set for, where it names none itself', () => {
    const door = createDoor({
      ...policy,
      cookies: policy.cookies.map(cookie => (cookie.name === 'basket' ? { ...cookie, path: '/basket' } : cookie)),
    })
    const leave = (path: string) =>
      door.leave(door.visitor(null, null), { ...AT, path, setCookies: ['basket=1'] }).setCookies
    expect([leave('/basket/view'), leave('/other/view'), leave('/basket/more?to=/other/'), leave('/basket')]).toEqual([
      ['basket=1'],
      [],
      ['basket=1'],
      [],
    ])
  })
})

describe('a cookie that is to live longer than declared is shortened, and nothing else about it', () => {
  test.each([
    ['basket=1; Max-Age=31536000; Path=/;HttpOnly;  Secure', 'basket=1; Max-Age=2592000; Path=/;HttpOnly;  Secure'],
    ['basket=1;max-age = 99999999;Priority=High', 'basket=1;max-age =2592000;Priority=High'],
    ['session=1; Max-Age=60; Path=/', 'session=1; Path=/'],
    ['session=1; Expires=Fri, 31 Dec 2100 23:59:59 GMT; Path=/', 'session=1; Path=/'],
    ['basket=1; Max-Age=9e9; Max-Age=99999999999999999999', 'basket=1; Max-Age=2592000; Max-Age=2592000'],
  ])('%s', (line, short) => {
    const left = leaving([line])
    expect(left.setCookies).toEqual([short])
    expect(left.decisions[0]).toMatchObject({ action: 'shortened', reason: 'cookie-outlives-declaration' })
  })

  test('by its date too, counted from now', () => {
    const [line = ''] = leaving(['basket=1; Path=/; Expires=Fri, 31 Dec 2100 23:59:59 GMT; Secure']).setCookies
    const date = /^basket=1; Path=\/; Expires=(.*); Secure$/.exec(line)?.[1] ?? ''
    expect(Math.abs(Date.parse(date) - Date.now() - 30 * 86_400_000)).toBeLessThan(10_000)
  })

  test('wherever some browser would keep it longer: libsoup goes by the later attribute', () => {
    const [line] = leaving(['basket=1; Max-Age=60; Expires=Fri, 31 Dec 2100 23:59:59 GMT']).setCookies
    expect(line).toMatch(/^basket=1; Max-Age=2592000; Expires=.*20\d\d/)
  })

  test('a year is a leap year at times, and a clock is a little off', () => {
    const year = 86_400 * 366
    const door = createDoor({
      ...policy,
      cookies: policy.cookies.map(cookie => ({ ...cookie, lifetime: { count: 1, unit: 'year' } as const })),
    })
    const leave = (age: number) =>
      door.leave(door.visitor(null, null), { ...AT, setCookies: [`basket=1; Max-Age=${age}`] }).decisions[0]?.action
    expect([leave(year), leave(year + 5 * 86_400)]).toEqual(['passed', 'shortened'])
  })
})

describe('the mode', () => {
  const lines = ['stranger=1', '_stats=1; Domain=shop.example', 'basket=1; Max-Age=99999999']

  test('report: everything is told, nothing is changed', async () => {
    const told: DoorDecision[] = []
    const left = leaving(lines, { mode: 'report', report: decision => told.push(decision) })
    expect(left.setCookies).toBe(lines)
    expect(told).toEqual([])
    await Promise.resolve()
    expect(told.map(({ action, mode }) => `${action} in ${mode}`)).toEqual([
      'stopped in report',
      'stopped in report',
      'shortened in report',
    ])
  })

  test('off: nothing is looked at', () => {
    const left = leaving(lines, { mode: 'off' })
    expect(left.setCookies).toBe(lines)
    expect(left.decisions).toEqual([])
  })

  test('another one for a practice', () => {
    const left = leaving(lines, { mode: 'off', practices: { statistics: 'enforce', shop: 'report' } })
    expect(left.setCookies).toEqual(['stranger=1', 'basket=1; Max-Age=99999999'])
    expect(left.decisions.map(({ cookie, mode }) => `${cookie} ${mode}`)).toEqual(['_stats enforce', 'basket report'])
  })
})

describe('what was seen once holds for what differs in nothing but the value', () => {
  test('and not for another visitor, host or attribute', () => {
    const door = createDoor(policy)
    const leave = (line: string, choice: StandingChoice | null, host = 'shop.example') =>
      door.leave(door.visitor(choice === null ? null : cookieHeader(choice), null), { ...AT, host, setCookies: [line] })
        .decisions[0]?.reason
    const line = (value: string) => `_stats=${value}; Domain=shop.example; Path=/`
    expect(leave(line('1'), null)).toBe('practice-not-asked')
    expect(leave(line('2'), all)).toBe('cookie-declared')
    expect(leave(line('3'), none)).toBe('practice-refused')
    expect(leave(line('4'), null)).toBe('practice-not-asked')
    expect(leave('basket=1', null)).toBe('cookie-declared')
    expect(leave('basket=1', null, 'other.example')).toBe('cookie-undeclared')
    expect(leave('basket=1; Domain=other.example', null)).toBe('cookie-undeclared')
    expect(leave('basket=1', null)).toBe('cookie-declared')
  })

  test('a value that looks like attributes of another is still a value', () => {
    const door = createDoor(policy)
    const leave = (line: string) => door.leave(door.visitor(null, null), { ...AT, setCookies: [line] }).setCookies
    expect(leave('basket; Path=/')).toEqual([])
    expect(leave('stranger; basket=1')).toEqual([])
    expect(leave('basket=1; basket=2')).toEqual(['basket=1; basket=2'])
  })
})

test('the P3P header goes with the cookies that leave', () => {
  const [stays] = leaving(['basket=1; Path=/']).headers
  expect(stays).toEqual(['P3P', expect.stringContaining('CP="')])
  expect(leaving(['stranger=1; Path=/']).headers).toEqual([])
  expect(leaving([]).headers).toEqual([])
})

test('in mode report no header is sent: nothing is changed', () => {
  expect(leaving(['basket=1; Path=/'], { mode: 'report' }).headers).toEqual([])
  expect(leaving(['basket=1; Path=/'], { mode: 'off' }).headers).toEqual([])
})

test('everything is counted, by the names that are declared', () => {
  const door = createDoor(policy)
  const leave = (line: string) => door.leave(door.visitor(null, null), { ...AT, setCookies: [line] })
  for (let i = 0; i < 5; i++) leave(`_stats_${i}=1; Domain=shop.example`)
  leave('basket=1')
  expect(door.stats()).toEqual({
    decisions: 6,
    uncounted: 0,
    counts: [
      {
        action: 'stopped',
        cookie: '_stats*',
        practice: 'statistics',
        reason: 'practice-not-asked',
        mode: 'enforce',
        count: 5,
      },
      { action: 'passed', cookie: 'basket', practice: 'shop', reason: 'cookie-declared', mode: 'enforce', count: 1 },
    ],
  })
})

test('names made up by the thousand fill neither memory nor the counts', () => {
  const door = createDoor(policy)
  for (let i = 0; i < 5000; i++) door.leave(door.visitor(null, null), { ...AT, setCookies: [`x${i}=1`] })
  const { counts, uncounted, decisions } = door.stats()
  expect(counts).toHaveLength(1000)
  expect([uncounted, decisions]).toEqual([4000, 5000])
})

describe('a visitor', () => {
  const door = createDoor(policy)

  test('is known by their own cookie, wherever it stands among the others', () => {
    const header = `x=1; not__Host-candor=2; ${cookieHeader(all)} ; __Host-candor=forged`
    const visitor = door.visitor(header, '1')
    expect(visitor.choice).toEqual(all)
    expect(visitor.signal).toBe(true)
    expect(visitor.cookies).toEqual(['x', 'not__Host-candor', '__Host-candor', '__Host-candor'])
  })

  test.each([
    '__Host-candor=',
    '__Host-candor=1///////',
    'candor=1/-/x',
    '',
    ';;=;',
    `__Host-candor=${'9'.repeat(9000)}`,
  ])('with a cookie that says nothing has chosen nothing: %j', header => {
    const visitor = door.visitor(header, null)
    expect(visitor.choice).toBeNull()
    expect(visitor.standing.get('statistics')).toEqual({ allowed: false, because: 'not-asked' })
  })

  test('has another name for the cookie where nothing is encrypted', () => {
    const plain = createDoor(policy, { secure: false }).visitor(cookieHeader(all).replace('__Host-', ''), null)
    expect(plain.choice).toEqual(all)
  })

  test('who chooses now stands so at once', () => {
    const before = door.visitor('_stats=1', null)
    const after = door.withChoice(before, all)
    expect(after.standing.get('statistics')?.allowed).toBe(true)
    expect(after.cookies).toEqual(['_stats'])
  })
})
