import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createPublished, createSite, type Listening, listen } from '../src/server/index.ts'
import { expectSound, LOOKS } from './support/accessibility.ts'
import { chromiumPath, launchChromium } from './support/chromium.ts'
import { examplePolicy } from './support/policies.ts'

const SEED = 'NOI CURa ADMa DEVa TAIa CONa OUR DELa BUS IND PHY ONL UNI PUR COM NAV DEM STA'
const TITLES = { bg: 'Работилница', en: 'Workbench' } as const

let browser: Browser
let site: Listening

describe.skipIf(chromiumPath === undefined)('the workbench (needs a Chromium)', () => {
  beforeAll(async () => {
    const app = createSite({ published: createPublished(await examplePolicy('quality-unit')) })
    site = await listen(request => app.fetch(request), { port: 0 })
    browser = await launchChromium()
  })
  afterAll(async () => {
    await browser?.close()
    await site?.drain()
  })

  async function open(path: string, options: Parameters<Browser['newPage']>[0] = {}): Promise<Page> {
    const page = await browser.newPage(options)
    await page.goto(new URL(path, site.url).href)
    return page
  }

  const cell = (page: Page, row: string, column: number) =>
    page.locator('tr', { hasText: row }).first().locator('td').nth(column)

  test('answers as one types, and sends nothing anywhere', async () => {
    const page = await open('/workbench/en/')
    const requests: string[] = []
    page.on('request', request => requests.push(request.url()))
    await page.getByLabel('P3P header or compact policy').pressSequentially('CAO PSA OUR')
    await expect.poll(() => page.getByRole('status').first().textContent()).toBe('3 tokens, 2 errors.')
    expect(await page.getByRole('row', { name: /PSA/ }).textContent()).toContain('Analysis under a pseudonym')
    expect(requests).toEqual([])
    await page.close()
  })

  test('says so where the browser does not let a link be copied', async () => {
    for (const clipboard of ['undefined', "{ writeText: () => Promise.reject(new Error('no')) }"]) {
      const page = await browser.newPage()
      await page.addInitScript(`Object.defineProperty(navigator, 'clipboard', { value: ${clipboard} })`)
      await page.goto(new URL('/workbench/en/', site.url).href)
      await page.getByRole('button', { name: 'Copy' }).click()
      await expect.poll(() => page.getByRole('status').last().textContent()).toContain('in the address bar')
      await page.close()
    }
  })

  test('judges the seed of the project cell by cell as its page printed it, and a repair that is tried mends it', async () => {
    const page = await open(`/workbench/en/#${new URLSearchParams({ cp: SEED })}`)
    expect(await cell(page, 'Medium', 0).innerText()).toBe('session only\nno opt-out')
    expect(await cell(page, 'Low', 0).innerText()).toBe('accepted\nsatisfactory')
    await page.getByRole('button', { name: 'Try it' }).first().click()
    expect(await page.getByLabel('P3P header or compact policy').inputValue()).toContain('CONo')
    expect(await cell(page, 'Medium', 0).innerText()).toBe('accepted\nsatisfactory')
    await page.close()
  })

  test('a link brings back what stood in the field, in the other language too', async () => {
    const page = await open(`/workbench/en/#${new URLSearchParams({ cp: SEED, agent: 'netscape7' })}`)
    expect(await page.getByRole('button', { name: 'Netscape' }).getAttribute('aria-pressed')).toBe('true')
    await page.getByRole('link', { name: 'Български' }).click()
    await page.waitForURL(/\/workbench\/bg\//)
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(TITLES.bg)
    expect(await page.locator('textarea').inputValue()).toBe(SEED)
    await page.close()
  })

  test('what is pasted is never markup', async () => {
    const page = await open(`/workbench/en/#${new URLSearchParams({ cp: 'CP="<img src=x onerror=alert(1)>"' })}`)
    let dialogs = 0
    page.on('dialog', dialog => {
      dialogs++
      void dialog.dismiss()
    })
    await page.waitForSelector('.issues')
    expect(await page.locator('img').count()).toBe(0)
    expect(dialogs).toBe(0)
    await page.close()
  })

  test.each(LOOKS)('is accessible and fits: %s, %s, %i pixels wide', async (language, colorScheme, width) => {
    const page = await open(`/workbench/${language}/#${new URLSearchParams({ cp: SEED })}`, {
      colorScheme,
      viewport: { width, height: 800 },
    })
    await page.waitForSelector('table')
    await expectSound(page)
    await page.close()
  })

  test('can be used by key alone', async () => {
    const page = await open('/workbench/en/')
    await page.keyboard.press('Tab')
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to the workbench')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    expect(await page.evaluate('document.activeElement.role')).toBe('tab')
    await page.keyboard.press('Tab')
    await page.keyboard.type('CONa PHY CUR')
    await page.getByRole('button', { name: 'Netscape' }).focus()
    await page.keyboard.press('Enter')
    expect(await page.evaluate('document.activeElement.getAttribute("aria-pressed")')).toBe('true')
    await page.close()
  })

  describe('the cookie tab', () => {
    const field = (page: Page) => page.getByRole('textbox', { name: 'Set-Cookie line' })
    const status = (page: Page) => page.getByRole('tabpanel', { name: 'Set-Cookie' }).getByRole('status')
    const browserRow = (page: Page, name: string) => page.getByRole('row', { name, exact: false }).first()

    test('comes when it is opened and answers as one types, asking the server for its script alone', async () => {
      const page = await open('/workbench/en/')
      const requests: string[] = []
      page.on('request', request => requests.push(new URL(request.url()).pathname))
      await page.getByRole('tab', { name: 'Set-Cookie' }).click()
      await field(page).pressSequentially('a=1; SameSite=None')
      await expect.poll(() => status(page).textContent()).toMatch(/^\d+ of 11 browsers keep it; \d+ refuse it\.$/)
      expect(await browserRow(page, 'Chrome').innerText()).toContain('SameSite=None needs Secure.')
      expect(requests).toEqual([expect.stringMatching(/^\/workbench\/en\.cookies\.[0-9a-f]{12}\.js$/)])
      await page.close()
    })

    test('a repair that is tried mends the cookie', async () => {
      const page = await open('/workbench/en/#tab=cookies')
      await page.getByRole('button', { name: '__Host- with a Domain' }).click()
      expect(await cell(page, 'Chrome in every window', 0).innerText()).toBe('no')
      await page.getByRole('button', { name: 'Try it' }).first().click()
      expect(await field(page).inputValue()).toBe('__Host-id=42; Path=/; Secure')
      expect(await status(page).textContent()).toBe('11 of 11 browsers keep it.')
      await page.getByText('Every browser does with it what such a cookie is set for.').waitFor()
      await page.close()
    })

    test('where and how it is set changes the answers', async () => {
      const page = await open('/workbench/en/#tab=cookies')
      await field(page).fill('a=1; Max-Age=63072000; Secure; SameSite=None')
      expect(await cell(page, 'Safari', 1).innerText()).toBe('common')
      await page.getByLabel('A script sets it').check()
      expect(await cell(page, 'Safari', 0).innerText()).toBe('yes\n7 days only')
      await page.getByLabel('Embedded in a page of another site').check()
      await page.getByLabel('Address of that page').fill('news.example')
      expect(await cell(page, 'Firefox in every mode', 1).innerText()).toBe('apart, for pages of news.example')
      expect(await page.getByRole('columnheader', { name: 'what news.example embeds' }).count()).toBe(1)
      await page.close()
    })

    test('an address that is none is told at its field', async () => {
      const page = await open('/workbench/en/#tab=cookies&cookie=a%3D1')
      const url = page.getByLabel('Address that sets it')
      await url.fill('shop example')
      expect(await url.getAttribute('aria-invalid')).toBe('true')
      await page.getByText('This is no web address.').first().waitFor()
      expect(await page.locator('table').count()).toBe(0)
      await url.fill('shop.example')
      expect(await page.locator('table').count()).toBe(1)
      await page.close()
    })

    test('a link brings back all the fields, in the other language too', async () => {
      const page = await open('/workbench/en/#tab=cookies')
      await page.getByRole('button', { name: 'Third party, not Partitioned' }).click()
      await page.getByLabel('A script sets it').check()
      await page.getByRole('link', { name: 'Български' }).click()
      await page.waitForURL(/\/workbench\/bg\//)
      expect(await page.getByLabel('Ред Set-Cookie').inputValue()).toBe(
        'id=42; Max-Age=31536000; Secure; SameSite=None',
      )
      expect(await page.getByLabel('Адрес, който я задава').inputValue()).toBe('https://widget.example/')
      expect(await page.getByLabel('Адрес на тази страница').inputValue()).toBe('https://news.example/')
      expect(await page.getByLabel('Задава я скрипт').isChecked()).toBe(true)
      await page.close()
    })

    test('says so when its script does not come, and comes when it is tried again', async () => {
      const page = await browser.newPage()
      await page.route('**/*.cookies.*.js', route => route.abort())
      await page.goto(new URL('/workbench/en/#tab=cookies&cookie=a%3D1', site.url).href)
      await page.getByRole('alert').waitFor()
      await page.unrouteAll()
      await page.getByRole('button', { name: 'Try again' }).click()
      await expect.poll(() => status(page).textContent()).toContain('11 of 11')
      await page.close()
    })

    test('what is pasted is never markup', async () => {
      const evil = '<img src=x onerror=alert(1)>'
      const link = new URLSearchParams({ tab: 'cookies', cookie: `a=1; Domain=${evil}`, at: evil, top: evil })
      const page = await open(`/workbench/en/#${link}`)
      await field(page).waitFor()
      await page.getByLabel('Address that sets it').fill('shop.example')
      await page.getByLabel('On its own page').check()
      await page.getByText(`Domain=${evil} does not cover shop.example`).first().waitFor()
      expect(await page.locator('img').count()).toBe(0)
      await page.close()
    })

    test('arrows move between the tabs', async () => {
      const page = await open('/workbench/en/')
      await page.getByRole('tab', { name: 'P3P header' }).focus()
      await page.keyboard.press('ArrowRight')
      expect(await page.getByRole('tab', { selected: true }).textContent()).toBe('Set-Cookie')
      await page.keyboard.press('Home')
      expect(await page.getByRole('tab', { selected: true }).textContent()).toBe('P3P header')
      await page.close()
    })

    test.each(LOOKS)('is accessible and fits: %s, %s, %i pixels wide', async (language, colorScheme, width) => {
      const link = new URLSearchParams({
        tab: 'cookies',
        cookie: 'id=42; Max-Age=31536000; Secure; SameSite=None',
        at: 'https://widget.example/',
        top: 'https://news.example/',
      })
      const page = await open(`/workbench/${language}/#${link}`, { colorScheme, viewport: { width, height: 800 } })
      await page.locator('.repairs button').first().waitFor()
      await page.locator('summary').click()
      await expectSound(page)
      await page.close()
    })
  })
})
