import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { arbitraryDeclaration } from '../../test/support/arbitrary-declaration.ts'
import { policyOf, SOUND } from '../../test/support/policy-of.ts'
import { declareObject } from '../declare/index.ts'
import { canonicalJson } from './canonical-json.ts'
import { compile } from './compile.ts'
import { hashOf } from './hash.ts'

const practice = SOUND.practices['shop']!

/** The same value with the keys of every table in another order; those of `practices` stay, for theirs is meant. */
function shuffled(value: unknown, random: () => number, key?: string): unknown {
  if (Array.isArray(value)) return value.map(member => shuffled(member, random))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([name, member]) => [name, shuffled(member, random, name)] as const)
  if (key === 'practices') return Object.fromEntries(entries)
  const ranked = entries.map(entry => ({ entry, rank: random() })).sort((a, b) => a.rank - b.rank)
  return Object.fromEntries(ranked.map(({ entry }) => entry))
}

const deeplyFrozen = (value: unknown): boolean =>
  typeof value !== 'object' || value === null || (Object.isFrozen(value) && Object.values(value).every(deeplyFrozen))

describe('the same declaration gives the same policy', () => {
  test('whatever the order of keys, down to the last byte', () => {
    const numbers = fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true }))
    fc.assert(
      fc.property(arbitraryDeclaration, numbers, (input, stream) => {
        const other = shuffled(input, () => stream.next().value ?? 0) as typeof input
        expect(canonicalJson(policyOf(other))).toBe(canonicalJson(policyOf(input)))
      }),
      { numRuns: 50 },
    )
  })

  test('in short forms or written out', () => {
    const long = policyOf({
      ...SOUND,
      site: { ...SOUND.site, name: { bg: 'Shop', en: 'Shop' }, url: 'https://SHOP.example' },
      access: { rule: 'all' },
      practices: {
        shop: {
          ...practice,
          purposes: { current: 'always' },
          recipients: { ours: { choice: 'always' } },
          retention: { rule: 'stated-purpose', period: '1  Year' },
          identifiable: true,
          mandatory: true,
        },
      },
      cookies: [
        { name: 'basket', host: 'shop.example', path: '/', party: 'first', lifetime: '30 days', practice: 'shop' },
      ],
      storage: [],
      p3p: { header: 'with-cookies', scope: 'response', style: 'canonical', test: false },
    })
    expect(canonicalJson(long)).toBe(canonicalJson(policyOf(SOUND)))
  })

  test('but the order of practices is meant', () => {
    const a = policyOf({ ...SOUND, practices: { shop: practice, other: practice } })
    const b = policyOf({ ...SOUND, practices: { other: practice, shop: practice } })
    expect(a.practices.map(({ id }) => id)).toEqual(['shop', 'other'])
    expect(b.hash).not.toBe(a.hash)
  })

  test('terms stand in the order of the vocabulary, not of writing', () => {
    const written = { ...practice, purposes: { contact: 'opt-in', admin: 'always', current: 'always' } } as const
    const ids = policyOf({ ...SOUND, practices: { shop: written } }).practices[0]?.purposes.map(({ id }) => id)
    expect(ids).toEqual(['current', 'admin', 'contact'])
  })
})

test('the hash is of everything else in the policy', () => {
  const { hash, ...rest } = policyOf(SOUND)
  expect(hash).toMatch(/^sha256:[0-9a-f]{64}$/)
  expect(hashOf(rest)).toBe(hash)
  expect(policyOf({ ...SOUND, effective: '2026-01-01' }).hash).not.toBe(hash)
})

test('hashes as everybody else does', () => {
  // printf '%s' '{"a":"Здравей"}' | sha256sum
  expect(hashOf({ a: 'Здравей' })).toBe('sha256:9469aa46f4f80c014c7c61dae6e15d4628c78b709b2fadee158cad1cfb2e8c48')
})

test('nobody can change it, and the declaration stays as it was', () => {
  const declared = declareObject(SOUND)
  if (!declared.ok) throw new Error('not declared')
  const { declaration } = declared.value
  const before = canonicalJson(declaration)
  const compiled = compile(declaration)
  expect(compiled.ok && deeplyFrozen(compiled.value)).toBe(true)
  expect(Object.isFrozen(declaration.practices[0])).toBe(false)
  expect(canonicalJson(declaration)).toBe(before)
})

describe('what is not said', () => {
  const minimal = policyOf({
    candor: 1,
    site: {
      name: 'Shop',
      url: 'https://www.shop.example/',
      languages: ['en', 'bg'],
      controller: { email: 'privacy@shop.example' },
    },
    access: 'none',
    practices: {
      log: {
        data: ['dynamic.http', { ref: 'user.gender', optional: true }],
        purposes: 'admin',
        recipients: 'ours',
        retention: 'indefinitely',
      },
    },
    cookies: [
      { name: 'own', lifetime: 'session', practice: 'log' },
      { name: 'above', host: '.shop.example', lifetime: 'session', practice: 'log' },
      { name: 'sister', host: 'cdn.shop.example', lifetime: 'session', practice: 'log' },
      { name: 'other*', host: 'ads.example', lifetime: 'session', practice: 'log' },
      { name: 'like', host: 'evilshop.example', lifetime: 'session', practice: 'log' },
    ],
    storage: [{ area: 'local', key: 'theme', practice: 'log' }],
  })

  test("the controller has the site's name, and a practice its id", () => {
    expect(minimal.site.controller.name).toEqual({ en: 'Shop', bg: 'Shop' })
    expect(minimal.practices[0]?.name).toEqual({ en: 'log', bg: 'log' })
  })

  test('the policy for people stands where Candor puts it', () => {
    expect(minimal.site.policyPage).toBe('https://www.shop.example/notice/en/')
    expect(minimal.site.choicesPage).toBeNull()
  })

  test('data identify people and are required, of the categories that the schema gives them', () => {
    expect(minimal.practices[0]).toMatchObject({
      identifiable: true,
      mandatory: true,
      categories: ['computer', 'navigation', 'demographic'],
      data: [
        { ref: 'dynamic.http', categories: ['computer', 'navigation'], optional: false },
        { ref: 'user.gender', categories: ['demographic'], optional: true },
      ],
    })
  })

  test("a cookie is the site's, for all of it; on a host that is not of the site's name it is another's", () => {
    expect(minimal.cookies.map(({ name, host, path, party }) => [name, host, path, party])).toEqual([
      ['own', 'www.shop.example', '/', 'first'],
      ['above', '.shop.example', '/', 'first'],
      ['sister', 'cdn.shop.example', '/', 'first'],
      ['other*', 'ads.example', '/', 'third'],
      ['like', 'evilshop.example', '/', 'third'],
    ])
    expect(minimal.cookies.map(({ pattern }) => pattern)).toEqual([false, false, false, true, false])
  })

  test("storage is of the site's origin", () => {
    expect(minimal.storage[0]).toMatchObject({ origin: 'https://www.shop.example', pattern: false, lifetime: null })
  })

  test('the header goes with cookies, speaks of them alone, in legal tokens, and is meant', () => {
    expect(minimal.p3p).toEqual({ header: 'with-cookies', scope: 'response', style: 'canonical', test: false })
  })

  test('all data of a practice that is not mandatory are optional', () => {
    const policy = policyOf({ ...SOUND, practices: { shop: { ...practice, mandatory: false } } })
    expect(policy.practices[0]?.data[0]?.optional).toBe(true)
  })
})

test('pages stand below the site, wherever that is', () => {
  const site = { ...SOUND.site, url: 'https://example.com/shop', pages: { policy: 'privacy', choices: '/choices' } }
  const policy = policyOf({ ...SOUND, site })
  expect(policy.site.policyPage).toBe('https://example.com/shop/privacy')
  expect(policy.site.choicesPage).toBe('https://example.com/choices')
})

test('what the defaults make the same is told, at its place', () => {
  const declared = declareObject({
    ...SOUND,
    cookies: [
      { name: 'basket', lifetime: '1 day', practice: 'shop' },
      { name: 'basket', host: 'shop.example', lifetime: '2 days', practice: 'shop' },
    ],
    storage: [
      { area: 'local', key: 'theme', practice: 'shop' },
      { area: 'session', key: 'theme', practice: 'shop' },
      { area: 'local', key: 'theme', origin: 'https://shop.example', practice: 'shop' },
    ],
  })
  if (!declared.ok) throw new Error('not declared')
  const compiled = compile(declared.value.declaration, path => ({ line: path.length, column: 1 }))
  expect(compiled).toEqual({
    ok: false,
    issues: [
      {
        code: 'cookie-twice',
        severity: 'error',
        path: ['cookies', 1],
        data: { name: 'basket' },
        at: { line: 2, column: 1 },
      },
      {
        code: 'storage-twice',
        severity: 'error',
        path: ['storage', 2],
        data: { key: 'theme' },
        at: { line: 2, column: 1 },
      },
    ],
  })
})
