import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { chromiumPath } from './support/chromium.ts'
import { ASKING, askingAt } from './support/consent-declaration.ts'
import { practiceSwitch, visitsInChromium } from './support/consent-visits.ts'
import { policyOf } from './support/policy-of.ts'
import { liveRegion, spoken } from './support/spoken.ts'

const ads = (ASKING.practices as Readonly<Record<string, object>>)['ads']
const CHANGED_ADS = {
  ...ads,
  recipients: { ours: 'always', unrelated: { choice: 'opt-in', text: { en: 'Hollywood Data', bg: 'Холивуд Дейта' } } },
  retention: { rule: 'indefinitely' },
}

describe.skipIf(chromiumPath === undefined)(
  'who hears the notice, or goes through it by key (needs a Chromium)',
  () => {
    const visits = visitsInChromium()
    const press = async (page: Page, name: string) => {
      await page.getByRole('button', { name }).focus()
      await page.keyboard.press('Enter')
    }
    const heard = (page: Page) => liveRegion(page, '#candor-status')
    const saved = (page: Page) => expect.poll(async () => (await heard(page)).says).toBe('Your choices are saved.')

    test.each([
      [
        'en',
        [
          'region You decide about your data',
          'heading You decide about your data',
          'Hill & Dale asks for your consent to: Visit statistics and Advertising. Unless you refuse, this happens too: Suggestions from your visits. You can change your mind at any time.',
          'link Privacy notice',
          'disclosure Choose one by one, collapsed',
          'button Refuse all',
          'button Accept all',
        ],
      ],
      [
        'bg',
        [
          'region Вие решавате за данните си',
          'heading Вие решавате за данните си',
          'Хълм и дол моли за съгласието ви за: Статистика на посещенията и Реклама. Ако не откажете, се прави и това: Предложения според посещенията ви. Можете да промените решението си по всяко време.',
          'link Политика за личните данни',
          'disclosure Избирам поотделно, collapsed',
          'button Отказвам всичко',
          'button Приемам всичко',
        ],
      ],
    ] as const)('is told what is asked, and how to answer (%s)', async (language, lines) => {
      visits.site.page.language = language
      expect(await spoken(await visits.open(), '#candor-bar')).toEqual(lines)
    })

    test('hears of each practice how its switch stands and why, and what is done with which data', async () => {
      const page = await visits.open()
      await page.locator('summary').click()
      const lines = await spoken(page, '#candor-bar .candor-list')
      expect(lines.slice(0, 11)).toEqual([
        'list',
        'switch Visit statistics, off, We count which pages are read, to make them better. Nobody is followed to other sites.',
        'We count which pages are read, to make them better. Nobody is followed to other sites.',
        'Data',
        '= Cookies and record of the pages you visit',
        'What we use them for',
        '= Research and development / Analysis under a pseudonym',
        'Who gets them',
        '= The site and its agents',
        'How long we keep them',
        '= 13 months',
      ])
      expect(lines.filter(line => line.startsWith('switch')).map(line => line.split(', ').slice(0, 2))).toEqual([
        ['switch Visit statistics', 'off'],
        ['switch Advertising', 'off'],
        ['switch Suggestions from your visits', 'on'],
      ])
    })

    test('is told what has changed, and what it says now', async () => {
      const page = await visits.open()
      await press(page, 'Accept all')
      await saved(page)
      visits.site.adopt(policyOf(askingAt(visits.site.url, { ads: CHANGED_ADS })))
      await page.goto(visits.site.url)
      expect((await spoken(page, '#candor-bar')).slice(0, 7)).toEqual([
        'region Something has changed: you decide',
        'heading Something has changed: you decide',
        'Changed in Advertising since you chose: who gets the data and how long the data are kept. Now:',
        'Who gets them',
        '= The site and its agents / Hollywood Data: only if you agree',
        'How long we keep them',
        '= Without limit: no end is set.',
      ])
      await page.locator('summary').click()
      const lines = await spoken(page, '#candor-bar .candor-list')
      expect(lines[1]).toBe(
        'switch Advertising changed, off, Changed since you chose: who gets the data and how long the data are kept. Our advertisers show you what suits you, here and on other sites.',
      )
      expect(lines).toContain('How long we keep them changed')
    })

    test('hears that a choice has been taken, and is at the way back to it', async () => {
      const page = await visits.open()
      const before = await heard(page)
      expect(before).toMatchObject({ politeness: 'polite', whole: true, says: '' })
      await press(page, 'Refuse all')
      await saved(page)
      expect((await heard(page)).id).toBe(before.id)
      expect(await spoken(page, '#candor-reopen')).toEqual(['link Privacy choices, here'])
    })

    test('hears so in the dialog too, which says what it is and gives the focus back', async () => {
      const page = await visits.open()
      await press(page, 'Refuse all')
      await saved(page)
      await page.keyboard.press('Enter')
      await page.getByRole('dialog').waitFor()
      expect((await spoken(page, 'dialog')).slice(0, 3)).toEqual([
        'dialog Privacy choices, modal',
        'heading Privacy choices, here',
        'button Close',
      ])
      await page.evaluate("document.querySelector('#candor-status').textContent = ''")
      await practiceSwitch(page, 'Advertising').press('Space')
      expect(await spoken(page, 'dialog .candor-item:nth-of-type(2) .candor-switch')).toEqual([
        'switch Advertising, here, on, Our advertisers show you what suits you, here and on other sites.',
      ])
      await press(page, 'Save these choices')
      await saved(page)
      expect(await spoken(page, '#candor-reopen')).toEqual(['link Privacy choices, here'])
    })

    test('hears that a button of the page’s own has been taken, stays at it, and is asked no more where nothing is left to ask', async () => {
      visits.site.page.body +=
        '<button data-candor-grant="statistics">Count me</button><button data-candor-grant="ads">Show ads</button>'
      const page = await visits.open()
      await page.locator('summary').click()
      await press(page, 'Count me')
      await saved(page)
      expect(await practiceSwitch(page, 'Visit statistics').isChecked()).toBe(true)
      expect(await page.locator('#candor-bar').count()).toBe(1)
      await press(page, 'Show ads')
      await expect.poll(() => page.locator('#candor-bar').count()).toBe(0)
      expect(await page.evaluate('document.activeElement.textContent')).toBe('Show ads')
      expect(await page.locator('#candor-reopen').isVisible()).toBe(true)
    })

    test('hears which switch the browser’s signal has turned off, and that it cannot be turned', async () => {
      const page = await visits.open('', { extraHTTPHeaders: { 'Sec-GPC': '1' } })
      await page.locator('summary').click()
      expect((await spoken(page, '#candor-bar .candor-list')).filter(line => /^switch Adv/.test(line))).toEqual([
        'switch Advertising, unavailable, off, Off, because your browser sends Global Privacy Control. Our advertisers show you what suits you, here and on other sites.',
      ])
    })

    test('without scripts the page says first what came of the choice', async () => {
      const page = await visits.open('candor/choices', { javaScriptEnabled: false })
      await page.getByRole('button', { name: 'Refuse all' }).click()
      expect(await page.title()).toBe('Your choices are saved. Privacy choices')
      expect(await spoken(page, '[role=status]')).toEqual(['status: Your choices are saved.'])
    })

    describe.each([
      [360, 740],
      [320, 256],
      [1100, 500],
    ])('on a page of %i by %i', (width, height) => {
      /** WCAG 2.2, 2.4.11: how much of what has the focus can be seen, in points of nine. */
      const seen = `(() => {
      const node = document.activeElement, box = node.getBoundingClientRect(), at = [0.1, 0.5, 0.9]
      return at.flatMap(x => at.map(y => document.elementFromPoint(box.x + box.width * x, box.y + box.height * y)))
        .filter(found => found !== null && (node === found || node.contains(found) || found.control === node || found.contains(node) && found.closest('label'))).length
    })()`
      const walk = async (page: Page, steps: number): Promise<readonly unknown[]> => {
        const hidden: unknown[] = []
        for (let step = 0; step < steps; step++) {
          await page.keyboard.press('Tab')
          const isPage = await page.evaluate('document.activeElement === document.body')
          if (!isPage && (await page.evaluate(seen)) === 0)
            hidden.push(await page.evaluate('document.activeElement.outerHTML.slice(0, 80)'))
        }
        return hidden
      }

      test('sees what has the focus, whether the notice is folded, unfolded or a dialog', async () => {
        visits.site.page.body = `<main><h1>The shop</h1>${'<p><a href="/x">A link</a></p>'.repeat(24)}</main>`
        const page = await visits.open('', { viewport: { width, height } })
        expect(await walk(page, 28)).toEqual([])
        await page.goto(visits.site.url)
        await page.locator('summary').click()
        expect(await walk(page, 30)).toEqual([])
        await press(page, 'Refuse all')
        await saved(page)
        await page.keyboard.press('Enter')
        await page.getByRole('dialog').waitFor()
        expect(await walk(page, 7)).toEqual([])
      })
    })
  },
)
