import { describe, expect, test } from 'vitest'
import { asking, SITE } from '../../../test/support/asking-consent.ts'

describe('the page of choices', () => {
  test('runs no script, and no other page can frame it', async () => {
    const response = await asking().get('/candor/choices')
    const policy = response.headers.get('Content-Security-Policy')
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(await response.text()).not.toContain('<script')
  })

  test.each(['"><script>alert(1)</script>', "javascript:alert('x')", '//evil.example'])(
    'never repeats what an address says as markup: %s',
    async evil => {
      const query = new URLSearchParams({ return: evil, language: evil, outcome: evil, part: evil })
      const html = await (await asking().get(`/candor/choices?${query}`)).text()
      expect(html).not.toMatch(/<script|javascript:|\/\/evil/)
    },
  )

  test('speaks the language asked for, else the browser’s, else the site’s first', async () => {
    const { get } = asking()
    const said = async (path: string, headers = {}) => (await get(path, headers)).headers.get('Content-Language')
    expect(await said('/candor/choices?language=bg', { 'Accept-Language': 'en' })).toBe('bg')
    expect(await said('/candor/choices', { 'Accept-Language': 'bg-BG' })).toBe('bg')
    expect(await said('/candor/choices?language=xx')).toBe('en')
  })

  test('is data for who asks for data', async () => {
    const response = await asking().get('/candor/choices', { Accept: 'application/json' })
    expect(await response.json()).toMatchObject({
      state: { practices: { statistics: { allowed: false, because: 'not-asked' } } },
    })
  })

  test('answers other methods with those it knows, and leaves other paths to the site', async () => {
    const { consent } = asking()
    const put = await consent.routes(new Request(`${SITE}/candor/choices`, { method: 'PUT' }))
    expect([put?.status, put?.headers.get('Allow')]).toEqual([405, 'GET, HEAD, POST'])
    for (const path of ['/', '/candor', '/candor/health', '/candor/choices/x', '/candor/__proto__'])
      expect(await consent.routes(new Request(SITE + path))).toBeNull()
  })
})
