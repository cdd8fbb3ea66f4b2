import { expect, test } from 'vitest'
import { policyLink } from './policy-links.ts'

const linkIn = (page: string, type = 'text/html') => policyLink(new TextEncoder().encode(page), type)

test.each([
  ['<link rel="P3Pv1" href="/p.xml">', '/p.xml'],
  ["<LINK REL=p3pv1 HREF='/p.xml'>", '/p.xml'],
  ['<link href=" /p.xml " rel="alternate P3Pv1"/>', '/p.xml'],
  ['<link rel="P3Pv1" href="/a.xml"><link rel="P3Pv1" href="/b.xml">', '/a.xml'],
  ['<link rel="P3Pv1"><link rel="P3Pv1" href="/b.xml">', '/b.xml'],
  ['<link rel="P3Pv1" href="/p.xml?a=1&amp;b=2">', '/p.xml?a=1&b=2'],
  ['<!-- <link rel="P3Pv1" href="/p.xml"> -->', undefined],
  ['<script>"<link rel=P3Pv1 href=/p.xml>"</script>', undefined],
  ['<link rel="stylesheet" href="/p.xml"><a rel="P3Pv1" href="/p.xml">', undefined],
  ['', undefined],
])('2.2.3: %s', async (page, link) => {
  expect(await linkIn(page)).toBe(link)
})

test('2.2: XHTML, with and without a prefix', async () => {
  const page = (tag: string) => `<?xml version="1.0"?><html><head><${tag} rel="P3Pv1" href="/p.xml"/></head></html>`
  expect(await linkIn(page('link'), 'application/xhtml+xml')).toBe('/p.xml')
  expect(await linkIn(page('h:link'), 'application/xhtml+xml; charset=utf-8')).toBe('/p.xml')
})

test('a page in another encoding, or one nobody knows, is read', async () => {
  const bytes = new Uint8Array([...'<p>é<link rel="P3Pv1" href="/p.xml">'].map(letter => letter.charCodeAt(0)))
  for (const charset of ['iso-8859-1', 'windows-1251', 'nonsense']) {
    expect(await policyLink(bytes, `text/html; charset=${charset}`)).toBe('/p.xml')
  }
})

test('a page nested without end is given up, not followed', async () => {
  expect(await linkIn(`${'<div>'.repeat(200_000)}<link rel="P3Pv1" href="/p.xml">`)).toBeUndefined()
  expect(await linkIn(`${'<a>'.repeat(200_000)}`, 'text/xml')).toBeUndefined()
})
