import { Cookie, CookieJar } from 'tough-cookie'
import { describe, expect, test } from 'vitest'
import { ASKING, askingPolicy, choiceOf, cookieHeader, unrecorded } from '../../../test/support/door-policy.ts'
import { policyOf } from '../../../test/support/policy-of.ts'
import type { StandingChoice } from '../../model/index.ts'
import { createDoor, type DoorOptions } from './index.ts'

const policy = askingPolicy()
const all = choiceOf(policy, { statistics: 'granted', advertising: 'granted', tips: 'granted' })
const none = choiceOf(policy, { statistics: 'refused', advertising: 'refused', tips: 'refused' })

const PAGE = 'https://www.eu.shop.example/products/pens/blue?page=2'

/** A browser: it keeps and deletes cookies by the standard, and asks for one page again and again. */
class Browser {
  readonly jar = new CookieJar(undefined, { rejectPublicSuffixes: true })
  readonly page: URL
  choice: StandingChoice | null = null
  gpc: string | null = null

  constructor(page: string) {
    this.page = new URL(page)
  }

  keep(line: string): void {
    this.jar.setCookieSync(line, this.page.href)
  }

  get names(): readonly string[] {
    return this.jar.getCookiesSync(this.page.href).map(({ key }) => key)
  }

  /** Asks, and takes to heart what comes back. */
  ask(
    door: ReturnType<typeof createDoor>,
    { lines = [], cacheControl = null }: { lines?: readonly string[]; cacheControl?: string | null } = {},
  ) {
    const sent = this.jar.getCookiesSync(this.page.href).map(cookie => cookie.cookieString())
    const visitor = door.visitor(cookieHeader(this.choice, ...sent), this.gpc)
    const { host, pathname, search } = this.page
    const left = door.leave(visitor, { setCookies: lines, host, path: pathname + search, https: true, cacheControl })
    for (const line of left.setCookies) this.jar.setCookieSync(line, this.page.href, { ignoreError: true })
    return left
  }
}

const visits = (browser: Browser, options: DoorOptions = {}, times = 1) => {
  const door = createDoor(policy, options)
  return Array.from({ length: times }, () => browser.ask(door))
}

const PLACES = [
  ['this host alone', ''],
  ['the registrable domain', '; Domain=shop.example; Path=/'],
  ['a domain between', '; Domain=eu.shop.example; Path=/'],
  ['the host as a domain', '; Domain=www.eu.shop.example; Path=/'],
  ['a directory', '; Path=/products'],
  ['a directory with its slash', '; Domain=shop.example; Path=/products/'],
  ['the page itself', '; Path=/products/pens/blue'],
  ['out of reach of scripts', '; Domain=shop.example; Path=/; HttpOnly; Secure; SameSite=Strict'],
] as const

describe('after a refusal the cookie goes from wherever it lives', () => {
  test.each(PLACES)('%s', (_, where) => {
    const browser = new Browser(PAGE)
    browser.keep(`_stats_77=x; Max-Age=9999999${where}`)
    browser.keep('session=1')
    browser.choice = none
    visits(browser, {}, 4)
    expect(browser.names.filter(name => !name.endsWith('-leaving'))).toEqual(['session'])
  })

  test('from all places at once', () => {
    const browser = new Browser(PAGE)
    for (const [, where] of PLACES) browser.keep(`ads=x; Max-Age=9999999${where}`)
    expect(browser.names).toContain('ads')
    browser.choice = none
    visits(browser, {}, 4)
    expect(browser.names).not.toContain('ads')
  })

  test('and a cookie of the same name that is allowed elsewhere stays there', () => {
    const twice = policyOf({
      ...ASKING,
      cookies: [
        ...(ASKING.cookies ?? []),
        { name: 'ads', host: 'www.eu.shop.example', path: '/products', lifetime: '1 day', practice: 'shop' },
      ],
    })
    const browser = new Browser(PAGE)
    browser.keep('ads=1; Domain=shop.example; Path=/')
    browser.keep('ads=2; Path=/products')
    browser.choice = none
    const door = createDoor(twice)
    for (let i = 0; i < 4; i++) browser.ask(door)
    const left = browser.jar.getCookiesSync(PAGE).filter(({ key }) => key === 'ads')
    expect(left.map(({ value }) => value)).toEqual(['2'])
  })
})

describe('what is taken back, and from whom', () => {
  const kept = (choice: StandingChoice | null, gpc: string | null = null) => {
    const browser = new Browser(PAGE)
    for (const line of ['_stats=1; Domain=shop.example', 'ads=1; Domain=shop.example', 'tip=1', 'stranger=1'])
      browser.keep(line)
    browser.choice = choice
    browser.gpc = gpc
    visits(browser, {}, 2)
    return browser.names.filter(name => !name.endsWith('-leaving'))
  }

  test('whoever allowed all keeps all', () => {
    expect(kept(all)).toEqual(['_stats', 'ads', 'tip', 'stranger'])
  })

  test('the browser’s signal is enough', () => {
    expect(kept(all, '1')).toEqual(['_stats', 'stranger'])
  })

  test('what nobody was asked about is not kept either', () => {
    expect(kept(null)).toEqual(['tip', 'stranger'])
  })

  test('where only the record is missing, or the question is open again, it may stay', () => {
    expect(kept(unrecorded(policy, all))).toEqual(['_stats', 'ads', 'tip', 'stranger'])
    expect(
      kept({ ...all, decisions: { ...all.decisions, statistics: { decision: 'granted', digest: '00000000' } } }),
    ).toContain('_stats')
  })
})

describe('the tries', () => {
  const refusing = (host = PAGE) => {
    const browser = new Browser(host)
    browser.keep('_stats=1; Domain=shop.example')
    browser.choice = none
    return browser
  }

  test('a cookie that comes back each time is tried for a while, then said to survive, once', () => {
    const browser = refusing()
    const door = createDoor(policy)
    const reasons = Array.from({ length: 12 }, () => {
      const { decisions } = browser.ask(door)
      browser.keep('_stats=again; Domain=shop.example')
      return decisions.map(({ action, reason }) => `${action} ${reason}`)[0]
    })
    const survives = reasons.indexOf('expired cookie-survives')
    expect(survives).toBeGreaterThanOrEqual(2)
    expect(reasons.slice(0, survives).every(reason => reason === 'expired cookie-withdrawn')).toBe(true)
    expect(reasons.slice(survives + 1).every(reason => reason === undefined)).toBe(true)
  })

  test('another cookie has tries of its own', () => {
    const browser = refusing()
    const door = createDoor(policy)
    for (let i = 0; i < 12; i++) {
      browser.ask(door)
      browser.keep('_stats=again; Domain=shop.example')
    }
    browser.keep('ads=1; Domain=shop.example; Path=/')
    browser.ask(door)
    expect(browser.names).not.toContain('ads')
  })

  test('no head grows beyond what servers in front of this one take', () => {
    const browser = refusing(`https://a.b.c.d.e.shop.example/${'long-directory/'.repeat(20)}`)
    for (let i = 0; i < 30; i++) browser.keep(`_stats_${i}=1; Domain=shop.example`)
    const door = createDoor(policy)
    for (let i = 0; i < 3; i++) expect(browser.ask(door).setCookies.join('\r\n').length).toBeLessThan(4000)
  })

  test('what is kept for everybody in a common store takes nothing back', () => {
    const browser = refusing()
    const left = browser.ask(createDoor(policy), { cacheControl: 'public, max-age=600' })
    expect(left.setCookies).toEqual([])
    expect(browser.ask(createDoor(policy), { cacheControl: 'private' }).setCookies).not.toEqual([])
  })

  test('in report it is told and not done', () => {
    const browser = refusing()
    const [left] = visits(browser, { mode: 'report' })
    expect(left?.setCookies).toEqual([])
    expect(left?.decisions).toMatchObject([
      { action: 'expired', cookie: '_stats', reason: 'cookie-withdrawn', mode: 'report' },
    ])
  })
})

describe('the lines', () => {
  const linesFor = (cookies: readonly string[], host: string, https = true) => {
    const door = createDoor(
      policyOf({
        ...ASKING,
        cookies: cookies.map(name => ({ name, host, lifetime: '1 day', practice: 'statistics' })),
      }),
      { secure: https },
    )
    const visitor = door.withChoice(door.visitor(cookies.map(name => `${name}=1`).join('; '), null), none)
    return door
      .leave(visitor, { setCookies: [], host, path: '/', https })
      .setCookies.filter(line => !line.includes('-leaving='))
  }

  test('delete without and within the partition, and also where the page is embedded', () => {
    expect(linesFor(['a'], 'shop.example')).toEqual([
      'a=; Max-Age=0; Path=/; Secure; SameSite=None',
      'a=; Max-Age=0; Path=/; Secure; SameSite=None; Partitioned',
      'a=; Max-Age=0; Path=/; Domain=shop.example; Secure; SameSite=None',
      'a=; Max-Age=0; Path=/; Domain=shop.example; Secure; SameSite=None; Partitioned',
    ])
  })

  test('are such as browsers take for a protected name', () => {
    expect(linesFor(['__Host-a'], 'www.shop.example')).toEqual([
      '__Host-a=; Max-Age=0; Path=/; Secure; SameSite=None',
      '__Host-a=; Max-Age=0; Path=/; Secure; SameSite=None; Partitioned',
    ])
    expect(linesFor(['__Http-a'], 'localhost')[0]).toBe('__Http-a=; Max-Age=0; Path=/; Secure; SameSite=None; HttpOnly')
  })

  test('name no domain where there is none, and none that many sites share', () => {
    expect(linesFor(['a'], '127.0.0.1', false)).toEqual(['a=; Max-Age=0; Path=/'])
    expect(linesFor(['a'], 'localhost', false)).toEqual(['a=; Max-Age=0; Path=/'])
    expect(linesFor(['a'], 'me.github.io', false)).toEqual([
      'a=; Max-Age=0; Path=/',
      'a=; Max-Age=0; Path=/; Domain=me.github.io',
    ])
  })

  test('hold nothing that whoever asks could have slipped in', () => {
    const door = createDoor(policy)
    const visitor = door.visitor(`_stats\u0001x=1; _stats y=1; _stats,=1; ${cookieHeader(none, '_stats=1')}`, null)
    const { setCookies } = door.leave(visitor, {
      setCookies: [],
      host: 'evil;Domain=x\r\nX: y',
      path: '/a;Path=/b/\r\nX: y/c d/é',
      https: true,
    })
    expect(setCookies.length).toBeGreaterThan(2)
    for (const line of setCookies) {
      expect(line).toMatch(/^(?:_stats,?|__Host-candor-leaving)=[a-z0-9.]*; Max-Age=\d+; Path=\/; /)
      expect(line).toMatch(/^[\x20-\x7e]*$/)
      expect(Cookie.parse(line)?.domain ?? null).toBeNull()
    }
  })
})

describe('other storage', () => {
  const storage = (practice: string, origin = 'https://shop.example') => ({
    area: 'local' as const,
    key: `of-${practice}`,
    origin,
    practice,
    lifetime: '1 day' as const,
  })
  const clearing = (kept: readonly string[], { choice = none, https = true, origin = 'https://shop.example' } = {}) => {
    const door = createDoor(policyOf({ ...ASKING, storage: kept.map(practice => storage(practice, origin)) }), {
      secure: https,
    })
    const visitor = door.withChoice(door.visitor(null, null), choice)
    return {
      headers: door.withdraw(visitor, { host: 'shop.example', path: '/candor/choices', https }).headers,
      list: door.storageToClear(visitor, origin).map(({ key }) => key),
    }
  }

  test('is cleared whole where nothing allowed is in it', () => {
    expect(clearing(['statistics', 'advertising'])).toEqual({
      headers: [['Clear-Site-Data', '"storage"']],
      list: ['of-statistics', 'of-advertising'],
    })
  })

  test('is left to the page’s script, key by key, where something allowed is', () => {
    expect(clearing(['statistics', 'shop'])).toEqual({ headers: [], list: ['of-statistics'] })
  })

  test('is not touched where it is allowed, not declared, elsewhere, or not encrypted', () => {
    expect(clearing(['statistics'], { choice: all })).toEqual({ headers: [], list: [] })
    expect(clearing([])).toEqual({ headers: [], list: [] })
    expect(clearing(['statistics'], { origin: 'https://other.example' }).headers).toEqual([])
    expect(clearing(['statistics'], { https: false }).headers).toEqual([])
  })

  test('the answer to a refusal takes cookies back in the same breath', () => {
    const door = createDoor(policy)
    const before = door.visitor(cookieHeader(all, '_stats=1'), null)
    const left = door.withdraw(door.withChoice(before, none), {
      host: 'shop.example',
      path: '/candor/choices',
      https: true,
    })
    expect(left.setCookies[0]).toBe('_stats=; Max-Age=0; Path=/; Domain=shop.example; Secure; SameSite=None')
    expect(left.headers).toEqual([['Clear-Site-Data', '"storage"']])
    expect(
      door.leave(before, { host: 'shop.example', path: '/', https: true, setCookies: left.setCookies }).setCookies,
    ).toEqual(left.setCookies)
  })

  test('and where only the browser’s signal speaks, the first answer clears it', () => {
    const door = createDoor(policyOf({ ...ASKING, storage: [storage('advertising')] }))
    const visitor = door.visitor(cookieHeader(all, 'ads=1'), '1')
    const left = door.leave(visitor, { host: 'shop.example', path: '/', https: true, setCookies: [] })
    expect(left.headers).toContainEqual(['Clear-Site-Data', '"storage"'])
  })
})
