import AxeBuilder from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createPublished, createSite, type Listening, listen } from '../src/server/index.ts'
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

  async function violations(page: Page): Promise<string[]> {
    await page.evaluate(AxeBuilder.source)
    const { violations: found } = (await page.evaluate(
      "axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })",
    )) as { violations: { id: string; nodes: { html: string }[] }[] }
    return found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
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

  test.each([
    ['en', 'light', 1200],
    ['bg', 'dark', 1200],
    ['bg', 'light', 360],
    ['en', 'dark', 320],
  ] as const)('is accessible and fits: %s, %s, %i pixels wide', async (language, colorScheme, width) => {
    const page = await open(`/workbench/${language}/#${new URLSearchParams({ cp: SEED })}`, {
      colorScheme,
      viewport: { width, height: 800 },
    })
    await page.waitForSelector('table')
    expect(await violations(page)).toEqual([])
    expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(0)
    await page.close()
  })

  test('can be used by key alone', async () => {
    const page = await open('/workbench/en/')
    await page.keyboard.press('Tab')
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to the workbench')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await page.keyboard.type('CONa PHY CUR')
    await page.getByRole('button', { name: 'Netscape' }).focus()
    await page.keyboard.press('Enter')
    expect(await page.evaluate('document.activeElement.getAttribute("aria-pressed")')).toBe('true')
    await page.close()
  })
})
