import axe from 'axe-core'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { ChoiceRecorder } from '../src/enforce/consent/index.ts'
import { chromiumPath, launchChromium } from './support/chromium.ts'
import { ASKING, askingAt, mostAskingAt } from './support/consent-declaration.ts'
import { type ConsentSite, consentSite } from './support/consent-site.ts'
import { withTexts } from './support/hostile-policy.ts'
import { policyOf } from './support/policy-of.ts'

const policyAt = (url: string) => policyOf(askingAt(url))

/** Styles of a site that mean no harm, and would undo any notice that does not hold its own. */
const LOUD = `<style>
html { font-size: 62.5%; }
* { letter-spacing: 2px; } #app button, body button { background: red; color: yellow; text-transform: uppercase; width: 100%; font-size: 30px; }
body { font: 24px Georgia; text-align: center; line-height: 3; } h2 { font-size: 60px; color: lime; } ul { list-style: square; padding-left: 80px; }
input { display: block; width: 100%; } p { margin: 2em; } dl, dd { float: left; } a { color: red; } dialog { width: 100%; background: red; }
</style>`

/** A store that takes its time. */
const SLOW: ChoiceRecorder = {
  record: () => new Promise(resolve => setTimeout(resolve, 600, true)),
  close: async () => {},
}

let browser: Browser

describe.skipIf(chromiumPath === undefined)('the notice that asks (needs a Chromium)', () => {
  let site: ConsentSite
  const contexts: BrowserContext[] = []
  beforeAll(async () => {
    browser = await launchChromium()
  })
  afterAll(() => browser?.close())
  beforeEach(async () => {
    site = await consentSite(policyAt)
  })
  afterEach(async () => {
    await Promise.all(contexts.splice(0).map(context => context.close()))
    await site.close()
  })

  async function open(path = '', options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
    const context = await browser.newContext({ viewport: { width: 1100, height: 760 }, ...options })
    contexts.push(context)
    const page = await context.newPage()
    await page.goto(site.url + path)
    return page
  }

  const bar = (page: Page) => page.getByRole('region', { name: 'You decide about your data' })
  const reopener = (page: Page) => page.getByRole('link', { name: 'Privacy choices' })
  const press = (page: Page, name: string) => page.getByRole('button', { name }).click()
  const names = async (page: Page) => (await page.context().cookies()).map(({ name }) => name).sort()
  const standing = (page: Page, practice: string) => page.evaluate(id => window.candor?.state.practices[id], practice)

  async function violations(page: Page): Promise<string[]> {
    // The site's own policy keeps foreign scripts out; the driver's do not count as such.
    const { violations: found } = (await page.evaluate(
      `${axe.source}; axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })`,
    )) as { violations: { id: string; nodes: { html: string }[] }[] }
    return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' ')}`)
  }

  /** What lies in the page as text until it is wanted. */
  const WAITING = `
    <script type="text/plain" data-candor-practice="statistics" src="/tracker.js"></script>
    <script type="text/plain" data-candor-practice="statistics" nonce="once">window.ran = [...(window.ran ?? []), 'inline']</script>
    <script type="text/plain" data-candor-practice="statistics" data-candor-src="/tracker.js" data-candor-type="text/javascript"></script>
    <script type="text/plain" data-candor-practice="ads" nonce="once">window.ran = [...(window.ran ?? []), 'ads']</script>
    <iframe title="A film" data-candor-practice="statistics" data-candor-src="/frame"></iframe>`
  const ran = (page: Page) => page.evaluate('window.ran ?? []')

  describe('is there with the page', () => {
    test('asks for nothing more, and keeps within the strictest policy of the site', async () => {
      const context = await browser.newContext()
      contexts.push(context)
      const page = await context.newPage()
      const complaints: string[] = []
      page.on('console', message => complaints.push(message.text()))
      page.on('pageerror', error => complaints.push(String(error)))
      await page.goto(site.url, { waitUntil: 'networkidle' })
      expect(await bar(page).isVisible()).toBe(true)
      expect(await standing(page, 'statistics')).toMatchObject({ allowed: false, because: 'not-asked' })
      expect(site.requests).toEqual(['GET /'])
      expect(complaints).toEqual([])
    })

    test('with nonces too', async () => {
      const other = await consentSite(policyAt, { nonce: 'r4nd0m' })
      const page = await open()
      await page.goto(other.url)
      expect(await standing(page, 'ads')).toMatchObject({ allowed: false })
      expect(await bar(page).evaluate(node => getComputedStyle(node).position)).toBe('fixed')
      await other.close()
    })

    test('moves nothing when it goes, and takes no focus when it comes', async () => {
      const page = await open()
      const before = await page.locator('h1').boundingBox()
      expect(await page.evaluate('document.activeElement.tagName')).toBe('BODY')
      await press(page, 'Refuse all')
      await reopener(page).waitFor()
      expect(await page.locator('h1').boundingBox()).toEqual(before)
    })

    test('looks the same on a site with loud styles of its own', async () => {
      const looks = async (): Promise<unknown> => {
        const page = await open()
        await page.locator('summary').click()
        const found = await page.evaluate(`[...document.querySelectorAll('#candor-ui :not(script, style)')].map(e => {
          const s = getComputedStyle(e); const { width, height } = e.getBoundingClientRect()
          return [e.tagName, s.color, s.backgroundColor, s.font, s.letterSpacing, s.textTransform, s.float, s.listStyleType, Math.round(width), Math.round(height)].join(' ')
        })`)
        return found
      }
      const quiet = await looks()
      site.page.head = LOUD
      site.page.csp = () => "script-src 'unsafe-inline'; style-src 'unsafe-inline'"
      site.page.body = '<div id="app"><h1>The shop</h1></div>'
      expect(await looks()).toEqual(quiet)
    })

    test('lets whoever goes on by key past it see what they are at', async () => {
      site.page.body = `<main><h1>The shop</h1>${'<p><a href="/x">A link</a></p>'.repeat(40)}</main>`
      const page = await open()
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
      await expect.poll(() => names(page)).toContain('__Host-candor')
    }

    test('a refusal keeps the site’s cookies out, and is not asked for again', async () => {
      const page = await open('', { javaScriptEnabled })
      expect(await names(page)).toEqual([])
      await answered(page, 'Refuse all')
      await page.goto(`${site.url}other`)
      expect(await bar(page).count()).toBe(0)
      expect(await names(page)).toEqual(['__Host-candor'])
    })

    test('a yes lets them through, and taking it back takes them back', async () => {
      const page = await open('', { javaScriptEnabled })
      await answered(page, 'Accept all')
      await page.goto(`${site.url}other`)
      await expect.poll(() => names(page)).toEqual(['__Host-candor', '_ad'])
      await reopener(page).click()
      await page.getByRole('switch', { name: 'Advertising' }).waitFor()
      await press(page, 'Refuse all')
      await expect.poll(() => names(page)).not.toContain('_ad')
    })

    test('each practice can be chosen by itself', async () => {
      const page = await open('', { javaScriptEnabled })
      await page.getByText('Choose one by one').click()
      await page.getByRole('switch', { name: 'Visit statistics' }).check()
      await page.getByRole('switch', { name: 'Suggestions' }).uncheck()
      await answered(page, 'Save these choices')
      await page.goto(`${site.url}candor/choices`)
      const set = (name: string) => page.getByRole('switch', { name }).isChecked()
      expect([await set('Visit statistics'), await set('Advertising'), await set('Suggestions')]).toEqual([
        true,
        false,
        false,
      ])
    })

    test('the visitor stays on the page they were on', async () => {
      const page = await open('shelf?page=2', { javaScriptEnabled })
      await answered(page, 'Refuse all')
      expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe('/shelf?page=2')
    })

    test('the longest choice is kept too', async () => {
      site.adopt(policyOf(mostAskingAt(site.url)))
      const page = await open('', { javaScriptEnabled })
      await answered(page, 'Accept all')
      const [own] = await page.context().cookies()
      expect(own?.value.length).toBeGreaterThan(3500)
      await page.goto(`${site.url}other`)
      expect(await bar(page).count()).toBe(0)
    })

    test('what changed is asked again by name', async () => {
      const page = await open('', { javaScriptEnabled })
      await answered(page, 'Accept all')
      const ads = { ...(ASKING.practices as Record<string, object>)['ads'], retention: { rule: 'indefinitely' } }
      site.adopt(policyOf(askingAt(site.url, { ads })))
      await page.goto(site.url)
      const again = page.getByRole('region', { name: 'Something has changed: you decide' })
      expect(await again.innerText()).toMatch(
        /Changed in Advertising since you chose: how long the data are kept\. Now:\s+How long we keep them\s+Without limit/,
      )
      await answered(page, 'Refuse all')
      await page.goto(`${site.url}candor/choices`)
      expect(await page.getByRole('switch', { name: 'Visit statistics' }).isChecked()).toBe(true)
      expect(await page.getByRole('switch', { name: 'Advertising' }).isChecked()).toBe(false)
    })

    test('Global Privacy Control is shown as heeded, and cannot be overlooked by a yes', async () => {
      const page = await open('', { javaScriptEnabled, extraHTTPHeaders: { 'Sec-GPC': '1' } })
      expect(await bar(page).innerText()).toContain('Your browser asks us not to sell or share your data: done.')
      await page.getByText('Choose one by one').click()
      expect(await page.getByRole('switch', { name: 'Advertising' }).isDisabled()).toBe(true)
      await answered(page, 'Accept all')
      await page.goto(`${site.url}other`)
      expect(await names(page)).toEqual(['__Host-candor'])
    })
  })

  describe('its script', () => {
    test('wakes what waits in the order of the page, by its nonce, without a reload; and only what was allowed', async () => {
      site.page.body += WAITING
      site.page.csp = own => `script-src 'self' 'nonce-once' ${own.script}; style-src ${own.style}`
      const page = await open()
      expect(await ran(page)).toEqual([])
      await page.evaluate('window.stayed = true')
      await page.getByText('Choose one by one').click()
      await page.getByRole('switch', { name: 'Visit statistics' }).check()
      await press(page, 'Save these choices')
      await expect.poll(() => ran(page)).toEqual(['tracker', 'inline', 'tracker'])
      await page.frameLocator('iframe').getByText('A film').waitFor()
      expect(await page.evaluate('window.stayed')).toBe(true)
      await page.goto(`${site.url}other`)
      await expect.poll(() => ran(page)).toEqual(['tracker', 'inline', 'tracker'])
    })

    test('wakes no script that somebody slipped into a page whose own scripts carry a nonce', async () => {
      const other = await consentSite(policyAt, { nonce: 'once' })
      other.page.body += WAITING
      other.page.csp = own => `script-src 'strict-dynamic' ${own.script}; style-src ${own.style}; connect-src 'self'`
      const page = await open()
      await page.goto(other.url)
      await press(page, 'Accept all')
      await expect.poll(() => ran(page)).toEqual(['inline', 'ads'])
      await expect.poll(async () => (await standing(page, 'ads'))?.allowed).toBe(true)
      expect(other.requests).not.toContain('GET /tracker.js')
      await other.close()
    })

    test('tells the site’s own scripts what changed, and how things stand', async () => {
      const page = await open()
      await page.evaluate("window.told = []; candor.on('change', ({ changed }) => told.push(...changed))")
      await press(page, 'Accept all')
      await expect.poll(() => page.evaluate('told')).toEqual(['statistics', 'ads'])
      expect(await standing(page, 'ads')).toMatchObject({ allowed: true, because: 'granted' })
    })

    test('begins the page anew when what runs in it is no longer allowed, unless the site sees to it', async () => {
      site.page.body += WAITING
      site.page.csp = own => `script-src 'self' 'nonce-once' ${own.script}; style-src ${own.style}`
      const page = await open()
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

    test('removes from the browser’s storage what was refused, and nothing else', async () => {
      const page = await open()
      await press(page, 'Accept all')
      await reopener(page).waitFor()
      await page.evaluate(
        "localStorage.setItem('visit-1', 'a'); localStorage.setItem('cart', 'b'); localStorage.setItem('mine', 'c')",
      )
      await page.evaluate("document.addEventListener('candor:change', e => e.preventDefault())")
      await page.evaluate('candor.choose({ statistics: false })')
      await expect.poll(() => page.evaluate('Object.keys(localStorage).sort()')).toEqual(['cart', 'mine'])
    })

    test.each([
      ['by the server', { consentMode: { analytics_storage: ['statistics'], ad_storage: ['ads'] } }, ''],
      [
        'by the page',
        {},
        '<meta name="candor-consent-mode" content="analytics_storage: statistics; ad_storage: ads, statistics;">',
      ],
    ])('tells Google’s tags what they ask, where it is set %s', async (_, options, head) => {
      const other = await consentSite(policyAt, options)
      other.page.head = head
      const page = await open()
      await page.goto(other.url)
      const told = () => page.evaluate('dataLayer.map(entry => [...entry])')
      const denied = { analytics_storage: 'denied', ad_storage: 'denied' }
      expect(await told()).toEqual([['consent', 'default', denied]])
      await page.getByText('Choose one by one').click()
      await page.getByRole('switch', { name: 'Visit statistics' }).check()
      await press(page, 'Save these choices')
      await expect.poll(told).toEqual([
        ['consent', 'default', denied],
        ['consent', 'update', { ...denied, analytics_storage: 'granted' }],
      ])
      await other.close()
    })

    test('says nothing to Google’s tags where nobody wants it', async () => {
      const page = await open()
      await press(page, 'Accept all')
      await reopener(page).waitFor()
      expect(await page.evaluate('window.dataLayer')).toBeUndefined()
    })

    test.each([
      ['that the browser brings back', "dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))"],
      ['that the visitor comes back to', "document.dispatchEvent(new Event('visibilitychange'))"],
    ])('does not ask on a page %s what was answered on another', async (_, comeBack) => {
      const page = await open()
      const other = await page.context().newPage()
      await other.goto(`${site.url}other`)
      await press(other, 'Refuse all')
      await expect.poll(() => names(page)).toContain('__Host-candor')
      expect(await bar(page).count()).toBe(1)
      await page.bringToFront()
      await page.evaluate(comeBack)
      await expect.poll(() => bar(page).count()).toBe(0)
      expect(await standing(page, 'ads')).toMatchObject({ because: 'refused' })
    })

    test('works where the browser denies all storage', async () => {
      const context = await browser.newContext()
      contexts.push(context)
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
      await page.goto(site.url)
      await press(page, 'Refuse all')
      await reopener(page).waitFor()
      await expect.poll(() => page.getByRole('status').textContent()).toBe('Your choices are saved.')
      expect(errors).toEqual([])
    })

    test('shows that a press was taken before anything that was waiting runs', async () => {
      site.page.body += `<script type="text/plain" data-candor-practice="statistics" nonce="once">order.push('ran')</script>`
      site.page.csp = own => `script-src 'nonce-once' ${own.script}; style-src ${own.style}; connect-src 'self'`
      const page = await open()
      await page.evaluate(`window.order = []; new MutationObserver((_, observer) => {
        observer.disconnect(); order.push('gone'); requestAnimationFrame(() => setTimeout(() => order.push('painted')))
      }).observe(document.querySelector('#candor-ui'), { childList: true })`)
      await press(page, 'Accept all')
      await expect.poll(() => page.evaluate('order')).toEqual(['gone', 'painted', 'ran'])
    })

    test('lets who leaves while the answer is on its way get where they go, and the answer gets through', async () => {
      const slow = await consentSite(policyAt, { recorder: SLOW })
      const page = await open()
      await page.goto(slow.url)
      await press(page, 'Refuse all')
      await expect.poll(() => slow.requests).toContain('POST /candor/choices')
      await page.goto(`${slow.url}other`)
      await expect.poll(() => names(page)).toEqual(['__Host-candor'])
      expect(page.url()).toBe(`${slow.url}other`)
      expect(slow.requests.filter(request => request !== 'GET /' && request !== 'GET /other')).toEqual([
        'POST /candor/choices',
      ])
      await slow.close()
    })

    test('lets who leaves with the very press get where they go, and the answer gets through', async () => {
      const page = await open()
      // A page that is busy meanwhile gets no other turn.
      await page.evaluate(`document.querySelector('#candor-bar [value=refuse]').click(); location.assign('/other')
        for (const begin = performance.now(); performance.now() < begin + 500; );`)
      await page.waitForURL(`${site.url}other`)
      await expect.poll(() => names(page)).toEqual(['__Host-candor'])
    })

    test('where its way is barred, the form goes by itself', async () => {
      site.page.csp = own => `script-src ${own.script}; style-src ${own.style}; connect-src 'none'`
      const page = await open('shelf')
      await press(page, 'Refuse all')
      await expect.poll(() => names(page)).toEqual(['__Host-candor'])
      await expect.poll(() => site.requests.filter(request => request === 'GET /shelf').length).toBe(2)
    })

    test('a page’s own button grants what it stands for, in place', async () => {
      site.page.body += `<button data-candor-grant="statistics">Show the film</button>${WAITING}`
      site.page.csp = own => `script-src 'self' 'nonce-once' ${own.script}; style-src ${own.style}`
      const page = await open()
      await press(page, 'Show the film')
      await page.frameLocator('iframe').getByText('A film').waitFor()
      expect(await standing(page, 'ads')).toMatchObject({ allowed: false })
      expect(await bar(page).isVisible()).toBe(true)
    })
  })

  describe('by key and by ear', () => {
    const focused = (page: Page) =>
      page.evaluate('document.activeElement.textContent.trim() || document.activeElement.value')

    test('it is the first on the page, and each of its parts in turn', async () => {
      const page = await open()
      const walk: unknown[] = []
      for (let step = 0; step < 5; step++) {
        await page.keyboard.press('Tab')
        walk.push(await focused(page))
      }
      expect(walk).toEqual(['Privacy notice', 'Choose one by one', 'Refuse all', 'Accept all', 'Another page'])
    })

    test('the switches are reached by key, and turned by the space bar', async () => {
      const page = await open()
      for (let step = 0; step < 2; step++) await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      await page.keyboard.press('Tab')
      expect(await focused(page)).toBe('statistics')
      await page.keyboard.press('Space')
      expect(await page.getByRole('switch', { name: 'Visit statistics' }).isChecked()).toBe(true)
      expect(await page.evaluate('getComputedStyle(document.activeElement).outlineStyle')).toBe('solid')
      for (let step = 0; step < 5; step++) await page.keyboard.press('Tab')
      expect(await focused(page)).toBe('Save these choices')
    })

    test('an answer is announced, and the focus goes to the way back', async () => {
      const page = await open()
      await page.getByRole('button', { name: 'Refuse all' }).focus()
      await page.keyboard.press('Enter')
      await expect.poll(() => page.getByRole('status').textContent()).toBe('Your choices are saved.')
      expect(await focused(page)).toBe('Privacy choices')
      await page.keyboard.press('Tab')
      expect(await focused(page)).toBe('Another page')
    })

    test('the dialog holds the focus, Escape closes it, and the focus goes back', async () => {
      const page = await open()
      await press(page, 'Refuse all')
      await reopener(page).focus()
      await page.keyboard.press('Enter')
      const dialog = page.getByRole('dialog', { name: 'Privacy choices' })
      await dialog.waitFor()
      expect(await focused(page)).toBe('Privacy choices')
      expect(await page.evaluate('document.activeElement.tagName')).toBe('H2')
      for (let step = 0; step < 12; step++) {
        await page.keyboard.press('Tab')
        expect(
          await page.evaluate(
            "document.activeElement === document.body || document.activeElement.closest('dialog') !== null",
          ),
        ).toBe(true)
      }
      await page.keyboard.press('Escape')
      await expect.poll(() => dialog.count()).toBe(0)
      expect(await page.evaluate('document.activeElement.id')).toBe('candor-reopen')
    })

    test('who opens the choices while the notice is there is led into it', async () => {
      site.page.body += '<footer><a href="/candor/choices" data-candor-open>Cookies</a></footer>'
      const page = await open()
      await page.getByRole('link', { name: 'Cookies' }).press('Enter')
      expect(await focused(page)).toBe('You decide about your data')
      expect(await page.getByRole('switch', { name: 'Advertising' }).isVisible()).toBe(true)
    })

    test('the two answers are equal to the eye', async () => {
      const page = await open()
      const look = (name: string) =>
        page.getByRole('button', { name }).evaluate(node => {
          const { color, backgroundColor, font, borderColor } = getComputedStyle(node)
          const { width, height, top } = node.getBoundingClientRect()
          return { color, backgroundColor, font, borderColor, width: Math.round(width), height, top }
        })
      await page.mouse.move(0, 0)
      expect(await look('Refuse all')).toEqual(await look('Accept all'))
    })
  })

  describe.each([
    ['en', 'light', 1100, 'none'],
    ['bg', 'dark', 1100, 'none'],
    ['bg', 'light', 320, 'none'],
    ['en', 'dark', 320, 'active'],
  ] as const)('in %s, %s, %i pixels wide, forced colours %s', (language, colorScheme, width, forcedColors) => {
    const look = async (path = '') => {
      site.page.language = language
      return open(path, { colorScheme, forcedColors, viewport: { width, height: 700 }, locale: language })
    }
    const overflow = (page: Page) =>
      page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')

    test('the notice is accessible and fits, with its details too', async () => {
      const page = await look()
      expect(await violations(page)).toEqual([])
      await page.locator('summary').click()
      expect(await violations(page)).toEqual([])
      expect(await overflow(page)).toBe(0)
      const box = await page.locator('#candor-bar').boundingBox()
      expect(box?.y).toBeGreaterThanOrEqual(0)
    })

    test('so are the dialog and the page of choices', async () => {
      const page = await look()
      await page.locator('.candor-refuse').click()
      await page.locator('#candor-reopen').click()
      await page.locator('dialog').waitFor()
      await expect.poll(() => page.locator('#candor-status').textContent()).not.toBe('')
      expect(await violations(page)).toEqual([])
      expect(await overflow(page)).toBe(0)
      await page.goto(`${site.url}candor/choices?language=${language}&outcome=saved`)
      expect(await page.locator('html').getAttribute('lang')).toBe(language)
      expect(await violations(page)).toEqual([])
      expect(await overflow(page)).toBe(0)
    })
  })

  test('reads from right to left where the language does', async () => {
    const page = await open()
    await page.evaluate("document.querySelector('#candor-ui').dir = 'rtl'")
    await page.getByText('Choose one by one').click()
    const name = await page.locator('.candor-name').first().boundingBox()
    const box = await page.getByRole('switch').first().boundingBox()
    expect(name?.x).toBeGreaterThan(box?.x ?? 0)
    // Names of cookies are read from left to right everywhere.
    expect(
      await page
        .locator('#candor-ui code')
        .first()
        .evaluate(node => getComputedStyle(node).direction),
    ).toBe('ltr')
  })

  test('moves nothing for who wants no movement, and is left out of print', async () => {
    const page = await open('', { reducedMotion: 'reduce' })
    expect(
      await page
        .getByRole('switch', { includeHidden: true })
        .first()
        .evaluate(node => getComputedStyle(node).transitionDuration),
    ).toBe('0s')
    await page.emulateMedia({ media: 'print' })
    expect(await bar(page).isVisible()).toBe(false)
  })

  test('what a site declares is read as text', async () => {
    site.adopt(withTexts(policyAt(site.url), '<img src=x onerror=alert(1)></div><script>alert(2)</script>'))
    const page = await open()
    await page.locator('summary').click()
    expect(await page.locator('#candor-ui img').count()).toBe(0)
    expect(await page.locator('#candor-bar').innerText()).toContain('<script>alert(2)</script>')
  })
})
