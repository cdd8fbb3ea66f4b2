import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Policy } from '../src/model/index.ts'
import { createPublished, createSite, type Listening, listen } from '../src/server/index.ts'
import { expectSound, LOOKS, overflow } from './support/accessibility.ts'
import { chromiumPath, launchChromium } from './support/chromium.ts'
import { FULL } from './support/full-declaration.ts'
import { withTexts } from './support/hostile-policy.ts'
import { policyOf } from './support/policy-of.ts'

const POLICY = policyOf(FULL)

/** Names and addresses as long as they can get, where no space lets a line break. */
const LONG = policyOf({
  ...FULL,
  cookies: [{ name: 'x'.repeat(256), host: `${'y'.repeat(60)}.shop.example`, lifetime: '1 day', practice: 'orders' }],
  disputes: [{ type: 'court', service: `https://court.example/${'z'.repeat(300)}` }],
})
const HOSTILE = withTexts(POLICY, '<img src=x onerror=alert(1)></main><script>alert(2)</script>')

let browser: Browser
const sites: Listening[] = []

async function serve(policy: Policy): Promise<string> {
  const app = createSite({ published: createPublished(policy) })
  const site = await listen(request => app.fetch(request), { port: 0 })
  sites.push(site)
  return site.url
}

describe.skipIf(chromiumPath === undefined)('the notice (needs a Chromium)', () => {
  let url = ''
  beforeAll(async () => {
    url = await serve(POLICY)
    browser = await launchChromium()
  })
  afterAll(async () => {
    await browser?.close()
    await Promise.all(sites.map(site => site.drain()))
  })

  async function open(path: string, options: Parameters<Browser['newPage']>[0] = {}): Promise<Page> {
    const page = await browser.newPage(options)
    await page.goto(path)
    return page
  }

  test.each(LOOKS)('is accessible and fits: %s, %s, %i pixels wide', async (language, colorScheme, width) => {
    const page = await open(`${url}notice/${language}/`, { colorScheme, viewport: { width, height: 800 } })
    await expectSound(page)
    await page.close()
  })

  test.each([320, 700, 1280])('long names never make the page scroll sideways, %i pixels wide', async width => {
    const page = await open(`${await serve(LONG)}notice/en/`, { viewport: { width, height: 800 } })
    expect(await overflow(page)).toBe(0)
    await page.close()
  })

  test('asks for nothing but itself, and its policy allows all that it does', async () => {
    const page = await browser.newPage()
    const requests: string[] = []
    const complaints: string[] = []
    page.on('request', request => requests.push(request.url()))
    page.on('console', message => complaints.push(message.text()))
    const response = await page.goto(`${url}notice/en/`, { waitUntil: 'networkidle' })
    expect(response?.headers()['content-security-policy']).toContain("default-src 'none'")
    expect(requests.filter(request => !request.startsWith('data:'))).toEqual([`${url}notice/en/`])
    expect(complaints).toEqual([])
    expect(await page.evaluate('getComputedStyle(document.body).margin')).toBe('0px')
    await page.close()
  })

  test('can be walked through by key: past the menu, to the other language and back to the contents', async () => {
    const page = await open(`${url}notice/en/`)
    await page.keyboard.press('Tab')
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to the text')
    expect(await page.evaluate('document.activeElement.getBoundingClientRect().top')).toBe(0)
    await page.keyboard.press('Enter')
    expect(await page.evaluate('document.activeElement.id')).toBe('text')
    await page.keyboard.press('Tab')
    expect(await page.evaluate('document.activeElement.getAttribute("href")')).toBe('#who')
    expect(await page.evaluate('getComputedStyle(document.activeElement).outlineStyle')).toBe('solid')
    await page.getByRole('link', { name: 'Български' }).first().press('Enter')
    await page.waitForURL(/\/notice\/bg\//)
    expect(await page.locator('html').getAttribute('lang')).toBe('bg')
    await page.close()
  })

  test('every link inside the page has its place, and every id is there once', async () => {
    const page = await open(`${url}notice/bg/`)
    const lost = await page.evaluate(
      '[...document.querySelectorAll("a[href^=\'#\']")].map(a => a.hash.slice(1)).filter(id => !document.getElementById(id))',
    )
    expect(lost).toEqual([])
    const ids = (await page.evaluate('[...document.querySelectorAll("[id]")].map(e => e.id)')) as string[]
    expect(ids.length).toBe(new Set(ids).size)
    await page.close()
  })

  test('what a site writes is read as text', async () => {
    const page = await browser.newPage()
    let dialogs = 0
    page.on('dialog', dialog => {
      dialogs++
      void dialog.dismiss()
    })
    await page.goto(`${await serve(HOSTILE)}notice/en/`)
    expect(await page.locator('img, script').count()).toBe(0)
    expect(await page.locator('main').innerText()).toContain('<script>alert(2)</script>')
    expect(dialogs).toBe(0)
    await page.close()
  })

  test('shows the whole label where there is room, its short form where there is none', async () => {
    const page = await open(`${url}notice/en/`, { viewport: { width: 1280, height: 800 } })
    expect(await page.locator('table.label').isVisible()).toBe(true)
    expect(await page.locator('.label-short').isVisible()).toBe(false)
    await page.setViewportSize({ width: 360, height: 800 })
    expect(await page.locator('table.label').isVisible()).toBe(false)
    expect(await page.locator('.label-short').innerText()).toContain('Not collected: financial data')
    await page.close()
  })

  test('a row that has become a card says its columns, and is still a row', async () => {
    const page = await open(`${url}notice/en/`, { viewport: { width: 360, height: 800 } })
    const row = page.locator('#cookies').getByRole('row', { name: /cart/ })
    expect(await row.getByRole('cell').count()).toBe(4)
    const name = await row
      .getByRole('cell')
      .nth(1)
      .evaluate(node => getComputedStyle(node, '::before').content)
    expect(name).toBe('"How long it stays"')
    await page.close()
  })

  test('is printed without its menus', async () => {
    const page = await open(`${url}notice/en/`)
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.contents').isVisible()).toBe(false)
    expect(await page.locator('main').isVisible()).toBe(true)
    await page.close()
  })

  test.each(['bg', 'en'])('the picture of the label (%s) has room for all its text', async language => {
    const page = await open(`${url}label/${language}.svg`)
    const boxes = (await page.evaluate(
      '[...document.querySelectorAll("text")].map(t => { const b = t.getBBox(); return [b.x, b.y, b.x + b.width, b.y + b.height, t.textContent] })',
    )) as [number, number, number, number, string][]
    const width = Number(await page.evaluate('document.documentElement.viewBox.baseVal.width'))
    expect(boxes.length).toBeGreaterThan(80)
    for (const [index, [left, top, right, bottom, text]] of boxes.entries()) {
      expect([left >= 0, right <= width], text).toEqual([true, true])
      const over = boxes
        .slice(index + 1)
        .filter(([l, t, r, b]) => l < right && left < r && t + 2 < bottom && top + 2 < b)
      expect(
        over.map(other => other[4]),
        text,
      ).toEqual([])
    }
    await page.close()
  })
})
