import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Frontier } from './frontier.ts'
import { pageShape } from './page-shape.ts'
import { FREE, mayVisit, readRobots } from './robots.ts'
import { readSitemap } from './sitemap.ts'

const at = (path: string) => `https://shop.example${path}`

describe('robots.txt', () => {
  const robots = readRobots(
    `# ours
User-agent: candor
User-agent: Other
Disallow: /private
Allow: /private/open
Disallow: /*.php$
Disallow: /search?*q=
Crawl-delay: 2

User-agent: *
Disallow: /
Sitemap: https://shop.example/map.xml`,
    'Candor',
  )

  test.each([
    ['/', true],
    ['/private', false],
    ['/private/more', false],
    ['/private/open/1', true],
    ['/a/b.php', false],
    ['/a/b.php?x', true],
    ['/search?lang=bg&q=x', false],
    ['/search?lang=bg', true],
  ])('of the rules for its own name, the longest that matches decides about %s', (path, may) => {
    expect(mayVisit(robots, at(path))).toBe(may)
  })

  test('the rules for everyone hold where the own name is not named', () => {
    const rest = readRobots('User-agent: x\nDisallow: /\n\nUser-agent: *\nDisallow: /no\nDisallow:', 'candor')
    expect([at('/'), at('/no')].map(url => mayVisit(rest, url))).toEqual([true, false])
  })

  test('of two rules as long, the one that allows decides', () => {
    expect(mayVisit(readRobots('User-agent: *\nDisallow: /a\nAllow: /a', 'candor'), at('/a'))).toBe(true)
  })

  test('delay and sitemaps are read', () => {
    expect(robots).toMatchObject({ delay: 2, sitemaps: [at('/map.xml')] })
  })

  test('escapes are compared by what they stand for', () => {
    expect(
      mayVisit(readRobots('User-agent: *\nDisallow: /обувки', 'candor'), at('/%D0%BE%D0%B1%D1%83%D0%B2%D0%BA%D0%B8')),
    ).toBe(false)
  })

  test('any text is read, and any address answered', () => {
    fc.assert(
      fc.property(fc.string(), fc.webPath(), (text, path) => {
        expect(typeof mayVisit(readRobots(`User-agent: *\nDisallow: ${text}`, 'candor'), at(path || '/'))).toBe(
          'boolean',
        )
      }),
      { numRuns: 200 },
    )
  })

  test('a rule of many stars is no trap', () => {
    const stars = readRobots(`User-agent: *\nDisallow: /${'*a'.repeat(5000)}$`, 'candor')
    expect(mayVisit(stars, at(`/${'a'.repeat(4999)}b`))).toBe(true)
  })

  test('where nothing is said, everything may be visited', () => {
    expect(mayVisit(FREE, at('/x'))).toBe(true)
  })
})

describe('a sitemap', () => {
  test('lists pages', () => {
    const text = `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
      <url><loc> ${at('/a?x=1&amp;y=2')} </loc><lastmod>2026-01-01</lastmod></url><url><loc><![CDATA[${at('/b')}]]></loc></url>
      <url><loc>javascript:alert(1)</loc></url></urlset>`
    expect(readSitemap(text)).toEqual({ kind: 'pages', addresses: [at('/a?x=1&y=2'), at('/b')] })
  })

  test('may list further sitemaps', () => {
    const text = `<s:sitemapindex><s:sitemap><s:loc>${at('/1.xml')}</s:loc></s:sitemap></s:sitemapindex>`
    expect(readSitemap(text)).toEqual({ kind: 'index', addresses: [at('/1.xml')] })
  })

  test('may be a plain list', () => {
    expect(readSitemap(`${at('/a')}\r\n${at('/b')}\n`).addresses).toEqual([at('/a'), at('/b')])
  })

  test('is read as far as it came', () => {
    expect(readSitemap(`<urlset><url><loc>${at('/a')}</loc></url><url><loc>htt`).addresses).toEqual([at('/a')])
  })

  test('of hostile length is bounded', () => {
    expect(readSitemap(`<loc>${at('/a')}</loc>`.repeat(60_000)).addresses).toHaveLength(50_000)
    expect(readSitemap('<loc>'.repeat(200_000)).addresses).toEqual([])
  })
})

test.each([
  ['/product/123', '/product/456'],
  ['/2024/05/01/some-long-title', '/2025/06/02/other-longer-title'],
  ['/p/red-leather-shoes.html?color=1', '/p/blue-canvas-bag.html?color=2'],
  ['/u/9f8e7d6c5b4a', '/u/0123456789ab'],
  ['/bg/basket', '/en-GB/basket'],
])('%s and %s are of one template', (one, other) => {
  expect(pageShape(at(one))).toBe(pageShape(at(other)))
})

test.each([
  ['/cart', '/login'],
  ['/search?q=1', '/search'],
])('%s and %s are of two', (one, other) => {
  expect(pageShape(at(one))).not.toBe(pageShape(at(other)))
})

describe('the next page', () => {
  const belongs = (address: string) => new URL(address).host === 'shop.example'
  const all = (frontier: Frontier) => {
    const pages: string[] = []
    for (let page = frontier.next(); page !== null; page = frontier.next()) pages.push(new URL(page.address).pathname)
    return pages
  }

  test('is of a template that was not seen, before more of the same', () => {
    const frontier = new Frontier({ pages: 5, depth: 2, belongs })
    frontier.add(['/p/1', '/p/2', '/p/3', '/p/4', '/team', '/about'].map(at), 1)
    expect(all(frontier)).toEqual(['/p/1', '/team', '/about', '/p/2', '/p/3'])
  })

  test('is one that asks for something, before one that only shows something', () => {
    const frontier = new Frontier({ pages: 3, depth: 2, belongs })
    frontier.add(['/en/honey', '/en/good/a', '/en/%D0%B2%D1%85%D0%BE%D0%B4', '/en/basket', '/bg/basket'].map(at), 1)
    expect(all(frontier)).toEqual(['/en/%D0%B2%D1%85%D0%BE%D0%B4', '/en/basket', '/en/good/a'])
  })

  test('is never one of another site, a download, the end of a session, or one that is known', () => {
    const frontier = new Frontier({ pages: 9, depth: 1, belongs })
    frontier.add(
      [
        'https://other.example/',
        at('/a.pdf'),
        at('/logout'),
        at('/user/sign-out?x=1'),
        'mailto:a@b',
        at('/a#x'),
        at('/a#y'),
      ],
      1,
    )
    expect(all(frontier)).toEqual(['/a'])
  })

  test('is no farther away than allowed', () => {
    const frontier = new Frontier({ pages: 9, depth: 1, belongs })
    frontier.add([at('/far')], 2)
    expect(frontier.next()).toBeNull()
  })

  test('is not one that was reached by another address', () => {
    const frontier = new Frontier({ pages: 9, depth: 1, belongs })
    frontier.add([at('/home')], 1)
    frontier.reached(at('/home'))
    expect(frontier.next()).toBeNull()
  })
})
