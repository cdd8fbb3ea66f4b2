import { describe, expect, test } from 'vitest'
import {
  asking,
  chosen,
  cookieOf,
  filledIn,
  ON_A_PAGE,
  pairOf,
  recorderOf,
  SAME,
  SITE,
  withStatistics,
} from '../../../test/support/asking-consent.ts'
import { ASKING } from '../../../test/support/consent-declaration.ts'

const HASH = expect.stringMatching(/^sha256:[0-9a-f]{64}$/)
const PAGE = new Request(`${SITE}/`)

/** The same practices in other words: nobody is asked again. */
const REWORDED = withStatistics({ reason: { en: 'We count, and never who.', bg: 'Броим, но никога кой.' } })

/** Chooses by the notice, and gives back what the receipt says of the words. */
async function wordsOf(declaration = ASKING, language: 'en' | 'bg' = 'en') {
  const recorder = recorderOf([])
  const { send, noticeFor } = asking(declaration, { recorder })
  await send(filledIn(noticeFor(null, null, { ...ON_A_PAGE, language }), 'accept'))
  return recorder.kept[0]?.text
}

describe('a receipt proves the words', () => {
  test('that were read, to the letter', async () => {
    const words = await wordsOf()
    expect(words).toEqual(HASH)
    expect(await wordsOf()).toBe(words)
    expect(await wordsOf(ASKING, 'bg')).not.toBe(words)
    expect(await wordsOf(REWORDED)).not.toBe(words)
  })

  test.each([
    ['asked in words of the site’s own', { how: 'api' }],
    ['by a form that was shown before the policy was worded anew', { policy: '01234567' }],
    ['by a form in another language than the one it names', { language: 'de' }],
  ])('but none to one who chose %s: nobody knows them', async (_, changes) => {
    const recorder = recorderOf([])
    const { send, noticeFor, policy } = asking(ASKING, { recorder })
    const fields = filledIn(noticeFor(null), 'accept')
    for (const [name, value] of Object.entries(changes)) fields.set(name, value)
    await send(fields)
    expect(recorder.kept).toMatchObject([{ policy: policy.hash, text: null, decisions: { statistics: 'granted' } }])
  })

  test('but none to one whose browser chose for them: nothing was shown', async () => {
    const recorder = recorderOf([])
    const { consent, visitor } = asking(ASKING, { recorder })
    await consent.settle(visitor(null, '1'), PAGE)
    expect(recorder.kept).toMatchObject([{ how: 'signal', text: null }])
  })

  test('to one whose page stayed open while the policy was worded anew it proves neither the old nor the new ones', async () => {
    const recorder = recorderOf([])
    const html = asking().noticeFor(null)
    await asking(REWORDED, { recorder }).send(filledIn(html, 'accept'))
    expect(recorder.kept).toMatchObject([{ text: null, decisions: { statistics: 'granted' } }])
  })
})

describe('a receipt that is written when the store is back', () => {
  /** Chooses while the store is away; gives back the cookie. */
  async function chooseAway(html: string, choice: 'accept' | 'refuse' = 'accept', before = ''): Promise<string> {
    const { send } = asking(ASKING, { recorder: recorderOf([false]) })
    return cookieOf(await send(filledIn(html, choice), { ...SAME, Cookie: before }))
  }

  test('says what was shown when the choice was made, not what is shown by then', async () => {
    const then = asking()
    const cookie = await chooseAway(then.noticeFor(null))
    const recorder = recorderOf([])
    const { consent, visitor, policy } = asking(REWORDED, { recorder })
    const [line = ''] = await consent.settle(visitor(cookie), PAGE)
    expect(policy.hash).not.toBe(then.policy.hash)
    expect(recorder.kept).toMatchObject([
      { policy: then.policy.hash, text: await wordsOf(), decisions: { statistics: 'granted', ads: 'granted' } },
    ])
    expect(visitor(pairOf(line)).choice).toMatchObject({ recorded: true })
    expect(pairOf(line)).not.toContain('unrecorded')
  })

  test('proves the words of what was asked alone, when only a part was', async () => {
    const before = cookieOf(await asking(withStatistics({ retention: { rule: 'indefinitely' } })).send('choice=accept'))
    const html = asking().noticeFor(before)
    const live = recorderOf([])
    await asking(ASKING, { recorder: live }).send(filledIn(html, 'accept'), { ...SAME, Cookie: before })
    const cookie = await chooseAway(html, 'accept', before)
    const late = recorderOf([])
    const { consent, visitor } = asking(ASKING, { recorder: late })
    await consent.settle(visitor(cookie), PAGE)
    expect(live.kept[0]?.text).toEqual(HASH)
    expect(live.kept[0]?.text).not.toBe(await wordsOf())
    expect(late.kept[0]?.text).toBe(live.kept[0]?.text)
  })

  test('knows no words that were not known then', async () => {
    const fields = filledIn(asking().noticeFor(null), 'accept')
    fields.set('how', 'api')
    const cookie = cookieOf(await asking(ASKING, { recorder: recorderOf([false]) }).send(fields))
    const recorder = recorderOf([])
    const { consent, visitor } = asking(ASKING, { recorder })
    await consent.settle(visitor(cookie), PAGE)
    expect(recorder.kept).toMatchObject([{ how: 'api', text: null }])
  })

  test('comes before that of a signal which the browser has sent since', async () => {
    const cookie = await chooseAway(asking().noticeFor(null))
    const recorder = recorderOf([])
    const { consent, visitor } = asking(ASKING, { recorder })
    const [line = ''] = await consent.settle(visitor(cookie, '1'), PAGE)
    await consent.settle(visitor(pairOf(line), '1'), PAGE)
    expect(recorder.kept).toMatchObject([
      { how: 'form', text: HASH, decisions: { ads: 'granted' } },
      { how: 'signal', text: null, decisions: { ads: 'refused', statistics: 'granted' } },
    ])
  })

  test('claims no yes to a practice that has changed meanwhile', async () => {
    const cookie = await chooseAway(asking().noticeFor(null))
    const recorder = recorderOf([])
    const { consent, visitor } = asking(withStatistics({ retention: { rule: 'indefinitely' } }), { recorder })
    await consent.settle(visitor(cookie), PAGE)
    expect(recorder.kept[0]?.decisions).toEqual({ ads: 'granted', suggestions: 'granted' })
  })

  test('is written once', async () => {
    const recorder = recorderOf([])
    const { consent, visitor } = asking(ASKING, { recorder })
    const [line = ''] = await consent.settle(visitor(await chooseAway(asking().noticeFor(null))), PAGE)
    expect(await consent.settle(visitor(pairOf(line)), PAGE)).toEqual([])
    expect(chosen(new Response(null, { headers: { 'Set-Cookie': line } }))).toMatchObject({ recorded: true })
    expect(recorder.kept).toHaveLength(1)
  })
})
