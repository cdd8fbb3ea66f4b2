/**
 * What the notice costs a visitor's browser: bytes of script and style, and milliseconds of script on a page's start,
 * against two tools that do the same, each page in turn in a browser of its own.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Browser } from 'playwright-core'
import { createConsent } from '../src/enforce/consent/index.ts'
import { createDoor } from '../src/enforce/door/index.ts'
import { HEADLESS_SCRIPT, NOTICE_SCRIPT } from '../src/enforce/generated/consent-scripts.ts'
import { CONSENT_STYLE } from '../src/publish/consent/index.ts'
import { type Listening, listen } from '../src/server/index.ts'
import { launchChromium } from '../test/support/chromium.ts'
import { ASKING } from '../test/support/consent-declaration.ts'
import { policyOf } from '../test/support/policy-of.ts'
import { tell } from './harness.ts'

const ROUNDS = 7
const KB = 1024
const MOST_BYTES = 6 * KB
const MOST_BYTES_HEADLESS = 3 * KB
const MOST_MS = 5

interface Contender {
  readonly name: string
  /** Script and style as they are sent. */
  readonly sent: readonly string[]
  /** What stands in the page for it. */
  readonly html: string
  /** What is there once it has asked. */
  readonly shown: string
}

const packaged = (path: string): string => readFileSync(join(import.meta.dirname, '../node_modules', path), 'utf8')
const zipped = (texts: readonly string[]): number =>
  texts.reduce((sum, text) => sum + gzipSync(text, { level: 9 }).length, 0)
const inPage = (script: string): string => `<script>${script.replaceAll('</script', '<\\/script')}</script>`

function ours(): Contender {
  const policy = policyOf(ASKING)
  const door = createDoor(policy)
  const piece = createConsent({ policy, door }).notice(door.visitor(null, null), {
    language: 'en',
    url: 'http://127.0.0.1/',
  })
  return { name: 'ours', sent: [NOTICE_SCRIPT, CONSENT_STYLE], html: piece?.html ?? '', shown: '#candor-bar' }
}

/** Its own example: a bar with three buttons, a dialog of two groups; it hides from robots unless told not to. */
function vanilla(): Contender {
  const script = packaged('vanilla-cookieconsent/dist/cookieconsent.umd.js')
  const style = packaged('vanilla-cookieconsent/dist/cookieconsent.css')
  const config = {
    hideFromBots: false,
    categories: { necessary: { enabled: true, readOnly: true }, statistics: {}, ads: {}, suggestions: {} },
    language: {
      default: 'en',
      translations: {
        en: {
          consentModal: {
            title: 'You decide about your data',
            description: 'Hill & Dale asks for your consent to: Visit statistics and Advertising.',
            acceptAllBtn: 'Accept all',
            acceptNecessaryBtn: 'Refuse all',
            showPreferencesBtn: 'Choose one by one',
          },
          preferencesModal: {
            title: 'Privacy choices',
            acceptAllBtn: 'Accept all',
            acceptNecessaryBtn: 'Refuse all',
            savePreferencesBtn: 'Save',
            sections: ['statistics', 'ads', 'suggestions'].map(linkedCategory => ({
              title: linkedCategory,
              description: 'Why, who gets it, how long.',
              linkedCategory,
            })),
          },
        },
      },
    },
  }
  const html = `<style>${style}</style>${inPage(script)}${inPage(`CookieConsent.run(${JSON.stringify(config)})`)}`
  return { name: 'vanilla-cookieconsent', sent: [script, style], html, shown: '#cc-main .cm' }
}

function klaro(): Contender {
  const script = packaged('klaro/dist/klaro.js')
  const config = {
    version: 1,
    elementID: 'klaro',
    storageMethod: 'cookie',
    acceptAll: true,
    translations: { en: { privacyPolicyUrl: '/privacy' } },
    services: ['statistics', 'ads', 'suggestions'].map(name => ({ name, title: name, purposes: [name] })),
  }
  const html = `${inPage(`var klaroConfig = ${JSON.stringify(config)}`)}${inPage(script)}`
  return { name: 'klaro', sent: [script], html, shown: '.klaro .cookie-notice' }
}

const BLANK: Contender = { name: 'blank', sent: [], html: '', shown: 'h1' }

const pageOf = ({ html }: Contender): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Shop</title><link rel="icon" href="data:,"></head><body>${html}<h1>The shop</h1></body></html>`

/** Milliseconds of script until the notice is there, by the browser's own count. */
async function scriptTime(browser: Browser, url: string, { shown }: Contender): Promise<number> {
  const context = await browser.newContext()
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Performance.enable')
  await page.goto(url, { waitUntil: 'load' })
  await page.locator(shown).first().waitFor()
  const { metrics } = await session.send('Performance.getMetrics')
  await context.close()
  return (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? 0) * 1000
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0

async function measure(contenders: readonly Contender[]): Promise<ReadonlyMap<string, number>> {
  const site: Listening = await listen(
    request => {
      const found = [BLANK, ...contenders].find(({ name }) => new URL(request.url).pathname === `/${name}`)
      return new Response(pageOf(found ?? BLANK), { headers: { 'Content-Type': 'text/html; charset=utf-8' } })
    },
    { port: 0 },
  )
  const browser = await launchChromium()
  const times = new Map<string, number[]>()
  for (let round = 0; round <= ROUNDS; round++) {
    const blank = await scriptTime(browser, `${site.url}blank`, BLANK)
    for (const contender of contenders) {
      const time = await scriptTime(browser, `${site.url}${contender.name}`, contender)
      // The first round warms the browser up.
      if (round > 0) times.set(contender.name, [...(times.get(contender.name) ?? []), Math.max(0, time - blank)])
    }
  }
  await browser.close()
  await site.drain()
  return new Map([...times].map(([name, all]) => [name, median(all)]))
}

const inKb = (bytes: number): string => `${(bytes / KB).toFixed(1)} KB`

export async function bench(): Promise<boolean> {
  const own = ours()
  const others = [vanilla(), klaro()]
  const bytes = zipped(own.sent)
  const headless = zipped([HEADLESS_SCRIPT])
  const times = await measure([own, ...others])
  const time = times.get(own.name) ?? Number.NaN
  console.log(`  the notice's own words in the page: ${inKb(zipped([own.html]) - bytes)} more, gzip`)
  return [
    tell(
      'headless script, gzip',
      `${inKb(headless)}, at most ${inKb(MOST_BYTES_HEADLESS)}`,
      headless <= MOST_BYTES_HEADLESS,
    ),
    tell('script and style, gzip', `${inKb(bytes)}, at most ${inKb(MOST_BYTES)}`, bytes <= MOST_BYTES),
    tell('script at start', `${time.toFixed(1)} ms, at most ${MOST_MS}`, time <= MOST_MS),
    ...others.map(({ name, sent }) => {
      const theirs = zipped(sent)
      return tell(`bytes against ${name}`, `${inKb(bytes)} to ${inKb(theirs)}`, bytes < theirs)
    }),
    ...others.map(({ name }) => {
      const theirs = times.get(name) ?? Number.NaN
      return tell(`script at start against ${name}`, `${time.toFixed(1)} to ${theirs.toFixed(1)} ms`, time < theirs)
    }),
  ].every(met => met)
}
