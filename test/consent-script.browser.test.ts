import { describe, expect, test } from 'vitest'
import { chromiumPath } from './support/chromium.ts'
import {
  bar,
  cookieNames,
  heldRecorder,
  practiceSwitch,
  press,
  reopener,
  standing,
  visitsInChromium,
} from './support/consent-visits.ts'
import { turns } from './support/turns.ts'

describe.skipIf(chromiumPath === undefined)('the script of the notice (needs a Chromium)', () => {
  const visits = visitsInChromium()

  test('tells the site’s own scripts what changed, and how things stand', async () => {
    const page = await visits.open()
    await page.evaluate("window.told = []; candor.on('change', ({ changed }) => told.push(...changed))")
    await press(page, 'Accept all')
    await expect.poll(() => page.evaluate('told')).toEqual(['statistics', 'ads'])
    expect(await standing(page, 'ads')).toMatchObject({ allowed: true, because: 'granted' })
  })

  test.each([
    ['by the server', { consentMode: { analytics_storage: ['statistics'], ad_storage: ['ads'] } }, ''],
    [
      'by the page',
      {},
      '<meta name="candor-consent-mode" content="analytics_storage: statistics; ad_storage: ads, statistics;">',
    ],
  ])('tells Google’s tags what they ask, where it is set %s', async (_, options, head) => {
    const other = await visits.another(options)
    other.page.head = head
    const page = await visits.open()
    await page.goto(other.url)
    const told = () => page.evaluate('dataLayer.map(entry => [...entry])')
    const denied = { analytics_storage: 'denied', ad_storage: 'denied' }
    expect(await told()).toEqual([['consent', 'default', denied]])
    await page.getByText('Choose one by one').click()
    await practiceSwitch(page, 'Visit statistics').check()
    await press(page, 'Save these choices')
    await expect.poll(told).toEqual([
      ['consent', 'default', denied],
      ['consent', 'update', { ...denied, analytics_storage: 'granted' }],
    ])
  })

  test('says nothing to Google’s tags where nobody wants it', async () => {
    const page = await visits.open()
    await press(page, 'Accept all')
    await reopener(page).waitFor()
    expect(await page.evaluate('window.dataLayer')).toBeUndefined()
  })

  test.each([
    ['that the browser brings back', "dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))"],
    ['that the visitor comes back to', "document.dispatchEvent(new Event('visibilitychange'))"],
  ])('does not ask on a page %s what was answered on another', async (_, comeBack) => {
    const page = await visits.open()
    const other = await page.context().newPage()
    await other.goto(`${visits.site.url}other`)
    await press(other, 'Refuse all')
    await expect.poll(() => cookieNames(page)).toContain('__Host-candor')
    expect(await bar(page).count()).toBe(1)
    await page.bringToFront()
    await page.evaluate(comeBack)
    await expect.poll(() => bar(page).count()).toBe(0)
    expect(await standing(page, 'ads')).toMatchObject({ because: 'refused' })
  })

  test('works where the browser denies all storage', async () => {
    const context = await visits.visitor()
    await context.addInitScript(() => {
      const deny = () => {
        throw new DOMException('denied', 'SecurityError')
      }
      for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches'])
        Object.defineProperty(window, name, { get: deny })
    })
    const page = await context.newPage()
    const errors: unknown[] = []
    page.on('pageerror', error => errors.push(error))
    await page.goto(visits.site.url)
    await press(page, 'Refuse all')
    await reopener(page).waitFor()
    await expect.poll(() => page.getByRole('status').textContent()).toBe('Your choices are saved.')
    expect(errors).toEqual([])
  })

  test('lets who leaves while the answer is on its way get where they go, and the answer gets through', async () => {
    const { recorder, goOn } = heldRecorder()
    const slow = await visits.another({ recorder })
    const page = await visits.open()
    await page.goto(slow.url)
    await press(page, 'Refuse all')
    await expect.poll(() => slow.requests).toContain('POST /candor/choices')
    await page.goto(`${slow.url}other`)
    expect(await cookieNames(page)).toEqual([])
    goOn()
    await expect.poll(() => cookieNames(page)).toEqual(['__Host-candor'])
    expect(page.url()).toBe(`${slow.url}other`)
    expect(slow.requests.filter(request => request !== 'GET /' && request !== 'GET /other')).toEqual([
      'POST /candor/choices',
    ])
  })

  test('lets the last word count where a visitor changes their mind while the answer is on its way', async () => {
    const { recorder, goOn } = heldRecorder()
    const slow = await visits.another({ recorder })
    const page = await visits.open()
    await page.goto(slow.url)
    await press(page, 'Accept all')
    await expect.poll(() => slow.requests).toContain('POST /candor/choices')
    // The second answer would be there before the first.
    const refused = page.evaluate('candor.choose({ statistics: false, ads: false })')
    await turns(20)
    goOn()
    expect(await refused).toBe(true)
    expect(slow.requests.filter(request => request.startsWith('POST'))).toHaveLength(2)
    await page.goto(`${slow.url}candor/choices`)
    expect(await practiceSwitch(page, 'Visit statistics').isChecked()).toBe(false)
  })

  test('leaves no answer behind that waits for an earlier one when the visitor goes', async () => {
    const { recorder, goOn } = heldRecorder()
    const slow = await visits.another({ recorder })
    const page = await visits.open()
    await page.goto(slow.url)
    await press(page, 'Accept all')
    await page.evaluate('void candor.choose({ statistics: false, ads: false })')
    await page.goto(`${slow.url}other`)
    await expect.poll(() => slow.requests.filter(request => request.startsWith('POST')).length).toBe(2)
    goOn()
  })

  test('lets who leaves with the very press get where they go, and the answer gets through', async () => {
    const page = await visits.open()
    // A page that is busy meanwhile gets no other turn.
    await page.evaluate(`document.querySelector('#candor-bar [value=refuse]').click(); location.assign('/other')
      for (const begin = performance.now(); performance.now() < begin + 500; );`)
    await page.waitForURL(`${visits.site.url}other`)
    await expect.poll(() => cookieNames(page)).toEqual(['__Host-candor'])
  })

  test('where its way is barred, the form goes by itself', async () => {
    visits.site.page.csp = own => `script-src ${own.script}; style-src ${own.style}; connect-src 'none'`
    const page = await visits.open('shelf')
    await press(page, 'Refuse all')
    await expect.poll(() => cookieNames(page)).toEqual(['__Host-candor'])
    await expect.poll(() => visits.site.requests.filter(request => request === 'GET /shelf').length).toBe(2)
  })
})
