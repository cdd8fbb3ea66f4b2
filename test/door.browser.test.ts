import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createDoor, type Leaving } from '../src/enforce/index.ts'
import type { StandingChoice } from '../src/model/index.ts'
import { type AllSites, openAllSites, type SiteRequest, type SiteResponse } from '../src/sites/index.ts'
import { chromiumPath, launchChromium } from './support/chromium.ts'
import { ASKING, choiceOf, cookieHeader } from './support/door-policy.ts'
import { policyOf } from './support/policy-of.ts'

const HOST = 'www.eu.shop.example'
const HOME = `https://${HOST}/products/pens/`

const policy = policyOf({
  ...ASKING,
  storage: [
    { area: 'local', key: 'stats-queue', origin: `https://${HOST}`, lifetime: '1 day', practice: 'statistics' },
  ],
})
const all = choiceOf(policy, { statistics: 'granted', advertising: 'granted', tips: 'granted' })
const none = choiceOf(policy, { statistics: 'refused', advertising: 'refused', tips: 'refused' })

/** Set past the door, as another server of the domain, a script, or the site before it had a door may have done. */
const LEFT_BEHIND = [
  '_stats=host; Max-Age=999999',
  '_stats=root; Max-Age=999999; Path=/; HttpOnly',
  '_stats=domain; Max-Age=999999; Path=/; Domain=shop.example; Secure; HttpOnly; SameSite=Strict',
  '_stats=between; Max-Age=999999; Path=/; Domain=eu.shop.example',
  '_stats=slash; Max-Age=999999; Path=/products/; Domain=shop.example',
  '_stats=deep; Max-Age=999999; Path=/products/pens/blue',
  '_stats=part; Max-Age=999999; Path=/; Secure; SameSite=None; Partitioned',
  'session=stays; Path=/',
]

const toResponse = ({ setCookies, headers }: Leaving): SiteResponse => ({
  status: 200,
  headers: Object.fromEntries(headers),
  cookies: setCookies,
  body: '<!doctype html><title>shop</title><p>pens',
})

describe.skipIf(chromiumPath === undefined)('in Chromium', () => {
  let browser: Browser
  let sites: AllSites
  let context: BrowserContext
  let page: Page
  let choice: StandingChoice = all
  const door = createDoor(policy)

  function answer({ url, cookies, headers }: SiteRequest): SiteResponse {
    if (url.pathname.endsWith('/before')) return { status: 200, cookies: LEFT_BEHIND, body: '<p>before' }
    const sent = door.visitor(cookieHeader(choice, cookies), String(headers['sec-gpc'] ?? ''))
    const place = { host: url.host, path: url.pathname, https: true }
    if (url.pathname.endsWith('/choose')) return toResponse(door.withdraw(sent, place))
    return toResponse(door.leave(sent, { ...place, setCookies: ['session=stays; Path=/'], cacheControl: 'no-store' }))
  }

  beforeAll(async () => {
    sites = await openAllSites({ hosts: [HOST], answer })
    browser = await launchChromium()
  })
  afterAll(async () => {
    await browser?.close()
    await sites?.close()
  })
  beforeEach(async () => {
    context = await browser.newContext({ ignoreHTTPSErrors: true, proxy: { server: `http://${sites.proxy}` } })
    page = await context.newPage()
    await page.goto(`${HOME}before`)
  })
  afterEach(() => context?.close())

  const values = async () =>
    (await context.cookies())
      .filter(({ name }) => !name.endsWith('-leaving'))
      .map(({ name, value }) => `${name}=${value}`)
      .sort()

  test('who agreed keeps everything', async () => {
    choice = all
    await page.goto(`${HOME}blue`)
    expect(await values()).toHaveLength(LEFT_BEHIND.length)
  })

  test('who refused keeps only what needs no consent, wherever the rest lived', async () => {
    choice = none
    for (let visit = 0; visit < 3; visit++) await page.goto(`${HOME}blue`)
    expect(await values()).toEqual(['session=stays'])
  })

  test('the answer to a refusal clears what is stored besides cookies', async () => {
    choice = none
    await page.evaluate(() => localStorage.setItem('stats-queue', '[1,2,3]'))
    await page.goto(`${HOME}choose`)
    expect(await page.evaluate(() => localStorage.length)).toBe(0)
  })
})
