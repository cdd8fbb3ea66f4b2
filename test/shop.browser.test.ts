import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openShop } from '../examples/shop/shop.ts'
import { expectSound } from './support/accessibility.ts'
import { chromiumPath, launchChromium } from './support/chromium.ts'

const PAGES = ['', 'tea', 'good/honey-spoon', 'basket', 'checkout', 'login', 'help', 'choices', 'search?q=honey']

describe.skipIf(chromiumPath === undefined)('the shop, as people see it (needs a Chromium)', () => {
  let shop: Awaited<ReturnType<typeof openShop>>
  let browser: Browser
  let home = ''
  beforeAll(async () => {
    shop = await openShop('kept')
    home = `http://shop.localhost:${shop.proxy.split(':')[1]}`
    browser = await launchChromium()
  })
  afterAll(async () => {
    await browser?.close()
    await shop?.close()
  })

  test.each([
    ['en', 'light', 1280],
    ['bg', 'dark', 320],
  ] as const)('its pages are accessible and fit: %s, %s, %i pixels wide', async (language, colorScheme, width) => {
    const page = await browser.newPage({ colorScheme, viewport: { width, height: 800 } })
    for (const path of PAGES) {
      await page.goto(`${home}/${language}/${path}`)
      await expectSound(page)
    }
    await page.close()
  })

  test('without the proxy and without scripts it asks, remembers and sells', async () => {
    const page = await browser.newPage({ javaScriptEnabled: false })
    await page.goto(`${home}/en/good/gift-box`)
    await page.getByRole('button', { name: 'Refuse all' }).click()
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0)
    await page.getByRole('button', { name: 'Put in the basket' }).click()
    await page.getByText('Together: €24.90').waitFor()
    await page.close()
  })

  test('after a yes its partners are asked, and after a no nothing of them is left', async () => {
    const context = await browser.newContext()
    const page = await context.newPage()
    const names = async () => (await context.cookies()).map(({ name }) => name).sort()
    await page.goto(`${home}/en/`)
    await page.getByRole('button', { name: 'Accept all' }).click()
    await page.waitForFunction("document.cookie.includes('_visit=') && document.cookie.includes('_ad=')")
    expect(await names()).toEqual(['_ad', '_ref', '_seen', '_visit', 'choice'])
    await page.getByRole('link', { name: 'Cookie settings' }).click()
    await page.getByRole('button', { name: 'Refuse all' }).click()
    await expect.poll(names).toEqual(['choice'])
    await expect.poll(() => page.evaluate("localStorage.getItem('stats.queue')")).toBeNull()
    await context.close()
  })
})
