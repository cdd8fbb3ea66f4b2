import { gunzipSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from 'vitest'
import { examplePolicy } from '../../test/support/policies.ts'
import { createPublished } from './published.ts'
import { type Current, createSite } from './site.ts'

let current: Current
const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  createSite(current).request(`http://site.example${path}`, { method, headers })

beforeAll(async () => {
  current = { published: createPublished(await examplePolicy('quality-unit')) }
})

describe('languages', () => {
  test.each([
    ['bg', 'bg'],
    ['en-GB, bg;q=0.5', 'en'],
    ['fr, *;q=0.1', 'bg'],
    ['de', 'bg'],
    ['en;q=0, bg', 'bg'],
  ])('who asks for "%s" gets the notice in %s', async (accept, language) => {
    const response = await get('/', { 'Accept-Language': accept })
    expect(response.headers.get('Content-Language')).toBe(language)
    expect(response.headers.get('Vary')).toContain('Accept-Language')
    expect(await response.text()).toContain(`<html lang="${language}"`)
  })

  test('each notice stands at its own address too, and the address without its slash leads there', async () => {
    expect((await get('/notice/en/')).status).toBe(200)
    const redirect = await get('/notice/en')
    expect([redirect.status, redirect.headers.get('Location')]).toEqual([308, '/notice/en/'])
    expect((await get('/notice/xx/')).status).toBe(404)
    expect((await get('/notice//evil.example')).status).toBe(404)
  })
})

describe('what is published', () => {
  test.each([
    ['/w3c/p3p.xml', 'application/xml', '<META'],
    ['/w3c/policy.xml', 'application/xml', '<POLICIES'],
    ['/.well-known/gpc.json', 'application/json', '"gpc"'],
    ['/policy.json', 'application/json', '"hash": "sha256:'],
    ['/label/bg.svg', 'image/svg+xml', '<svg'],
    ['/notice/en/notice.md', 'text/markdown', '# '],
  ])('%s', async (path, type, holds) => {
    const response = await get(path)
    expect(response.headers.get('Content-Type')).toContain(type)
    expect(await response.text()).toContain(holds)
  })

  test('HEAD tells the same as GET, without the body; OPTIONS tells what is answered; anything else is refused', async () => {
    const [head, whole] = [await get('/policy.json', {}, 'HEAD'), await get('/policy.json')]
    expect(await head.text()).toBe('')
    expect(head.headers.get('Content-Length')).toBe(String((await whole.arrayBuffer()).byteLength))
    expect((await get('/', {}, 'OPTIONS')).headers.get('Allow')).toBe('GET, HEAD, OPTIONS')
    expect((await get('/', {}, 'DELETE')).status).toBe(405)
  })

  test('the header goes with every answer, errors too, when the policy says always', async () => {
    for (const [path, method] of [
      ['/', 'GET'],
      ['/nothing', 'GET'],
      ['/', 'OPTIONS'],
      ['/', 'HEAD'],
    ] as const) {
      expect((await get(path, {}, method)).headers.get('P3P')).toContain('CP="NOI CURa ADMa')
    }
  })

  test('where it goes with cookies only, pages that set none do not carry it', async () => {
    const policy = await examplePolicy('quality-unit')
    const quiet = createSite({
      published: createPublished({ ...policy, p3p: { ...policy.p3p, header: 'with-cookies' } }),
    })
    expect((await quiet.request('http://site.example/')).headers.get('P3P')).toBeNull()
  })
})

describe('caching', () => {
  test('who has it already is told so', async () => {
    const first = await get('/policy.json')
    const etag = first.headers.get('ETag') ?? ''
    for (const ifNoneMatch of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const again = await get('/policy.json', { 'If-None-Match': ifNoneMatch })
      expect([again.status, await again.text()]).toEqual([304, ''])
    }
    expect((await get('/policy.json', { 'If-None-Match': '"other"' })).status).toBe(200)
  })

  test('gzip where it is taken, with a tag of its own', async () => {
    const zipped = await get('/policy.json', { 'Accept-Encoding': 'br, gzip' })
    const plain = await get('/policy.json', { 'Accept-Encoding': 'gzip;q=0' })
    expect(zipped.headers.get('Content-Encoding')).toBe('gzip')
    expect(plain.headers.get('Content-Encoding')).toBeNull()
    expect(gunzipSync(Buffer.from(await zipped.arrayBuffer())).toString()).toBe(await plain.text())
    expect(zipped.headers.get('ETag')).not.toBe(plain.headers.get('ETag'))
  })
})

describe('the workbench', () => {
  test('speaks the language asked for, and its script may connect nowhere', async () => {
    const page = await get('/workbench', { 'Accept-Language': 'bg' })
    const html = await page.text()
    expect(html).toContain('<html lang="bg">')
    const policy = page.headers.get('Content-Security-Policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toContain('connect-src')
    const script = /src="([^"]+)"/.exec(html)?.[1] ?? ''
    expect((await get(script)).headers.get('Cache-Control')).toContain('immutable')
  })
})
