import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { BREACHES } from '../examples/shop/breaches/index.ts'
import { LANGUAGES } from '../examples/shop/language.ts'
import { openShop } from '../examples/shop/shop.ts'
import { WORDS } from '../examples/shop/words.ts'
import { verb as check } from '../src/cli/check.ts'
import { runVerb } from './support/run-verb.ts'
import { createVisitor } from './support/shop-visitor.ts'

let shop: Awaited<ReturnType<typeof openShop>>
beforeAll(async () => {
  shop = await openShop('kept')
})
afterAll(() => shop.close())

const example = (file: string) => join(import.meta.dirname, '../examples/shop', file)

describe('the shop that keeps its word', () => {
  test('has a declaration in which nothing is wrong', async () => {
    expect((await runVerb(check, [example('candor.yaml')], { values: { 'fail-on': 'note' } })).code).toBe(0)
  })

  test.each(LANGUAGES)('every page is there in %s, and every link leads to one', async language => {
    const { ask } = createVisitor(shop.proxy)
    const seen = new Set([`/${language}/`])
    for (const path of seen) {
      const { status, body, headers } = await ask(path)
      expect(status, path).toBeLessThan(400)
      if (status !== 200 || headers['content-language'] !== language) continue
      for (const [, link = ''] of body.matchAll(/<a [^>]*href="(\/[^"#]*)"/g)) seen.add(link)
    }
    expect(seen.size).toBeGreaterThan(20)
    expect((await ask(`/${language}/nowhere`)).status).toBe(404)
  })

  test('speaks the visitor’s language, and remembers when another is asked for', async () => {
    const { ask } = createVisitor(shop.proxy)
    const headers = { 'Accept-Language': 'bg,en;q=0.5' }
    expect((await ask('/', { headers })).headers['location']).toBe('/bg/')
    await ask('/language/en')
    expect((await ask('/', { headers })).headers['location']).toBe('/en/')
  })

  test('asks, does what it is told, and undoes it when told otherwise', async () => {
    const { ask, jar } = createVisitor(shop.proxy)
    const before = await ask('/en/')
    expect(before.body).toContain('cookie-notice')
    expect(before.body).not.toMatch(/src="[^"]*(?:stats|ads)\.example/)
    await ask('/choices', { form: { decision: 'all', back: '/en/' } })
    const accepted = await ask('/en/')
    expect(accepted.body).not.toContain('cookie-notice')
    expect(accepted.body).toContain('http://stats.example/visit.js')
    expect(accepted.body).toContain('http://ads.example/ad.js')
    expect([...jar.keys()].sort()).toEqual(['_ref', '_seen', 'choice'])
    await ask('/choices', { form: { decision: 'none', back: '/en/' } })
    const withdrawn = await ask('/en/')
    expect(withdrawn.body).not.toMatch(/src="[^"]*(?:stats|ads|partner)\.example/)
    expect([...jar.keys()]).toEqual(['choice'])
  })

  test('allows what was ticked and no more', async () => {
    const { ask } = createVisitor(shop.proxy)
    await ask('/choices', { form: { decision: 'some', allow: 'advertising', back: '/en/' } })
    const { body } = await ask('/en/')
    expect(body).toContain('ads.example/ad.js')
    expect(body).not.toMatch(/src="[^"]*(?:stats|partner)\.example/)
  })

  test('hears Global Privacy Control before anything was chosen', async () => {
    const thanks = 'partner.example/thanks.svg'
    expect((await createVisitor(shop.proxy).ask('/en/')).body).toContain(thanks)
    const heard = await createVisitor(shop.proxy).ask('/en/', { headers: { 'Sec-GPC': '1' } })
    expect(heard.body).not.toContain(thanks)
    expect(heard.body).toContain('Global Privacy Control')
  })

  test('sells: a basket, an order, an account, a letter', async () => {
    const { ask, jar } = createVisitor(shop.proxy)
    await ask('/en/basket', { form: { good: 'linden-honey' } })
    await ask('/en/basket', { form: { good: 'honey-spoon' } })
    expect((await ask('/en/basket')).body).toContain('€12.40')
    expect((await ask('/en/order', { form: { name: 'Ana' } })).headers['location']).toBe('/en/ordered')
    expect((await ask('/en/ordered')).body).toContain(WORDS.en.ordered)
    expect(jar.has('basket')).toBe(false)
    expect((await ask('/en/login', { form: { email: 'a@b.example' } })).headers['location']).toBe('/en/welcome')
    expect((await ask('/en/newsletter', { form: { email: 'a@b.example' } })).headers['location']).toBe('/en/subscribed')
  })

  test('sends nobody to other sites, and shows what was searched for as text', async () => {
    const { ask } = createVisitor(shop.proxy)
    for (const back of ['//evil.example/', 'https://evil.example/', '/\\evil.example'])
      expect((await ask('/choices', { form: { decision: 'none', back } })).headers['location']).toBe('/')
    const { body } = await ask('/en/search?q=%3Cscript%3Ealert(1)%3C/script%3E')
    expect(body).toContain('&lt;script&gt;')
    expect(body).not.toContain('<script>alert')
  })

  test('publishes its policy', async () => {
    const { ask } = createVisitor(shop.proxy)
    for (const path of ['/w3c/p3p.xml', '/w3c/policy.xml', '/policy.json', '/.well-known/gpc.json', '/notice/bg/'])
      expect((await ask(path)).status, path).toBe(200)
    expect((await ask('/en/login')).headers['p3p']).toMatch(/^policyref="\/w3c\/p3p.xml", CP="CAO /)
  })
})

describe('the shop that breaks its word', () => {
  test('does so in at least twenty ways, each of them in the README', () => {
    const readme = readFileSync(example('README.md'), 'utf8')
    expect(BREACHES.length).toBeGreaterThanOrEqual(20)
    expect(new Set(BREACHES.map(({ id }) => id)).size).toBe(BREACHES.length)
    for (const { id, found } of BREACHES) {
      expect(found.length, id).toBeGreaterThan(0)
      const row = `| ${id} | ${[...new Set(found.map(({ code }) => `\`${code}\``))].join(', ')} |`
      expect(readme).toContain(row)
    }
  })
})
