import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { arbitraryDeclaration } from '../../../test/support/arbitrary-declaration.ts'
import { FULL } from '../../../test/support/full-declaration.ts'
import { schemaFaults } from '../../../test/support/p3p-content-models.ts'
import { policyOf } from '../../../test/support/policy-of.ts'
import { decodeP3p } from '../../codec/p3p-xml/index.ts'
import { compactHeaderOf } from '../../compile/index.ts'
import type { Policy } from '../../model/index.ts'
import { publishFiles } from './publish-files.ts'
import { isPublishedPath } from './published-path.ts'

const POLICY = policyOf(FULL)

const file = (policy: Policy, path: string): string => publishFiles(policy).get(path) ?? ''
const bytes = (text: string) => new TextEncoder().encode(text)

function references(policy: Policy) {
  const read = decodeP3p(bytes(file(policy, 'w3c/p3p.xml')), { expected: 'META' })
  if (!read.ok || read.value.kind !== 'reference') throw new Error(JSON.stringify(read))
  return read.value.file
}

test('everything is published that a site needs, once and in each language', () => {
  expect([...publishFiles(POLICY).keys()].sort()).toEqual([
    '.well-known/gpc.json',
    'dpv.jsonld',
    'headers.json',
    'label/bg.svg',
    'label/en.svg',
    'notice/bg/index.html',
    'notice/bg/notice.md',
    'notice/en/index.html',
    'notice/en/notice.md',
    'policy.json',
    'w3c/p3p.xml',
    'w3c/policy.xml',
  ])
})

test('what is published is known by its path, and nothing else is', () => {
  for (const path of publishFiles(POLICY).keys()) expect(isPublishedPath(path), path).toBe(true)
  for (const path of ['', 'index.html', 'notice/en/index.html.bak', 'label/../en.svg', 'my/policy.json'])
    expect(isPublishedPath(path), path).toBe(false)
})

test('the same declaration gives the same bytes', () => {
  fc.assert(
    fc.property(arbitraryDeclaration, declaration => {
      expect([...publishFiles(policyOf(declaration))]).toEqual([...publishFiles(policyOf(declaration))])
    }),
    { numRuns: 10 },
  )
})

test('every link between the files leads to one of them', () => {
  const files = publishFiles(POLICY)
  for (const [path, content] of files) {
    const links = [...content.matchAll(/(?:href="|\]\()(\.\.\/[^")#]+)/g)].map(([, href]) => href ?? '')
    if (path.endsWith('.html') || path.endsWith('.md')) expect(links.length, path).toBeGreaterThan(5)
    for (const href of links)
      expect([...files.keys()]).toContain(new URL(href, `http://site.example/${path}`).pathname.slice(1))
  }
})

test('a server can say where its paths are', () => {
  const made = publishFiles(POLICY, { href: path => `/base/${path}` }).get('notice/en/index.html')
  expect(made).toContain('href="/base/w3c/p3p.xml"')
  expect(made).not.toContain('../')
})

describe('w3c/policy.xml', () => {
  test('is valid P3P 1.0, in the first of the site’s languages', () => {
    fc.assert(
      fc.property(arbitraryDeclaration, declaration => {
        expect(schemaFaults(file(policyOf(declaration), 'w3c/policy.xml'))).toEqual([])
      }),
      { numRuns: 20 },
    )
    expect(file(POLICY, 'w3c/policy.xml')).toContain('„Хълм и дол“ ООД')
  })
})

describe('w3c/p3p.xml', () => {
  test('covers the whole site by the policy of policy.xml, and holds for a day', () => {
    const { refs, expiry } = references(POLICY)
    expect(expiry).toEqual({ maxAge: '86400', date: null })
    expect(refs).toHaveLength(1)
    expect(refs[0]).toMatchObject({ about: '/w3c/policy.xml#policy', includes: ['/*'], excludes: [] })
    expect(file(POLICY, 'w3c/policy.xml')).toContain('name="policy"')
  })

  test('covers the cookies that the site can set, and not those of others', () => {
    const [cart] = POLICY.cookies
    if (cart === undefined) throw new Error('the fixture has a cookie')
    const cookies = [
      cart,
      { ...cart, name: '50%*', pattern: false, host: '.shop.example' },
      { ...cart, name: 'p_*', pattern: true, host: '.example', path: '/a*' },
      { ...cart, name: 'other', host: '.counter.example' },
      { ...cart, name: 'sibling', host: 'www.shop.example' },
    ]
    expect(references({ ...POLICY, cookies }).refs[0]?.cookieIncludes).toEqual([
      { name: 'cart', value: '*', domain: '.', path: '/' },
      { name: '50%25%2A', value: '*', domain: '.shop.example', path: '/' },
      { name: 'p_*', value: '*', domain: '.example', path: '/a%2A' },
    ])
  })

  test('covers only the site’s own part of a host', () => {
    const site = { ...POLICY.site, url: 'https://host.example/~ann/' }
    expect(references({ ...POLICY, site }).refs[0]?.includes).toEqual(['/~ann/*'])
  })
})

test('policy.json is the policy, whole', () => {
  expect(JSON.parse(file(POLICY, 'policy.json'))).toEqual(POLICY)
})

const gpcOf = (policy: Policy): unknown => JSON.parse(file(policy, '.well-known/gpc.json'))

test('gpc.json says since when the signal is heeded, if that is known', () => {
  const heeding = { ...POLICY, practices: [] }
  expect(gpcOf(heeding)).toEqual({ gpc: true, lastUpdate: '2012-06-14' })
  expect(gpcOf({ ...heeding, effective: null })).toEqual({ gpc: true })
})

test('gpc.json does not promise what the policy denies: marketing and sharing that nobody can refuse', () => {
  const practice = POLICY.practices[0]
  if (practice === undefined) throw new Error('no practice')
  const publishedWith = (part: Partial<typeof practice>) =>
    gpcOf({ ...POLICY, practices: [{ ...practice, purposes: [], recipients: [], ...part }] })
  const ours = { id: 'ours', choice: 'always', text: null, hosts: [] } as const
  expect(publishedWith({ recipients: [ours] })).toMatchObject({ gpc: true })
  expect(publishedWith({ purposes: [{ id: 'contact', choice: 'always', text: null }] })).toMatchObject({ gpc: false })
  expect(publishedWith({ purposes: [{ id: 'contact', choice: 'opt-out', text: null }] })).toMatchObject({ gpc: true })
  expect(publishedWith({ recipients: [{ ...ours, id: 'unrelated' }] })).toMatchObject({ gpc: false })
})

test.each([
  ['always', { P3P: compactHeaderOf(POLICY) }],
  ['with-cookies', { P3P: compactHeaderOf(POLICY) }],
  ['never', {}],
] as const)('headers.json of a policy whose header is sent %s', (header, expected) => {
  const policy = { ...POLICY, p3p: { ...POLICY.p3p, header } }
  expect(JSON.parse(file(policy, 'headers.json'))).toEqual(expected)
})
