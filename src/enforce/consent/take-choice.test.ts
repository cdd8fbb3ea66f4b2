import { describe, expect, test } from 'vitest'
import {
  askedIn,
  asking,
  choiceLine,
  chosen,
  cookieOf,
  decisionsOf,
  pairOf,
  recorderOf,
  SAME,
  SITE,
} from '../../../test/support/asking-consent.ts'
import { mostAskingAt } from '../../../test/support/consent-declaration.ts'

describe('a choice', () => {
  test('is kept in a cookie that the server sets for a year, out of reach of scripts and of other hosts', async () => {
    const response = await asking().send('choice=accept')
    expect(choiceLine(response).split('; ').slice(1)).toEqual([
      'Max-Age=31536000',
      'Path=/',
      'Secure',
      'HttpOnly',
      'SameSite=Lax',
    ])
    expect(choiceLine(response)).not.toContain('Domain')
  })

  test('names nobody where no record is kept', async () => {
    expect(chosen(await asking().send('choice=accept'))).toMatchObject({ subject: null, recorded: true, how: 'form' })
  })

  test.each([
    ['accept', { statistics: 'granted', ads: 'granted', suggestions: 'granted' }],
    ['refuse', { statistics: 'refused', ads: 'refused', suggestions: 'refused' }],
  ])('to %s all decides on all that there is to decide, and on nothing else', async (choice, decisions) => {
    expect(decisionsOf(await asking().send(`choice=${choice}`))).toEqual(decisions)
  })

  test('one by one grants what is switched on and refuses the rest of what was asked', async () => {
    const { send, noticeFor } = asking()
    const fields = new URLSearchParams({ choice: 'save', allow: 'statistics' })
    for (const value of askedIn(noticeFor(null))) fields.append('asked', value)
    expect(decisionsOf(await send(fields))).toEqual({ statistics: 'granted', ads: 'refused', suggestions: 'refused' })
  })

  test('on one practice keeps the decisions on the others', async () => {
    const { send, visitor } = asking()
    const cookie = cookieOf(await send('choice=accept'))
    const { digest } = visitor(cookie).choice?.decisions['ads'] ?? { digest: '' }
    const after = await send(`choice=save&asked=ads:${digest}`, { ...SAME, Cookie: cookie })
    expect(decisionsOf(after)).toEqual({ statistics: 'granted', ads: 'refused', suggestions: 'granted' })
  })

  test('never decides on a practice that is not declared, nor on one without a choice', async () => {
    const { send } = asking()
    const response = await send(
      'choice=save&asked=cart:00000000&asked=evil:00000000&asked=__proto__:00000000&allow=cart',
    )
    expect(decisionsOf(response)).toEqual({})
  })

  test('a yes to a form that has been overtaken by another policy counts for nothing', async () => {
    const { send, visitor } = asking()
    const cookie = cookieOf(await send('choice=accept&asked=ads:deadbeef'))
    expect(visitor(cookie).standing.get('ads')).toEqual({ allowed: false, because: 'changed' })
    expect(visitor(cookie).choice?.decisions['ads']).toEqual({ decision: 'granted', digest: 'deadbeef' })
  })

  test('on as many practices as a declaration may have is kept by browsers, and stands', async () => {
    const { send, noticeFor, visitor } = asking(mostAskingAt(SITE), { recorder: recorderOf([]) })
    const fields = new URLSearchParams({ choice: 'save', how: 'button' })
    for (const value of askedIn(noticeFor(null))) {
      fields.append('asked', value)
      fields.append('allow', value.split(':')[0] ?? '')
    }
    const line = choiceLine(await send(fields))
    expect(line.length).toBeLessThanOrEqual(4096)
    const standings = [...visitor(pairOf(line)).standing.values()]
    expect(standings).toEqual(standings.map(() => ({ allowed: true, because: 'granted' })))
    expect(standings).toHaveLength(160)
  })

  test('takes back at once the cookies of what it refuses', async () => {
    const response = await asking().send('choice=refuse', { ...SAME, Cookie: '_ad=1; cart=2' })
    const expired = response.headers
      .getSetCookie()
      .filter(line => line.startsWith('_ad=') && /Max-Age=0|1970/.test(line))
    expect(expired.length).toBeGreaterThan(0)
    expect(response.headers.getSetCookie().filter(line => line.startsWith('cart='))).toEqual([])
  })
})

describe('the answer to a choice', () => {
  test('says on the page of choices what came of it', async () => {
    const { send, get } = asking()
    const response = await send(
      new URLSearchParams({ choice: 'refuse', return: '/candor/choices?language=bg&return=%2Fx' }),
    )
    const location = response.headers.get('Location') ?? ''
    expect(location).toBe('/candor/choices?language=bg&return=%2Fx&outcome=saved')
    expect(await (await get(location)).text()).toContain('Изборът ви е запазен.')
  })

  test('made on the page of choices says there what came of it, and how to get back, however long the way', async () => {
    const { send, get } = asking()
    const from = `/${encodeURIComponent('ж'.repeat(300))}`
    const page = await (await get(`/candor/choices?${new URLSearchParams({ return: from })}`)).text()
    const [, back = ''] = /name="return" value="([^"]+)"/.exec(page) ?? []
    const response = await send(new URLSearchParams({ choice: 'refuse', return: back.replaceAll('&amp;', '&') }))
    const after = await (await get(response.headers.get('Location') ?? '')).text()
    expect(after).toContain('Your choices are saved.')
    expect(after).toContain(`<a href="${from}">Back to the page</a>`)
  })

  test('is data for a script that asks for data', async () => {
    const response = await asking().send('choice=save&asked=ads:deadbeef', { ...SAME, Accept: 'application/json' })
    expect(await response.json()).toMatchObject({
      said: 'Your choices are saved.',
      state: {
        base: '/candor',
        signal: false,
        practices: { cart: { allowed: true, because: 'necessary' }, ads: { allowed: false } },
      },
    })
  })

  test('is kept by no cache', async () => {
    const { send, get } = asking()
    for (const response of [await send('choice=refuse'), await get('/candor/choices')])
      expect(response.headers.get('Cache-Control')).toBe('private, no-store')
  })
})
