import { describe, expect, test } from 'vitest'
import { chromiumPath } from './support/chromium.ts'
import { bar, practiceSwitch, press, ran, standing, visitsInChromium, WAITING } from './support/consent-visits.ts'

describe.skipIf(chromiumPath === undefined)('what waits in a page for a yes (needs a Chromium)', () => {
  const visits = visitsInChromium()

  test('wakes in the order of the page, by its nonce, without a reload; and only what was allowed', async () => {
    visits.site.page.body += WAITING
    visits.site.page.csp = own => `script-src 'self' 'nonce-once' ${own.script}; style-src ${own.style}`
    const page = await visits.open()
    expect(await ran(page)).toEqual([])
    await page.evaluate('window.stayed = true')
    await page.getByText('Choose one by one').click()
    await practiceSwitch(page, 'Visit statistics').check()
    await press(page, 'Save these choices')
    await expect.poll(() => ran(page)).toEqual(['tracker', 'inline', 'tracker'])
    await page.frameLocator('iframe').getByText('A film').waitFor()
    expect(await page.evaluate('window.stayed')).toBe(true)
    await page.goto(`${visits.site.url}other`)
    await expect.poll(() => ran(page)).toEqual(['tracker', 'inline', 'tracker'])
  })

  test('sleeps on where somebody slipped it into a page whose own scripts carry a nonce', async () => {
    const other = await visits.another({ nonce: 'once' })
    other.page.body += WAITING
    other.page.csp = own => `script-src 'strict-dynamic' ${own.script}; style-src ${own.style}; connect-src 'self'`
    const page = await visits.open()
    await page.goto(other.url)
    await press(page, 'Accept all')
    await expect.poll(() => ran(page)).toEqual(['inline', 'ads'])
    await expect.poll(async () => (await standing(page, 'ads'))?.allowed).toBe(true)
    expect(other.requests).not.toContain('GET /tracker.js')
  })

  test('runs no sooner than it was shown that the press was taken', async () => {
    visits.site.page.body += `<script type="text/plain" data-candor-practice="statistics" nonce="once">order.push('ran')</script>`
    visits.site.page.csp = own => `script-src 'nonce-once' ${own.script}; style-src ${own.style}; connect-src 'self'`
    const page = await visits.open()
    // Painted; or not for so long that a page cannot wait for it, which is what a browser does that is hidden or too busy.
    await page.evaluate(`window.order = []; new MutationObserver((_, observer) => {
      observer.disconnect(); order.push('gone')
      const shown = () => order.includes('shown') || order.push('shown')
      requestAnimationFrame(() => setTimeout(shown)); setTimeout(shown, 100)
    }).observe(document.querySelector('#candor-ui'), { childList: true })`)
    await press(page, 'Accept all')
    await expect.poll(() => page.evaluate('order')).toEqual(['gone', 'shown', 'ran'])
  })

  test('wakes by a button of the page’s own, which grants what it stands for, in place', async () => {
    visits.site.page.body += `<button data-candor-grant="statistics">Show the film</button>${WAITING}`
    visits.site.page.csp = own => `script-src 'self' 'nonce-once' ${own.script}; style-src ${own.style}`
    const page = await visits.open()
    await press(page, 'Show the film')
    await page.frameLocator('iframe').getByText('A film').waitFor()
    expect(await standing(page, 'ads')).toMatchObject({ allowed: false })
    expect(await bar(page).isVisible()).toBe(true)
  })

  test('ends with the page, which begins anew, when it is no longer allowed, unless the site sees to it', async () => {
    visits.site.page.body += WAITING
    visits.site.page.csp = own => `script-src 'self' 'nonce-once' ${own.script}; style-src ${own.style}`
    const page = await visits.open()
    await press(page, 'Accept all')
    await expect.poll(() => ran(page)).toEqual(['tracker', 'inline', 'tracker', 'ads'])
    await page.evaluate(
      "window.stayed = true; document.addEventListener('candor:change', e => e.preventDefault(), { once: true })",
    )
    await page.evaluate('candor.choose({ ads: false })')
    await expect.poll(async () => (await standing(page, 'ads'))?.because).toBe('refused')
    expect(await page.evaluate('window.stayed')).toBe(true)
    const reloaded = page.waitForNavigation()
    await page.evaluate('void candor.choose({ statistics: false })')
    await reloaded
    expect(await page.evaluate('window.stayed')).toBeUndefined()
  })

  test('leaves nothing in the browser’s storage when it is refused, of its own and nothing else', async () => {
    const page = await visits.open()
    await press(page, 'Accept all')
    await expect.poll(async () => (await standing(page, 'statistics'))?.allowed).toBe(true)
    await page.evaluate(
      "localStorage.setItem('visit-1', 'a'); localStorage.setItem('cart', 'b'); localStorage.setItem('mine', 'c')",
    )
    await page.evaluate('candor.choose({ statistics: false })')
    await expect.poll(() => page.evaluate('Object.keys(localStorage).sort()')).toEqual(['cart', 'mine'])
  })
})
