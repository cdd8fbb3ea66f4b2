import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeReport, reportHtml } from '../src/report/index.ts'
import { expectSound, LOOKS, overflow } from './support/accessibility.ts'
import { chromiumPath, launchChromium } from './support/chromium.ts'
import { policyOf, SOUND } from './support/policy-of.ts'
import { seenShop } from './support/seen-shop.ts'

const HOSTILE = `"/><script>document.title='broken'</script><img src=x onerror="document.title='broken'">${'x'.repeat(300)}`

describe.skipIf(chromiumPath === undefined)('the page of a report (needs a Chromium)', () => {
  let browser: Browser
  let folder = ''
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'candor-report-'))
    browser = await launchChromium()
  })
  afterAll(async () => {
    await browser?.close()
    rmSync(folder, { recursive: true })
  })

  async function open(name: string, language: 'en' | 'bg', options: Parameters<Browser['newPage']>[0]): Promise<Page> {
    const all = makeReport({
      sites: [seenShop(name)],
      declared: { file: 'candor.yaml', policy: policyOf(SOUND) },
      today: '2026-11-22',
    })
    const file = join(folder, 'report.html')
    writeFileSync(file, reportHtml(all, language))
    const page = await browser.newPage(options)
    await page.goto(pathToFileURL(file).href)
    await page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    return page
  }

  test.each(LOOKS)('is accessible and fits: %s, %s, %i pixels wide', async (language, colorScheme, width) => {
    const page = await open('thing', language, { colorScheme, viewport: { width, height: 800 } })
    await expectSound(page)
    await page.close()
  })

  test.each([320, 1280])('does nothing that a site says, and never scrolls sideways: %i pixels wide', async width => {
    const page = await open(HOSTILE, 'en', { viewport: { width, height: 800 } })
    expect(await page.title()).toBe('What shop.example really does')
    expect(await overflow(page)).toBe(0)
    await page.close()
  })
})
