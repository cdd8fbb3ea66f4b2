import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { ASKING, askingAt, mostAskingAt } from './support/consent-declaration.ts'
import { type ConsentSite, consentSite } from './support/consent-site.ts'
import { heldRecorder } from './support/consent-visits.ts'
import { type FirefoxPage, firefoxPath, openFirefox } from './support/firefox.ts'
import { policyOf } from './support/policy-of.ts'

describe.skipIf(firefoxPath === undefined).each([
  ['with its script', true],
  ['without any script', false],
])('the notice in Firefox %s (needs a Firefox)', (_, scripts) => {
  let page: FirefoxPage
  let site: ConsentSite
  beforeAll(async () => {
    page = await openFirefox({ scripts })
  })
  afterAll(() => page?.close())
  // Each test has a host and port of its own, but a jar of cookies knows no ports.
  beforeEach(async () => {
    site = await consentSite(url => policyOf(askingAt(url)))
  })
  afterEach(() => site.close())

  const names = async () => (await page.cookies()).map(({ name }) => name)
  const shown = async (selector: string) => (await page.texts(selector)).length > 0

  test('is found by what its parts are and are called, as who hears it finds them', async () => {
    await page.goto(site.url)
    for (const [role, name] of [
      ['region', 'You decide about your data'],
      ['heading', 'You decide about your data'],
      ['button', 'Refuse all'],
      ['button', 'Accept all'],
    ] as const)
      expect([name, await page.countNamed(role, name)]).toEqual([name, 1])
    expect(await page.countNamed('switch', 'Advertising')).toBe(0)
    await page.press('Tab', 'Tab', 'Enter')
    await expect.poll(() => page.countNamed('switch', 'Advertising')).toBe(1)
  })

  test('is answered by key, keeps the site’s cookies out, and does not come back', async () => {
    await page.goto(site.url)
    expect(await shown('#candor-bar')).toBe(true)
    expect(await names()).toEqual([])
    // A page that has only just come may miss a key.
    const next = async () => {
      await page.press('Tab')
      return (await page.texts(':focus')).join().trim()
    }
    await expect.poll(next).toBe('Refuse all')
    await page.press('Enter')
    await expect.poll(names).toEqual(['__Host-candor'])
    expect(await page.cookies()).toMatchObject([{ httpOnly: true, secure: true }])
    await page.goto(`${site.url}other`)
    expect(await shown('#candor-bar')).toBe(false)
    expect((await page.texts('#candor-reopen')).join()).toContain('Privacy choices')
    expect(await names()).toEqual(['__Host-candor'])
  })

  test('keeps the longest choice too', async () => {
    site.adopt(policyOf(mostAskingAt(site.url)))
    await page.goto(site.url)
    // One step more than elsewhere: what is so long is scrolled, which Firefox lets keys do too.
    await page.press('Tab', 'Tab', 'Tab', 'Tab', 'Enter')
    await expect.poll(() => site.requests).toContain('POST /candor/choices')
    // Who leaves at once gets where they go, and the answer gets through.
    await page.goto(`${site.url}other`)
    expect((await page.texts('h1')).join()).toBe('The shop')
    expect(site.requests.at(-1)).toBe('GET /other')
    const asks = async () => {
      await page.goto(`${site.url}other`)
      return shown('#candor-bar')
    }
    await expect.poll(asks).toBe(false)
  })

  test('leads back to the choices, where they can be changed', async () => {
    await page.goto(`${site.url}candor/choices?return=%2Fother`)
    expect((await page.texts('h1')).join()).toContain('Privacy choices')
    expect((await page.texts('.candor-item')).length).toBe(4)
  })
})

describe.skipIf(firefoxPath === undefined)('the notice’s script in Firefox (needs a Firefox)', () => {
  let page: FirefoxPage
  let site: ConsentSite
  beforeAll(async () => {
    page = await openFirefox({ scripts: true })
    site = await consentSite(url => policyOf(askingAt(url)))
    site.page.body += `<script type="text/plain" data-candor-practice="statistics" src="/tracker.js"></script>
      <iframe title="A film" data-candor-practice="statistics" data-candor-src="/frame"></iframe>`
    site.page.csp = own =>
      `default-src 'none'; script-src 'self' ${own.script}; style-src ${own.style}; connect-src 'self'; frame-src 'self'`
  })
  afterAll(async () => {
    await page?.close()
    await site?.close()
  })

  test('asks for nothing more than the page, wakes what waits, and puts the focus where one can go on', async () => {
    await page.goto(site.url)
    expect(site.requests).toEqual(['GET /'])
    expect(await page.evaluate('window.ran ?? null')).toBeNull()
    await page.press('Tab', 'Tab', 'Tab', 'Tab', 'Enter')
    await expect.poll(() => page.evaluate('window.ran ?? null')).toEqual(['tracker'])
    expect(await page.evaluate('document.activeElement.id')).toBe('candor-reopen')
    expect(await page.evaluate("document.querySelector('#candor-status').textContent")).toBe('Your choices are saved.')
  })

  test('opens the choices as a dialog that Escape closes, and gives the focus back', async () => {
    await page.press('Enter')
    await expect.poll(() => page.evaluate('document.activeElement.id')).toBe('candor-dialog-title')
    expect(await page.evaluate("document.querySelector('dialog').matches(':modal')")).toBe(true)
    await page.press('Escape')
    await expect.poll(() => page.evaluate("document.querySelector('dialog') === null")).toBe(true)
    expect(await page.evaluate('document.activeElement.id')).toBe('candor-reopen')
  })

  test('lets who leaves while the answer is on its way get where they go, and the answer gets through', async () => {
    const { recorder, goOn } = heldRecorder()
    const slow = await consentSite(url => policyOf(askingAt(url, { another: ASKING.practices?.['statistics'] })), {
      recorder,
    })
    await page.goto(slow.url)
    await page.press('Tab', 'Tab', 'Tab', 'Enter')
    await expect.poll(() => slow.requests).toContain('POST /candor/choices')
    await page.goto(`${slow.url}other`)
    goOn()
    await expect
      .poll(async () => {
        await page.goto(`${slow.url}other`)
        return page.evaluate("document.querySelector('#candor-bar') === null")
      })
      .toBe(true)
    expect(slow.requests.filter(request => request.startsWith('POST'))).toHaveLength(1)
    expect(new Set(slow.requests)).toEqual(new Set(['GET /', 'POST /candor/choices', 'GET /other']))
    await slow.close()
  })
})
