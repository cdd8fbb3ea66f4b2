import { describe, expect, test } from 'vitest'
import { BROWSERS } from '../agents/browsers/index.ts'
import { type Address, addressOf } from './address.ts'
import { createJar, type Jar } from './jar.ts'
import type { BrowserId } from './profile.ts'
import { createSetting } from './settle.ts'

const NOW = Date.parse('2026-11-22T12:00:00Z')

const at = (url: string): Address => {
  const address = addressOf(url)
  if (address === null) throw new Error(url)
  return address
}

const page = (url: string) => ({ url: at(url), top: at(url), ancestors: [], navigation: true })
const own = (url: string) => ({ url: at(url), top: at(url), ancestors: [], navigation: false })

function fill(browser: BrowserId, lines: readonly string[], url = 'https://shop.example/'): Jar {
  const jar = createJar(BROWSERS[browser].rules)
  for (const [order, line] of lines.entries()) jar.set(line, createSetting(page(url), 'header', NOW + order))
  return jar
}

const lines = (count: number, line: (order: number) => string) =>
  Array.from({ length: count }, (_, order) => line(order))
const names = (jar: Jar) => jar.cookies().map(cookie => Number(cookie.name.slice(1)))
const from = (start: number, end: number) => Array.from({ length: end - start }, (_, order) => start + order)

describe('as seen in the browsers: how many cookies a site may have', () => {
  test.each(['chrome', 'firefox'] as const)('%s keeps 180, and 150 when one more comes; the oldest go', browser => {
    expect(
      names(
        fill(
          browser,
          lines(180, order => `c${order}=1`),
        ),
      ),
    ).toEqual(from(0, 180))
    expect(
      names(
        fill(
          browser,
          lines(181, order => `c${order}=1`),
        ),
      ),
    ).toEqual(from(31, 181))
    expect(
      names(
        fill(
          browser,
          lines(200, order => `c${order}=1`),
        ),
      ),
    ).toEqual(from(31, 200))
    expect(
      names(
        fill(
          browser,
          lines(400, order => `c${order}=1`),
        ),
      ),
    ).toHaveLength(152)
  })

  test('Firefox makes no room among Secure cookies for one that is not', () => {
    const mostly = lines(200, order => `c${order}=1${order < 170 ? '; Secure' : ''}`)
    expect(names(fill('firefox', mostly))).toEqual([...from(0, 170), ...from(190, 200)])
    const secure = lines(180, order => `c${order}=1; Secure`)
    expect(names(fill('firefox', [...secure, 'c180=1']))).toEqual(from(0, 180))
    expect(names(fill('firefox', [...secure, 'c180=1; Secure']))).toEqual(from(31, 181))
  })

  test.each(['chrome', 'firefox'] as const)('%s lets Secure cookies stay while others can go', browser => {
    const left = names(
      fill(
        browser,
        lines(200, order => `c${order}=1${order % 2 ? '; Secure' : ''}`),
      ),
    )
    expect(left).toEqual(from(0, 200).filter(order => order % 2 === 1 || order > 60))
  })

  test('Chrome lets the low priorities go first, Firefox knows none', () => {
    const line = (order: number) => `c${order}=1; Secure; Priority=${['Low', 'Medium', 'High'][order % 3]}`
    expect(names(fill('chrome', lines(190, line)))).toEqual(from(0, 190).filter(order => order % 3 > 0 || order > 90))
    expect(names(fill('firefox', lines(190, line)))).toEqual(from(31, 190))
  })

  test('a partition holds 180 in Chrome, and is thinned to 150 in Firefox', () => {
    const line = (order: number) => `c${order}=1; Secure; Partitioned`
    expect(names(fill('chrome', lines(200, line)))).toEqual(from(20, 200))
    expect(names(fill('firefox', lines(200, line)))).toEqual(from(31, 200))
  })

  test.each([
    ['chrome', 26, 497, 6],
    ['firefox', 26, 497, 5],
    ['chrome', 130, 96, 28],
    ['firefox', 130, 96, 21],
    ['chrome', 4, 3997, 2],
    ['firefox', 4, 3997, 2],
  ] as const)('a partition of %s that gets %i cookies of %i bytes loses %i', (browser, count, size, gone) => {
    const name = (order: number) => `d${String(order).padStart(size === 96 ? 3 : 2, '0')}`
    const jar = fill(
      browser,
      lines(count, order => `${name(order)}=${'x'.repeat(size)}; Secure; Partitioned`),
    )
    expect(names(jar)).toEqual(from(gone, count))
  })

  test('WebKitGTK keeps them all', () => {
    expect(
      names(
        fill(
          'webkitgtk',
          lines(400, order => `c${order}=1`),
        ),
      ),
    ).toHaveLength(400)
  })
})

describe('one cookie after another', () => {
  const ages = (jar: Jar) => jar.cookies().map(({ name, value, createdAt }) => [name, value, createdAt - NOW])

  test('the same cookie takes the place of the old one and keeps its age', () => {
    expect(ages(fill('firefox', ['a=1', 'b=1', 'a=2']))).toEqual([
      ['b', '1', 1],
      ['a', '2', 0],
    ])
  })

  test('in Chrome a new value makes it a new cookie', () => {
    expect(ages(fill('chrome', ['a=1', 'b=1', 'a=2', 'b=1']))).toEqual([
      ['a', '2', 2],
      ['b', '1', 1],
    ])
  })

  test('another path or another scope is another cookie', () => {
    expect(fill('chrome', ['a=1', 'a=2; Path=/x', 'a=3; Domain=shop.example']).cookies()).toHaveLength(3)
  })

  test('one that comes expired deletes its like', () => {
    expect(
      fill('firefox', ['a=1; Max-Age=100', 'b=1', 'a=; Max-Age=0'])
        .cookies()
        .map(({ name }) => name),
    ).toEqual(['b'])
  })

  test('what may not be replaced may not be deleted either', () => {
    const jar = fill('chrome', ['a=1; Secure', 'h=1; HttpOnly'])
    const insecure = createSetting(page('http://shop.example/'), 'header', NOW + 9)
    const script = createSetting(page('https://shop.example/'), 'script', NOW + 9)
    expect(jar.set('a=; Max-Age=0', insecure).rule).toBe('secure-overlay')
    expect(jar.set('h=; Max-Age=0', script).rule).toBe('httponly-from-script')
    expect(jar.cookies().map(({ name }) => name)).toEqual(['a', 'h'])
  })

  test('WebKitGTK guards a Secure cookie against its very like alone', () => {
    const jar = fill('webkitgtk', ['a=1; Secure; Path=/'])
    const insecure = (line: string) =>
      jar.set(line, createSetting(page('http://shop.example/'), 'header', NOW + 9)).rule
    expect(insecure('a=2')).toBe('secure-overlay')
    expect(insecure('a=2; Path=/in')).toBe('kept')
    expect(insecure('a=2; Domain=shop.example')).toBe('kept')
  })

  test('an unencrypted page cannot put its cookie before a Secure one, nor a script before an HttpOnly one', () => {
    const jar = fill('chrome', ['a=1; Secure; Path=/login', 'h=1; HttpOnly'])
    const insecure = (line: string) =>
      jar.set(line, createSetting(page('http://shop.example/'), 'header', NOW + 9)).rule
    expect(insecure('a=2; Path=/login/en')).toBe('secure-overlay')
    expect(insecure('a=2; Path=/')).toBe('kept')
    expect(jar.set('h=2', createSetting(page('https://shop.example/'), 'script', NOW + 9)).rule).toBe(
      'httponly-from-script',
    )
  })

  test('WebKitGTK sends the cookies of a domain before those of the host', () => {
    const request = { method: 'GET', initiator: null, redirects: [], now: NOW + 50 }
    const order = (browser: BrowserId) =>
      fill(browser, ['a=1', 'b=1; Domain=shop.example'])
        .send({ place: page('https://shop.example/'), ...request })
        .map(({ name }) => name)
    expect(order('webkitgtk')).toEqual(['b', 'a'])
    expect(order('firefox')).toEqual(['a', 'b'])
  })

  test('longer paths are sent first, then older cookies; what was sent is not the first to go', () => {
    const jar = fill('chrome', ['a=1; Path=/', 'b=1; Path=/x', 'c=1; Path=/', 'd=1; Path=/y'])
    const request = {
      place: own('https://shop.example/x/y'),
      method: 'GET',
      initiator: null,
      redirects: [],
      now: NOW + 50,
    }
    expect(jar.send(request).map(({ name }) => name)).toEqual(['b', 'a', 'c'])
    for (let order = 0; order < 177; order++)
      jar.set(`f${order}=1`, createSetting(page('https://shop.example/'), 'header', NOW + 100 + order))
    const left = jar.cookies().map(({ name }) => name)
    expect(left).not.toContain('d')
    expect(left).not.toContain('a')
    expect(left).toContain('f30')
  })
})
