import type { RequestListener } from 'node:http'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { chromiumPath, launchChromium } from './support/chromium.ts'
import { type Behind, enforcementOf, type Standing, startGateway, startSite, stopAll } from './support/gateway.ts'
import { ASKING } from './support/gateway-declaration.ts'
import { policyOf } from './support/policy-of.ts'

/** The ways to log out, and what they send. */
const LOG_OUTS: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>> = {
  '/leave-cookies': { 'Clear-Site-Data': '"cookies"', 'Set-Cookie': ['basket=again; Path=/'] },
  '/leave-all': { 'Clear-Site-Data': '"*"', 'Set-Cookie': ['basket=again; Path=/'] },
  '/leave-well': {
    'Clear-Site-Data': '"cache", "storage"',
    'Set-Cookie': ['basket=; Max-Age=0; Path=/', 'basket=; Max-Age=0; Path=/account'],
  },
}

describe.skipIf(chromiumPath === undefined)('a site that clears its data at a log-out (needs a Chromium)', () => {
  let browser: Browser
  let behind: Behind
  let standing: Standing
  let context: BrowserContext
  let page: Page
  /** The cookies that the site was sent with the log-out. */
  let sent = ''

  const shop: RequestListener = (asked, response) => {
    const leaving = LOG_OUTS[asked.url ?? '']
    if (leaving !== undefined) sent = asked.headers.cookie ?? ''
    const entering = { 'Set-Cookie': ['basket=1; Path=/', 'basket=2; Path=/account'] }
    const headers = leaving ?? (asked.url === '/enter' ? entering : {})
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', ...headers })
    response.end('<!doctype html><html lang="en"><title>Shop</title><body><h1>Lamps</h1>')
  }

  beforeAll(async () => {
    browser = await launchChromium()
    behind = await startSite(shop)
    const enforcement = enforcementOf(policyOf(ASKING))
    standing = await startGateway({ to: behind.url, current: () => enforcement })
  })
  afterAll(async () => {
    await browser?.close()
    await stopAll([standing], [behind])
  })
  beforeEach(async () => {
    context = await browser.newContext()
    page = await context.newPage()
    await go('/enter')
    await page.getByRole('button', { name: 'Refuse all' }).click()
    await expect.poll(cookies).toEqual(['__Host-candor at /', 'basket at /', 'basket at /account'])
    await page.evaluate(() => localStorage.setItem('draft', 'x'))
  })
  afterEach(() => context?.close())

  const go = (path: string) => page.goto(new URL(path, standing.url.replace('127.0.0.1', 'localhost')).href)
  const cookies = async () => (await context.cookies()).map(({ name, path }) => `${name} at ${path}`).sort()
  const asks = () => page.getByRole('region', { name: 'You decide about your data' }).isVisible()
  const stored = () => page.evaluate(() => localStorage.length)

  test.each(['/leave-cookies', '/leave-all'])(
    'by every cookie takes the choice too, and the visitor is asked again: %s',
    async path => {
      await go(path)
      // Not even what the same response sets is kept: the browser clears last.
      expect(await cookies()).toEqual([])
      // Nor would it do to expire what was sent one by one: more was there than the request showed.
      expect(sent).toContain('basket=1')
      expect(sent).not.toContain('basket=2')
      await go('/')
      expect(await asks()).toBe(true)
    },
  )

  test('by what it keeps besides cookies, and by its own cookies one by one, leaves the choice alone', async () => {
    await go('/leave-well')
    expect(await cookies()).toEqual(['__Host-candor at /'])
    expect(await stored()).toBe(0)
    await go('/')
    expect(await asks()).toBe(false)
  })
})
