import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { chromiumPath } from './support/chromium.ts'
import { ASKING, askingAt, mostAskingAt } from './support/consent-declaration.ts'
import {
  bar,
  cookieNames,
  policyAt,
  practiceSwitch,
  press,
  reopener,
  standing,
  visitsInChromium,
} from './support/consent-visits.ts'
import { withTexts } from './support/hostile-policy.ts'
import { policyOf } from './support/policy-of.ts'

/** Styles of a site that mean no harm, and would undo any notice that does not hold its own. */
const LOUD = `<style>
html { font-size: 62.5%; }
* { letter-spacing: 2px; } #app button, body button { background: red; color: yellow; text-transform: uppercase; width: 100%; font-size: 30px; }
body { font: 24px Georgia; text-align: center; line-height: 3; } h2 { font-size: 60px; color: lime; } ul { list-style: square; padding-left: 80px; }
input { display: block; width: 100%; } p { margin: 2em; } dl, dd { float: left; } a { color: red; } dialog { width: 100%; background: red; }
</style>`

describe.skipIf(chromiumPath === undefined)('the notice that asks (needs a Chromium)', () => {
  const visits = visitsInChromium()

  describe('is there with the page', () => {
    test('asks for nothing more, and keeps within the strictest policy of the site', async () => {
      const page = await (await visits.visitor()).newPage()
      const complaints: string[] = []
      page.on('console', message => complaints.push(message.text()))
      page.on('pageerror', error => complaints.push(String(error)))
      await page.goto(visits.site.url, { waitUntil: 'networkidle' })
      expect(await bar(page).isVisible()).toBe(true)
      expect(await standing(page, 'statistics')).toMatchObject({ allowed: false, because: 'not-asked' })
      expect(visits.site.requests).toEqual(['GET /'])
      expect(complaints).toEqual([])
    })

    test('with nonces too', async () => {
      const other = await visits.another({ nonce: 'r4nd0m' })
      const page = await visits.open()
      await page.goto(other.url)
      expect(await standing(page, 'ads')).toMatchObject({ allowed: false })
      expect(await bar(page).evaluate(node => getComputedStyle(node).position)).toBe('fixed')
    })

    test('moves nothing when it goes, and takes no focus when it comes', async () => {
      const page = await visits.open()
      const before = await page.locator('h1').boundingBox()
      expect(await page.evaluate('document.activeElement.tagName')).toBe('BODY')
      await press(page, 'Refuse all')
      await reopener(page).waitFor()
      expect(await page.locator('h1').boundingBox()).toEqual(before)
    })

    test('looks the same on a site with loud styles of its own', async () => {
      const looks = async (): Promise<unknown> => {
        const page = await visits.open()
        await page.locator('summary').click()
        return page.evaluate(`[...document.querySelectorAll('#candor-ui :not(script, style)')].map(e => {
          const s = getComputedStyle(e); const { width, height } = e.getBoundingClientRect()
          return [e.tagName, s.color, s.backgroundColor, s.font, s.letterSpacing, s.textTransform, s.float, s.listStyleType, Math.round(width), Math.round(height)].join(' ')
        })`)
      }
      const quiet = await looks()
      visits.site.page.head = LOUD
      visits.site.page.csp = () => "script-src 'unsafe-inline'; style-src 'unsafe-inline'"
      visits.site.page.body = '<div id="app"><h1>The shop</h1></div>'
      expect(await looks()).toEqual(quiet)
    })

    test('lets whoever goes on by key past it see what they are at', async () => {
      visits.site.page.body = `<main><h1>The shop</h1>${'<p><a href="/x">A link</a></p>'.repeat(40)}</main>`
      const page = await visits.open()
      await page.locator('main a').last().focus()
      const link = await page.locator('main a').last().boundingBox()
      const notice = await bar(page).boundingBox()
      expect((link?.y ?? 0) + (link?.height ?? 0)).toBeLessThanOrEqual(notice?.y ?? 0)
    })
  })

  describe.each([
    ['with its script', true],
    ['without any script', false],
  ])('%s', (_, javaScriptEnabled) => {
    const answered = async (page: Page, name: string) => {
      await press(page, name)
      await reopener(page).waitFor()
      await expect.poll(() => cookieNames(page)).toContain('__Host-candor')
    }

    test('a refusal keeps the site’s cookies out, and is not asked for again', async () => {
      const page = await visits.open('', { javaScriptEnabled })
      expect(await cookieNames(page)).toEqual([])
      await answered(page, 'Refuse all')
      await page.goto(`${visits.site.url}other`)
      expect(await bar(page).count()).toBe(0)
      expect(await cookieNames(page)).toEqual(['__Host-candor'])
    })

    test('a yes lets them through, and taking it back takes them back', async () => {
      const page = await visits.open('', { javaScriptEnabled })
      await answered(page, 'Accept all')
      await page.goto(`${visits.site.url}other`)
      await expect.poll(() => cookieNames(page)).toEqual(['__Host-candor', '_ad'])
      await reopener(page).click()
      await practiceSwitch(page, 'Advertising').waitFor()
      await press(page, 'Refuse all')
      await expect.poll(() => cookieNames(page)).not.toContain('_ad')
    })

    test('each practice can be chosen by itself', async () => {
      const page = await visits.open('', { javaScriptEnabled })
      await page.getByText('Choose one by one').click()
      await practiceSwitch(page, 'Visit statistics').check()
      await practiceSwitch(page, 'Suggestions').uncheck()
      await answered(page, 'Save these choices')
      await page.goto(`${visits.site.url}candor/choices`)
      const set = (name: string) => practiceSwitch(page, name).isChecked()
      expect([await set('Visit statistics'), await set('Advertising'), await set('Suggestions')]).toEqual([
        true,
        false,
        false,
      ])
    })

    test('the visitor stays on the page they were on', async () => {
      const page = await visits.open('shelf?page=2', { javaScriptEnabled })
      await answered(page, 'Refuse all')
      expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe('/shelf?page=2')
    })

    test('the longest choice is kept too', async () => {
      visits.site.adopt(policyOf(mostAskingAt(visits.site.url)))
      const page = await visits.open('', { javaScriptEnabled })
      await answered(page, 'Accept all')
      const [own] = await page.context().cookies()
      expect(own?.value.length).toBeGreaterThan(3500)
      await page.goto(`${visits.site.url}other`)
      expect(await bar(page).count()).toBe(0)
    })

    test('what changed is asked again by name', async () => {
      const page = await visits.open('', { javaScriptEnabled })
      await answered(page, 'Accept all')
      const ads = { ...(ASKING.practices as Record<string, object>)['ads'], retention: { rule: 'indefinitely' } }
      visits.site.adopt(policyOf(askingAt(visits.site.url, { ads })))
      await page.goto(visits.site.url)
      const again = page.getByRole('region', { name: 'Something has changed: you decide' })
      expect(await again.innerText()).toMatch(
        /Changed in Advertising since you chose: how long the data are kept\. Now:\s+How long we keep them\s+Without limit/,
      )
      await answered(page, 'Refuse all')
      await page.goto(`${visits.site.url}candor/choices`)
      expect(await practiceSwitch(page, 'Visit statistics').isChecked()).toBe(true)
      expect(await practiceSwitch(page, 'Advertising').isChecked()).toBe(false)
    })

    test('Global Privacy Control is shown as heeded, and cannot be overlooked by a yes', async () => {
      const page = await visits.open('', { javaScriptEnabled, extraHTTPHeaders: { 'Sec-GPC': '1' } })
      expect(await bar(page).innerText()).toContain('Your browser asks us not to sell or share your data: done.')
      await page.getByText('Choose one by one').click()
      expect(await practiceSwitch(page, 'Advertising').isDisabled()).toBe(true)
      await answered(page, 'Accept all')
      await page.goto(`${visits.site.url}other`)
      expect(await cookieNames(page)).toEqual(['__Host-candor'])
    })
  })

  test('what a site declares is read as text', async () => {
    visits.site.adopt(
      withTexts(policyAt(visits.site.url), '<img src=x onerror=alert(1)></div><script>alert(2)</script>'),
    )
    const page = await visits.open()
    await page.locator('summary').click()
    expect(await page.locator('#candor-ui img').count()).toBe(0)
    expect(await page.locator('#candor-bar').innerText()).toContain('<script>alert(2)</script>')
  })
})
