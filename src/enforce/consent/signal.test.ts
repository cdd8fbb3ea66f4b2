import { describe, expect, test } from 'vitest'
import {
  asking,
  cookieOf,
  decisionsOf,
  ON_A_PAGE,
  pairOf,
  recorderOf,
  SAME,
  SITE,
} from '../../../test/support/asking-consent.ts'
import { ASKING } from '../../../test/support/consent-declaration.ts'

describe('Global Privacy Control', () => {
  test('is an opt-out at once, and the notice says so', () => {
    const html = asking().noticeFor(null, '1')
    expect(html).toContain('Your browser asks us not to sell or share your data: done.')
    expect(html).toMatch(/value="ads"[^>]*disabled/)
    expect(html).not.toMatch(/name="asked" value="ads:/)
  })

  test('is said to be heeded on every page, where there is nothing else to ask, too', () => {
    const { consent, visitor } = asking()
    expect(consent.reopener(visitor(null, '1'), ON_A_PAGE)?.html).toContain('Opt-out signal heeded')
    expect(consent.reopener(visitor(null), ON_A_PAGE)?.html).not.toContain('heeded</span>')
  })

  test('outweighs a form that says yes', async () => {
    const { send, visitor } = asking()
    const response = await send('choice=accept', { ...SAME, 'Sec-GPC': '1' })
    expect(decisionsOf(response)).toEqual({ statistics: 'granted', suggestions: 'granted' })
    expect(visitor(cookieOf(response), '1').standing.get('ads')).toEqual({ allowed: false, because: 'signal' })
  })

  test('is recorded as the signal it is, once', async () => {
    const recorder = recorderOf([])
    const { consent, visitor, noticeFor } = asking(ASKING, { recorder })
    const page = new Request(`${SITE}/`)
    const [line = ''] = await consent.settle(visitor(null, '1'), page)
    expect(recorder.kept).toMatchObject([{ how: 'signal', decisions: { ads: 'refused' }, site: 'shop.example' }])
    expect(await consent.settle(visitor(pairOf(line), '1'), page)).toEqual([])
    expect(noticeFor(pairOf(line), '1')).toContain('You decide about your data')
  })

  test('takes back what the visitor had allowed before', async () => {
    const recorder = recorderOf([])
    const { consent, visitor, send } = asking(ASKING, { recorder })
    const cookie = cookieOf(await send('choice=accept'))
    await consent.settle(visitor(cookie, '1'), new Request(`${SITE}/`))
    expect(recorder.kept.at(-1)?.decisions).toEqual({ statistics: 'granted', ads: 'refused', suggestions: 'granted' })
  })

  test('sets no cookie where no record is kept: the browser says it each time', async () => {
    const { consent, visitor } = asking()
    expect(await consent.settle(visitor(null, '1'), new Request(`${SITE}/`))).toEqual([])
  })
})
