import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import type { ChoiceRecorder } from '../../src/enforce/consent/index.ts'
import type { Policy } from '../../src/model/index.ts'
import { launchChromium } from './chromium.ts'
import { askingAt } from './consent-declaration.ts'
import { type ConsentSite, consentSite } from './consent-site.ts'
import { policyOf } from './policy-of.ts'

const DESK = { width: 1100, height: 760 }

export const policyAt = (url: string): Policy => policyOf(askingAt(url))

/** Those who come to a site that asks; it is a new one for each test. */
export interface Visits {
  readonly site: ConsentSite
  /** One more, which is gone after the test too. */
  another(options: Parameters<typeof consentSite>[1]): Promise<ConsentSite>
  /** The browser of a visitor who was never there before. */
  visitor(options?: BrowserContextOptions): Promise<BrowserContext>
  /** What such a visitor sees of the site. */
  open(path?: string, options?: BrowserContextOptions): Promise<Page>
}

/** One browser for all tests of a file, or of a `describe`. */
export function visitsInChromium(): Visits {
  let browser: Browser
  let site: ConsentSite
  const contexts: BrowserContext[] = []
  const others: ConsentSite[] = []
  beforeAll(async () => {
    browser = await launchChromium()
  })
  afterAll(() => browser?.close())
  beforeEach(async () => {
    site = await consentSite(policyAt)
  })
  afterEach(async () => {
    await Promise.all(contexts.splice(0).map(context => context.close()))
    await Promise.all([site, ...others.splice(0)].map(each => each.close()))
  })

  async function visitor(options: BrowserContextOptions = {}): Promise<BrowserContext> {
    const context = await browser.newContext({ viewport: DESK, ...options })
    contexts.push(context)
    return context
  }
  return {
    get site() {
      return site
    },
    another: async options => {
      const other = await consentSite(policyAt, options)
      others.push(other)
      return other
    },
    visitor,
    open: async (path = '', options = {}) => {
      const page = await (await visitor(options)).newPage()
      await page.goto(site.url + path)
      return page
    },
  }
}

export const bar = (page: Page) => page.getByRole('region', { name: 'You decide about your data' })
export const reopener = (page: Page) => page.getByRole('link', { name: 'Privacy choices' })
export const practiceSwitch = (page: Page, name: string) => page.getByRole('switch', { name })
export const press = (page: Page, name: string) => page.getByRole('button', { name }).click()

export const cookieNames = async (page: Page): Promise<readonly string[]> =>
  (await page.context().cookies()).map(({ name }) => name).sort()

/** How things stand, by what pages can ask. */
export const standing = (page: Page, practice: string) =>
  page.evaluate(id => window.candor?.state.practices[id], practice)

/** A store that keeps the first choice only when it is told to go on, and every other at once. */
export function heldRecorder(): { readonly recorder: ChoiceRecorder; readonly goOn: () => void } {
  let goOn = () => {}
  let held: Promise<unknown> | null = new Promise<void>(resolve => {
    goOn = resolve
  })
  const record = async () => {
    const before = held
    held = null
    await before
    return true
  }
  return { recorder: { record, close: async () => {} }, goOn }
}

/** What lies in a page as text until it is wanted; it tells what has run in `window.ran`. */
export const WAITING = `
  <script type="text/plain" data-candor-practice="statistics" src="/tracker.js"></script>
  <script type="text/plain" data-candor-practice="statistics" nonce="once">window.ran = [...(window.ran ?? []), 'inline']</script>
  <script type="text/plain" data-candor-practice="statistics" data-candor-src="/tracker.js" data-candor-type="text/javascript"></script>
  <script type="text/plain" data-candor-practice="ads" nonce="once">window.ran = [...(window.ran ?? []), 'ads']</script>
  <iframe title="A film" data-candor-practice="statistics" data-candor-src="/frame"></iframe>`

export const ran = (page: Page) => page.evaluate('window.ran ?? []')
