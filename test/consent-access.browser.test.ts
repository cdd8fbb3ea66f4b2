import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { expectSound, violations } from './support/accessibility.ts'
import { chromiumPath } from './support/chromium.ts'
import { bar, practiceSwitch, press, reopener, visitsInChromium } from './support/consent-visits.ts'

describe.skipIf(chromiumPath === undefined)('the notice for everybody (needs a Chromium)', () => {
  const visits = visitsInChromium()

  describe('by key', () => {
    const focused = (page: Page) =>
      page.evaluate('document.activeElement.textContent.trim() || document.activeElement.value')

    test('it is the first on the page, and each of its parts in turn', async () => {
      const page = await visits.open()
      const walk: unknown[] = []
      for (let step = 0; step < 5; step++) {
        await page.keyboard.press('Tab')
        walk.push(await focused(page))
      }
      expect(walk).toEqual(['Privacy notice', 'Choose one by one', 'Refuse all', 'Accept all', 'Another page'])
    })

    test('the switches are reached by key, and turned by the space bar', async () => {
      const page = await visits.open()
      for (let step = 0; step < 2; step++) await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      await page.keyboard.press('Tab')
      expect(await focused(page)).toBe('statistics')
      await page.keyboard.press('Space')
      expect(await practiceSwitch(page, 'Visit statistics').isChecked()).toBe(true)
      expect(await page.evaluate('getComputedStyle(document.activeElement).outlineStyle')).toBe('solid')
      for (let step = 0; step < 5; step++) await page.keyboard.press('Tab')
      expect(await focused(page)).toBe('Save these choices')
    })

    test('an answer is announced, and the focus goes to the way back', async () => {
      const page = await visits.open()
      await page.getByRole('button', { name: 'Refuse all' }).focus()
      await page.keyboard.press('Enter')
      await expect.poll(() => page.getByRole('status').textContent()).toBe('Your choices are saved.')
      expect(await focused(page)).toBe('Privacy choices')
      await page.keyboard.press('Tab')
      expect(await focused(page)).toBe('Another page')
    })

    test('the dialog holds the focus, Escape closes it, and the focus goes back', async () => {
      const page = await visits.open()
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
      visits.site.page.body += '<footer><a href="/candor/choices" data-candor-open>Cookies</a></footer>'
      const page = await visits.open()
      await page.getByRole('link', { name: 'Cookies' }).press('Enter')
      expect(await focused(page)).toBe('You decide about your data')
      expect(await practiceSwitch(page, 'Advertising').isVisible()).toBe(true)
    })

    test('the two answers are equal to the eye', async () => {
      const page = await visits.open()
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
      visits.site.page.language = language
      return visits.open(path, { colorScheme, forcedColors, viewport: { width, height: 700 }, locale: language })
    }

    test('the notice is accessible and fits, with its details too', async () => {
      const page = await look()
      expect(await violations(page)).toEqual([])
      await page.locator('summary').click()
      await expectSound(page)
      const box = await page.locator('#candor-bar').boundingBox()
      expect(box?.y).toBeGreaterThanOrEqual(0)
    })

    test('so are the dialog and the page of choices', async () => {
      const page = await look()
      await page.locator('.candor-refuse').click()
      await expect.poll(() => page.locator('#candor-status').textContent()).not.toBe('')
      await page.locator('#candor-reopen').click()
      await page.locator('dialog').waitFor()
      await expectSound(page)
      await page.goto(`${visits.site.url}candor/choices?language=${language}&outcome=saved`)
      expect(await page.locator('html').getAttribute('lang')).toBe(language)
      await expectSound(page)
    })
  })

  test('reads from right to left where the language does', async () => {
    const page = await visits.open()
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
    const page = await visits.open('', { reducedMotion: 'reduce' })
    expect(
      await page
        .getByRole('switch', { includeHidden: true })
        .first()
        .evaluate(node => getComputedStyle(node).transitionDuration),
    ).toBe('0s')
    await page.emulateMedia({ media: 'print' })
    expect(await bar(page).isVisible()).toBe(false)
  })
})
