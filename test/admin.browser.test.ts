import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Admin, createAdmin, createSetUp } from '../src/server/admin/index.ts'
import { type Listening, listen } from '../src/server/index.ts'
import { openFolderStore, type Store } from '../src/store/index.ts'
import { expectSound } from './support/accessibility.ts'
import { choiceAt } from './support/choices.ts'
import { chromiumPath, launchChromium } from './support/chromium.ts'
import { ASKING } from './support/consent-declaration.ts'
import { policyOf } from './support/policy-of.ts'

const PASSWORD = 'correct horse battery'
const SUBJECT = 'visitor-one'

describe.skipIf(chromiumPath === undefined)('the admin page in a browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'candor-admin-browser-'))
  let browser: Browser
  let store: Store
  let site: Listening
  let setUpPath = ''

  beforeAll(async () => {
    store = await openFolderStore(folder)
    const day = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString()
    for (let days = 0; days < 20; days++)
      await store.append(
        choiceAt('shop.example', {
          at: day(days),
          subject: days === 0 ? SUBJECT : `visitor-number-${days}`,
          decisions: { statistics: days % 3 ? 'granted' : 'refused', ads: 'refused' },
        }),
      )
    const tally = { action: 'stopped', cookie: '_ad', practice: 'ads', reason: 'practice-refused', mode: 'enforce' }
    await store.door.add('shop.example', day(0).slice(0, 10), [{ ...tally, count: 12 }])
    const policy = policyOf(ASKING)
    const setUp = createSetUp({
      tell: path => {
        setUpPath = path
      },
    })
    const admin: Admin = createAdmin({ store: async () => store, policy: () => policy, setUp })
    site = await listen(
      async (request, remote) => (await admin(request, remote)) ?? new Response(null, { status: 404 }),
      {
        port: 0,
      },
    )
    browser = await launchChromium()
  })
  afterAll(async () => {
    await browser?.close()
    await site?.drain()
    await store?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const at = (path: string) => new URL(path, site.url).href

  /** In light and dark, on a desk and on a phone. */
  async function expectSoundThroughout(page: Page): Promise<void> {
    for (const [colorScheme, width] of [
      ['light', 1200],
      ['dark', 360],
    ] as const) {
      await page.emulateMedia({ colorScheme })
      await page.setViewportSize({ width, height: 800 })
      await expectSound(page)
    }
  }

  test('everything is done without scripts, by keyboard too, and every page is accessible in both languages', async () => {
    // The pages run none; axe is put in from outside, past the policy that forbids it.
    const context = await browser.newContext({ bypassCSP: true, locale: 'en-GB' })
    const page = await context.newPage()
    await page.goto(at('/admin'))
    await expectSoundThroughout(page)
    await page.goto(at(setUpPath))
    await expectSoundThroughout(page)
    await page.getByLabel('New password').fill(PASSWORD)
    await page.getByLabel('Once more').fill(PASSWORD)
    await page.keyboard.press('Enter')
    await page.waitForURL(at('/admin'))
    await page.getByText('The same as a table').click()
    await expectSoundThroughout(page)
    expect(await page.getByRole('row', { name: /Visit statistics/ }).textContent()).toContain('65')

    await page.getByRole('link', { name: 'Receipts' }).click()
    await page.getByLabel('Name in the cookie').fill(SUBJECT)
    await page.getByRole('button', { name: 'Find' }).click()
    await page.getByRole('heading', { name: `1 receipt of ${SUBJECT}` }).waitFor()
    await page.getByText('Erase this visitor').click()
    await expectSoundThroughout(page)
    await page.getByRole('button', { name: 'Yes, erase for good' }).click()
    await page.getByText('The person is gone from 1 receipt.').waitFor()
    expect(await store.show(SUBJECT)).toEqual([])

    const downloading = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Download' }).click()
    const lines = readFileSync(await (await downloading).path(), 'utf8')
      .trim()
      .split('\n')
    expect(lines).toHaveLength(20)

    await page.getByRole('link', { name: 'Български' }).click()
    expect(await page.locator('html').getAttribute('lang')).toBe('bg')
    await expectSoundThroughout(page)
    await page.getByRole('link', { name: 'Записи' }).click()
    await expectSoundThroughout(page)
    await page.getByRole('button', { name: 'Изход' }).click()
    await page.waitForURL(at('/admin/log-in'))
    await page.getByLabel('Парола').fill('грешна парола')
    await page.getByRole('button', { name: 'Вход' }).click()
    await page.getByText('Това не е паролата.').waitFor()
    await expectSoundThroughout(page)
    await context.close()
  })

  test('works with scripts off, and keeps its own policy', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, locale: 'en-GB' })
    const page = await context.newPage()
    const said: string[] = []
    page.on('console', message => said.push(message.text()))
    await page.goto(at('/admin'))
    await page.getByLabel('Password').fill(PASSWORD)
    await page.getByRole('button', { name: 'Log in' }).click()
    await page.waitForURL(at('/admin'))
    await page.getByRole('link', { name: '365 days' }).click()
    await page.getByRole('heading', { name: 'At the door' }).waitFor()
    expect(said.filter(text => /Content Security Policy|Refused/.test(text))).toEqual([])
    const [cookie] = await context.cookies()
    expect(cookie).toMatchObject({ name: '__Host-candor-admin', httpOnly: true, secure: true, sameSite: 'Strict' })
    await context.close()
  })
})
