import { SaxesParser } from 'saxes'
import { describe, expect, test } from 'vitest'
import { cookieSeen, requestSeen, siteSeen } from '../../../test/support/observations.ts'
import { policyOf, SOUND } from '../../../test/support/policy-of.ts'
import { seenShop } from '../../../test/support/seen-shop.ts'
import { LANGUAGES } from '../../messages/index.ts'
import { makeReport } from '../report.ts'
import { reportHtml } from './write-page.ts'

const declared = { file: 'candor.yaml', policy: policyOf(SOUND) }
const today = '2026-11-22'
const HOSTILE = '"/></svg></style><script>alert(1)</script><img src=x onerror=alert(2)>&amp;\u0000\u202e'

/** The elements of a page, which is well-formed XML as well; throws where it is not. */
function elements(html: string): readonly (readonly [name: string, attributes: Readonly<Record<string, string>>])[] {
  const found: [string, Record<string, string>][] = []
  const parser = new SaxesParser()
  parser.on('error', error => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => found.push([name, attributes as Record<string, string>]))
  parser.write(html.replace(/^<!DOCTYPE html>\n/, '')).close()
  return found
}

describe.each(LANGUAGES)('the page, in %s', language => {
  const hostile = reportHtml(makeReport({ sites: [seenShop(HOSTILE)], declared, today }), language)
  const tame = reportHtml(makeReport({ sites: [seenShop('thing')], declared, today }), language)

  test('what a site says stays text: the page has the same elements whatever it says', () => {
    const names = (html: string) => new Set(elements(html).map(([name]) => name))
    expect(names(hostile)).toEqual(names(tame))
    expect(names(hostile)).not.toContain('script')
    expect(
      elements(hostile)
        .flatMap(([, attributes]) => Object.keys(attributes))
        .filter(key => /^on/i.test(key)),
    ).toEqual([])
  })

  test('asks nobody for anything: pictures are in it, links stay on it', () => {
    for (const [, { src, href }] of elements(hostile)) {
      if (src !== undefined) expect(src).toMatch(/^data:image\/png;base64,/)
      if (href !== undefined) expect(href).toMatch(/^(?:#|data:,)/)
    }
  })

  test('a cell says of which column it is, for screens that have no room for columns', () => {
    const cells = elements(hostile).filter(([name]) => name === 'td')
    expect(cells.length).toBeGreaterThan(20)
    expect(cells.filter(([, { 'data-column': column = '' }]) => column === '')).toEqual([])
  })

  test('pictures are there when the page is printed, as they wait for nobody to come near', () => {
    expect(hostile).not.toContain('loading="lazy"')
  })

  test('has a picture for each state that has one, and says where none is', () => {
    expect(elements(hostile).filter(([name]) => name === 'img')).toHaveLength(5)
    expect(elements(hostile).filter(([, { class: look }]) => look === 'none')).toHaveLength(1)
  })

  test('every link leads somewhere in it, and every id is there once', () => {
    const ids = elements(tame).flatMap(([, { id }]) => id ?? [])
    expect(new Set(ids).size).toBe(ids.length)
    for (const [, { href }] of elements(tame)) if (href?.startsWith('#')) expect(ids).toContain(href.slice(1))
  })
})

test('what a finding is about is said in the language of the page', () => {
  const report = makeReport({ sites: [seenShop('thing')], declared, today })
  const subjects = (language: 'en' | 'bg') =>
    [...reportHtml(report, language).matchAll(/<h4><code>[^<]*<\/code> ([^<]*)<\/h4>/g)].map(([, said = '']) => said)
  expect(subjects('en').length).toBeGreaterThan(3)
  expect(subjects('en').every(said => /^(?:cookie|storage|recipient|field|published|page) /.test(said))).toBe(true)
  expect(subjects('bg').every(said => /^[а-я]/.test(said))).toBe(true)
})

test('several sites have room in one page', () => {
  const html = reportHtml(makeReport({ sites: [seenShop('a'), seenShop('b')], declared, today }), 'en')
  const ids = elements(html).flatMap(([, { id }]) => id ?? [])
  expect(ids).toContain('site-2-map')
  expect(new Set(ids).size).toBe(ids.length)
})

test('without a declaration it shows what was seen, and judges nothing', () => {
  const html = reportHtml(makeReport({ sites: [seenShop('a')], declared: null, today }), 'en')
  expect(html).toContain('there is no declaration to compare it with')
  expect(html).not.toContain('site-1-findings')
  expect(html).toContain('nothing to compare with')
})

test('a picture stays one that can be looked at, however much was set and called', () => {
  const many = Array.from({ length: 200 }, (_, at) => [
    cookieSeen({ name: `c${at}x`, at }),
    requestSeen({ host: `h${at}.example`, url: `https://h${at}.example/` }),
  ]).flat()
  const html = reportHtml(makeReport({ sites: [siteSeen(many)], declared: null, today }), 'en')
  const heights = elements(html).flatMap(([name, { viewBox }]) =>
    name === 'svg' ? [Number(viewBox?.split(' ')[3])] : [],
  )
  expect(Math.max(...heights)).toBeLessThan(2000)
  expect(html).toContain('and 160 more')
})
