import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { asking, chosen, SAME, SITE } from '../../../test/support/asking-consent.ts'

describe('nothing is changed by', () => {
  test.each([
    ['a page of another site', { 'Sec-Fetch-Site': 'cross-site', Origin: 'https://evil.example' }],
    ['a page of a sister site', { 'Sec-Fetch-Site': 'same-site', Origin: 'https://blog.shop.example' }],
    ['an older browser on a page of another site', { Origin: 'https://evil.example' }],
    ['a page that hides where it is', { Origin: 'null' }],
    ['one that says nothing of where it comes from', {}],
    ['one whose address only begins like ours', { Origin: 'https://shop.example.evil.example' }],
  ])('%s', async (_, headers) => {
    const response = await asking().send('choice=accept', headers as Record<string, string>)
    expect(response.status).toBe(403)
    expect(response.headers.getSetCookie()).toEqual([])
    expect(await response.text()).toContain('Nothing was changed')
  })

  test('but an older browser on our own page is heard, and one behind a proxy that takes the encryption off', async () => {
    expect((await asking().send('choice=accept', { Origin: SITE })).status).toBe(303)
    expect((await asking().send('choice=accept', { Origin: 'http://shop.example' })).status).toBe(303)
    expect((await asking().send('choice=accept', { Referer: `${SITE}/page` })).status).toBe(303)
  })

  test.each([
    ['no choice', 'asked=ads:deadbeef'],
    ['another choice', 'choice=everything'],
    ['a saving of nothing that was asked', 'choice=save&allow=ads'],
    ['a body without end', `choice=accept&x=${'x'.repeat(70_000)}`],
    ['fields without end', `choice=accept${'&a=1'.repeat(1001)}`],
  ])('%s', async (_, body) => {
    const response = await asking().send(body)
    expect(response.status).toBe(400)
    expect(response.headers.getSetCookie()).toEqual([])
  })

  test('a form of another kind', async () => {
    const response = await asking().send('choice=accept', { ...SAME, 'Content-Type': 'text/plain' })
    expect(response.status).toBe(400)
  })
})

test('whatever is sent is answered, and the cookie of it can be read again', async () => {
  const { send } = asking()
  const field = fc.tuple(
    fc.oneof(fc.constantFrom('choice', 'asked', 'allow', 'how', 'language', 'return'), fc.string()),
    fc.oneof(fc.constantFrom('accept', 'save', 'ads:deadbeef', 'ads', 'bg', '/x'), fc.string({ unit: 'binary' })),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(field, { maxLength: 12 }), fc.string({ unit: 'binary' }), async (fields, cookie) => {
      const header = cookie.replace(/[^\x20-\x7e]/g, '')
      const response = await send(new URLSearchParams(fields), { ...SAME, Cookie: `__Host-candor=${header}` })
      expect([303, 400]).toContain(response.status)
      if (response.status === 303) expect(chosen(response)).not.toBeNull()
    }),
    { numRuns: 150 },
  )
})
