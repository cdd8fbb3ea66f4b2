import { describe, expect, test } from 'vitest'
import {
  asking,
  chosen,
  cookieOf,
  decisionsOf,
  filledIn,
  NOW,
  ON_A_PAGE,
  pairOf,
  recorderOf,
  SAME,
  SITE,
  withStatistics,
} from '../../../test/support/asking-consent.ts'
import { ASKING } from '../../../test/support/consent-declaration.ts'
import type { DeclarationInput } from '../../declare/index.ts'
import { choiceFlaw } from '../../store/choice-flaw.ts'

describe('the record', () => {
  test('says who by a random name, what, how, of which policy, and what was read', async () => {
    const recorder = recorderOf([])
    const { send, policy, noticeFor } = asking(ASKING, { recorder })
    const fields = filledIn(noticeFor(null, null, { ...ON_A_PAGE, language: 'bg' }), 'refuse')
    const response = await send(new URLSearchParams([...fields, ['how', 'button']]))
    expect(recorder.kept).toEqual([
      {
        site: 'shop.example',
        subject: expect.stringMatching(/^[A-Za-z0-9_-]{22}$/),
        decisions: { statistics: 'refused', ads: 'refused', suggestions: 'refused' },
        policy: policy.hash,
        language: 'bg',
        text: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
        how: 'button',
        at: NOW.toISOString(),
      },
    ])
    expect(chosen(response)?.subject).toBe(recorder.kept[0]?.subject)
  })

  test('is of the same visitor when they change their mind', async () => {
    const recorder = recorderOf([])
    const { send } = asking(ASKING, { recorder })
    const cookie = cookieOf(await send('choice=accept'))
    await send('choice=refuse', { ...SAME, Cookie: cookie })
    expect(new Set(recorder.kept.map(({ subject }) => subject)).size).toBe(1)
  })

  test('claims no yes to a practice that is no longer what the visitor said yes to', async () => {
    const recorder = recorderOf([])
    const cookie = cookieOf(await asking().send('choice=accept'))
    const later = asking(withStatistics({ retention: { rule: 'indefinitely' } }), { recorder })
    const { digest = '' } = later.visitor(cookie).choice?.decisions['ads'] ?? {}
    const response = await later.send(`choice=save&asked=ads:${digest}`, { ...SAME, Cookie: cookie })
    expect(recorder.kept).toMatchObject([
      { policy: later.policy.hash, decisions: { ads: 'refused', suggestions: 'granted' } },
    ])
    expect(recorder.kept[0]?.decisions).not.toHaveProperty('statistics')
    expect(decisionsOf(response)).toEqual({ statistics: 'granted', ads: 'refused', suggestions: 'granted' })
  })

  test('is of a shape that the store keeps, however many practices there are', async () => {
    const recorder = recorderOf([])
    const { statistics } = ASKING.practices as Record<string, object>
    const many = Array.from({ length: 250 }, (_, at) => [`p${at}`, statistics])
    const practices = Object.fromEntries(many) as DeclarationInput['practices']
    await asking({ ...ASKING, practices, cookies: [], storage: [] }, { recorder }).send('choice=accept')
    expect(recorder.kept.map(choiceFlaw)).toEqual([null])
    expect(Object.keys(recorder.kept[0]?.decisions ?? {})).toHaveLength(250)
  })

  test('that cannot be kept lets no yes count, tells the visitor, and is tried again with the next page', async () => {
    const recorder = recorderOf([false, false, true])
    const { send, consent, visitor, asks } = asking(ASKING, { recorder })
    const response = await send('choice=accept', { ...SAME, Accept: 'application/json' })
    expect(await response.clone().json()).toMatchObject({ said: expect.stringContaining('cannot be recorded') })
    const cookie = cookieOf(response)
    expect(visitor(cookie).standing.get('ads')).toEqual({ allowed: false, because: 'unrecorded' })
    expect(asks(cookie)).toBe(false)
    const page = new Request(`${SITE}/`)
    expect(await consent.settle(visitor(cookie), page)).toEqual([])
    const [line = ''] = await consent.settle(visitor(cookie), page)
    expect(visitor(pairOf(line)).standing.get('ads')).toEqual({ allowed: true, because: 'granted' })
    expect(recorder.kept).toMatchObject([{ at: NOW.toISOString(), subject: chosen(response)?.subject }])
  })
})
