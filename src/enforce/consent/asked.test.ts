import { describe, expect, test } from 'vitest'
import { asking, cookieOf, withStatistics } from '../../../test/support/asking-consent.ts'
import { ASKING } from '../../../test/support/consent-declaration.ts'
import type { DeclarationInput } from '../../declare/index.ts'

describe('a visitor is asked', () => {
  test('nothing where there is nothing to decide', () => {
    const practices = { cart: ASKING.practices?.['cart'] } as DeclarationInput['practices']
    const only = { ...ASKING, practices, cookies: [], storage: [] } as DeclarationInput
    expect(asking(only).asks(null)).toBe(false)
  })

  test('once: not after any answer', async () => {
    const { send, asks } = asking()
    for (const choice of ['accept', 'refuse']) expect(asks(cookieOf(await send(`choice=${choice}`)))).toBe(false)
  })

  test('again only about what has changed, by name, and the rest stays as it was', async () => {
    const cookie = cookieOf(await asking().send('choice=accept'))
    const { noticeFor, visitor } = asking(withStatistics({ retention: { rule: 'indefinitely' } }))
    const html = noticeFor(cookie)
    expect(html).toContain('&quot;open&quot;:[&quot;statistics&quot;]')
    expect(html).toContain(
      '<p>Changed in <strong>Visit statistics</strong> since you chose: how long the data are kept. Now:</p><dl><div><dt>How long we keep them</dt><dd>Without limit: no end is set.</dd></div></dl>',
    )
    expect(html).toContain('Your other choices stay as they are.')
    expect(html).toContain('&quot;changed&quot;:[&quot;retention&quot;]')
    expect(html.match(/name="asked" value="([a-z]+):/g)).toHaveLength(1)
    expect(visitor(cookie).standing.get('ads')?.allowed).toBe(true)
  })

  test('not again where only the words have changed', async () => {
    const cookie = cookieOf(await asking().send('choice=accept'))
    expect(asking(withStatistics({ reason: 'Better words.' })).asks(cookie)).toBe(false)
  })
})
