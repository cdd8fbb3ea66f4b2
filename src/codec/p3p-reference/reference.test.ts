import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { P3pCookiePattern, P3pHint, P3pPolicyRef, P3pReferenceFile } from '../../model/index.ts'
import { hintForUrl, ownsHost, policyForCookie, policyForUrl, type SetCookie } from './index.ts'

const ref = (about: string, more: Partial<P3pPolicyRef> = {}): P3pPolicyRef => ({
  about,
  includes: [],
  excludes: [],
  cookieIncludes: [],
  cookieExcludes: [],
  methods: [],
  extensions: [],
  ...more,
})

const file = (refs: readonly P3pPolicyRef[], hints: readonly P3pHint[] = []): P3pReferenceFile => ({
  lang: null,
  expiry: null,
  refs,
  hints,
  policies: null,
  extensions: [],
})

const aboutUrl = (refs: readonly P3pPolicyRef[], path: string, method?: string) =>
  policyForUrl(file(refs), { url: `https://www.example.com${path}`, ...(method === undefined ? {} : { method }) })
    ?.about

describe('which policy covers an address', () => {
  test('2.3.2.1.1: the first reference that applies is the one', () => {
    const refs = [
      ref('docs', { includes: ['/docs/*'] }),
      ref('all', { includes: ['/*'] }),
      ref('never', { includes: ['/*'] }),
    ]
    expect(aboutUrl(refs, '/docs/a')).toBe('docs')
    expect(aboutUrl(refs, '/docs')).toBe('all')
    expect(aboutUrl([], '/')).toBeUndefined()
  })

  test('2.3.2.5: an EXCLUDE takes out what an INCLUDE of the same reference brought in, wherever it stands', () => {
    const refs = [ref('all', { includes: ['/*', '/cgi/ok*'], excludes: ['/cgi/*'] }), ref('rest', { includes: ['/*'] })]
    expect(aboutUrl(refs, '/a')).toBe('all')
    expect(aboutUrl(refs, '/cgi/ok')).toBe('rest')
  })

  test('2.3.2.5: EXCLUDE without INCLUDE is ignored', () => {
    expect(aboutUrl([ref('odd', { excludes: ['/a'] })], '/b')).toBeUndefined()
  })

  test('2.3.2.8: methods, where listed, are weighed with the rest; METHOD alone never applies', () => {
    const refs = [ref('post', { includes: ['/form'], methods: ['POST', 'PUT'] }), ref('bare', { methods: ['GET'] })]
    expect(aboutUrl(refs, '/form', 'POST')).toBe('post')
    expect(aboutUrl(refs, '/form')).toBeUndefined()
    expect(aboutUrl(refs, '/form', 'post')).toBeUndefined()
  })

  test('2.3.2.7: patterns for cookies never cover an address', () => {
    const any: P3pCookiePattern = { name: null, value: null, domain: null, path: null }
    expect(aboutUrl([ref('cookies', { cookieIncludes: [any] })], '/')).toBeUndefined()
  })

  test.each([
    ['/a', '/a', true],
    ['/a', '/a/', false],
    ['/a', '/a?b=1', false],
    ['/a?*', '/a?b=1', true],
    ['/*.gif', '/img/x.gif', true],
    ['/*.gif', '/img/x.gif?1', false],
    ['/a/*/c', '/a//c', true],
    ['*', '/anything', true],
    ['a/*', '/a/b', false],
    ['/a%2Ab', '/a*b', true],
    ['/a%2Ab', '/axxb', false],
    ['/a*b', '/a%2Ab', true],
    ['/%7Ejoe', '/~joe', true],
    ['/a b', '/a%20b', true],
    ['/%D1%8F', '/я', true],
    ['/a.b', '/axb', false],
    ['/A', '/a', false],
  ])('2.3.2.1.2: the pattern %s and the address %s: %s', (pattern, path, covered) => {
    expect(aboutUrl([ref('it', { includes: [pattern] })], path) === 'it').toBe(covered)
  })

  test('nothing that is asked throws', () => {
    const text = fc.string({ unit: 'binary', maxLength: 12 })
    fc.assert(
      fc.property(text, text, text, (pattern, path, method) => {
        const one = ref('it', { includes: [pattern], excludes: [method] })
        policyForUrl(file([one]), { url: path, method })
        policyForUrl(file([one]), { url: `https://a.example/${path}`, method })
        policyForCookie(
          file([{ ...one, cookieIncludes: [{ name: pattern, value: null, domain: path, path: pattern }] }]),
          { name: method, value: path, domain: pattern, path: null },
          { url: `https://a.example/${path}` },
        )
        hintForUrl(file([], [{ scope: `https://${pattern}`, path }]), `https://a.example/${path}`)
      }),
      { numRuns: 500 },
    )
  })

  test('a hostile pattern over a long address is answered', () => {
    const pattern = `/${'a*'.repeat(1000)}b`
    expect(aboutUrl([ref('it', { includes: [pattern] })], `/${'a'.repeat(100_000)}`)).toBeUndefined()
  })
})

describe('which policy covers a cookie', () => {
  const pattern = (more: Partial<P3pCookiePattern>): P3pCookiePattern => ({
    name: null,
    value: null,
    domain: null,
    path: null,
    ...more,
  })
  const cookie = (more: Partial<SetCookie> = {}): SetCookie => ({
    name: 'id',
    value: '1',
    domain: null,
    path: null,
    ...more,
  })
  const URL_ = 'https://www.example.com/shop/basket'
  const covered = (patterns: Partial<P3pCookiePattern>, of: Partial<SetCookie> = {}, more = {}) =>
    policyForCookie(file([ref('it', { cookieIncludes: [pattern(patterns)] })]), cookie(of), { url: URL_, ...more })
      ?.about === 'it'

  test('2.3.2.7: an attribute that is not written matches anything', () => {
    expect(covered({})).toBe(true)
    expect(covered({}, { domain: 'example.com', path: '/x' })).toBe(true)
  })

  test('2.3.2.7: all that is written must fit, wildcards in any of the four', () => {
    expect(covered({ name: 'i*', value: '1*', domain: '*.example.com', path: '/shop*' })).toBe(true)
    expect(covered({ name: 'i*', value: '2*' })).toBe(false)
    expect(covered({ name: 'ID' })).toBe(false)
    expect(covered({ name: '' })).toBe(false)
  })

  test('2.3.2.7: domain="." is a cookie without Domain, and no other', () => {
    expect(covered({ domain: '.' })).toBe(true)
    expect(covered({ domain: '.' }, { domain: 'example.com' })).toBe(false)
  })

  test('2.3.2.7: an explicit Domain has a leading dot; one that is not there is the host', () => {
    expect(covered({ domain: '.example.com' }, { domain: 'Example.com' })).toBe(true)
    expect(covered({ domain: 'example.com' }, { domain: 'example.com' })).toBe(false)
    expect(covered({ domain: 'www.example.com' })).toBe(true)
    expect(covered({ domain: '.example.com' })).toBe(false)
  })

  test('2.3.2.7: a cookie without Path is matched on the default path', () => {
    expect(covered({ path: '/shop' })).toBe(true)
    expect(covered({ path: '/shop' }, { path: '/' })).toBe(false)
    expect(covered({ path: '/' }, {}, { url: 'https://www.example.com/x' })).toBe(true)
  })

  test('2.3.2.7: COOKIE-EXCLUDE takes out of its own reference only', () => {
    const refs = [
      ref('most', { cookieIncludes: [pattern({})], cookieExcludes: [pattern({ name: 'id' })] }),
      ref('rest', { cookieIncludes: [pattern({ name: 'i*' })] }),
    ]
    expect(policyForCookie(file(refs), cookie(), { url: URL_ })?.about).toBe('rest')
    expect(policyForCookie(file(refs), cookie({ name: 'x' }), { url: URL_ })?.about).toBe('most')
  })

  test('2.3.2.7: a host speaks only of cookies that it could set', () => {
    expect(covered({}, { domain: 'other.example' })).toBe(false)
    expect(covered({}, { domain: 'example.com' }, { declaredBy: 'shop.example.com' })).toBe(true)
    expect(covered({}, {}, { declaredBy: 'shop.example.com' })).toBe(false)
    expect(covered({}, { domain: 'ample.com' })).toBe(false)
  })

  test('2.3.2.7: patterns for addresses never cover a cookie', () => {
    expect(policyForCookie(file([ref('it', { includes: ['/*'] })]), cookie(), { url: URL_ })).toBeUndefined()
  })
})

describe('where a hint leads (2.3.2.6)', () => {
  const asked = (scope: string, url: string, path = '/w3c/p3p.xml') => hintForUrl(file([], [{ scope, path }]), url)

  test('to the file on the site itself', () => {
    expect(asked('https://a.example', 'https://a.example/x/y')).toBe('https://a.example/w3c/p3p.xml')
    expect(asked('https://a.example', 'https://a.example/x/y', 'p/q.xml')).toBe('https://a.example/p/q.xml')
    expect(asked('http://*.a.example', 'http://ads.a.example/')).toBe('http://ads.a.example/w3c/p3p.xml')
    expect(asked('http://a.example:81', 'http://a.example:81/')).toBe('http://a.example:81/w3c/p3p.xml')
    expect(asked('http://a.example:80', 'http://a.example/')).toBe('http://a.example/w3c/p3p.xml')
  })

  test.each([
    ['https://a.example', 'http://a.example/'],
    ['http://a.example', 'http://a.example:81/'],
    ['http://a.example', 'http://www.a.example/'],
    ['http://*.a.example', 'http://a.example/'],
    ['http://*.a.example', 'http://xa.example/'],
    ['http://a.*.example', 'http://a.b.example/'],
    ['http://a.example/', 'http://a.example/'],
    ['*://a.example', 'http://a.example/'],
    ['http://a.example:*', 'http://a.example:81/'],
    ['a.example', 'http://a.example/'],
  ])('the scope %s is not for %s', (scope, url) => {
    expect(asked(scope, url)).toBeUndefined()
  })

  test('a path that names a site is none', () => {
    expect(asked('http://a.example', 'http://a.example/', 'http://b.example/p.xml')).toBeUndefined()
    expect(asked('http://a.example', 'http://a.example/', '//b.example/p.xml')).toBeUndefined()
  })
})

test('P3P 1.1: a site names hosts that are its own', () => {
  const own = (name: string) =>
    ref('it', {
      extensions: [
        { mandatory: false, content: [{ name: 'OUR-HOST', namespace: 'urn:x', attributes: { name }, children: [] }] },
      ],
    })
  expect(ownsHost(own('*.a.example'), 'img.A.example')).toBe(true)
  expect(ownsHost(own('*.a.example'), 'a.example')).toBe(false)
  expect(ownsHost(own('a.example'), 'a.example')).toBe(true)
  expect(ownsHost(ref('it'), 'a.example')).toBe(false)
})
