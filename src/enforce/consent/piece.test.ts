import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { asking, cookieOf, ON_A_PAGE, SITE } from '../../../test/support/asking-consent.ts'
import { ASKING } from '../../../test/support/consent-declaration.ts'
import type { DeclarationInput } from '../../declare/index.ts'
import { CONSENT_STYLE } from '../../publish/consent/index.ts'
import { HEADLESS_SCRIPT, NOTICE_SCRIPT } from '../generated/consent-scripts.ts'

describe('what goes into a page', () => {
  const zipped = (text: string) => gzipSync(text, { level: 9 }).length

  test('has at most 6 KB of script and style, and at most 3 KB of script without a notice', () => {
    expect(zipped(NOTICE_SCRIPT) + zipped(CONSENT_STYLE)).toBeLessThanOrEqual(6 * 1024)
    expect(zipped(HEADLESS_SCRIPT)).toBeLessThanOrEqual(3 * 1024)
  })

  test('has script and style that say the same in every encoding, as their hashes do', () => {
    expect(NOTICE_SCRIPT + HEADLESS_SCRIPT + CONSENT_STYLE).toMatch(/^[\n\x20-\x7e]+$/)
    expect(NOTICE_SCRIPT).not.toMatch(/<\/script|<!--/i)
  })

  test('is that of the visitor, their language and their page', () => {
    const { noticeFor } = asking()
    const english = noticeFor(null)
    const bulgarian = noticeFor(null, null, { language: 'bg', url: `${SITE}/other?c="d"` })
    expect(english).toContain('name="return" value="/a?b=c"')
    expect(bulgarian).toContain('name="return" value="/other?c=%22d%22"')
    expect(bulgarian).toContain('Отказвам всичко')
    expect(noticeFor(null, '1')).not.toBe(english)
    expect(noticeFor(null)).toBe(english)
  })

  test('is the very same on all pages where it is long, and comes back to each of them', () => {
    const { consent, visitor } = asking()
    const one = consent.notice(visitor(null), ON_A_PAGE)
    const other = consent.notice(visitor(null), { language: 'en', url: `${SITE}/other` })
    expect(one?.html).toBe(one?.parts.join(''))
    expect(other?.parts[0]).toBe(one?.parts[0])
    expect(other?.parts[2]).toBe(one?.parts[2])
    expect(other?.html).toContain('name="return" value="/other"')
  })

  test('is not decided for others by a visitor whose cookie was tampered with', async () => {
    const cookie = cookieOf(await asking().send('choice=refuse'))
    const tampered = cookie.replace(/\d{4}-/, 'year-')
    const { consent, visitor } = asking()
    const reopener = () => consent.reopener(visitor(cookie), ON_A_PAGE)
    const before = reopener()
    expect(before?.html).not.toContain('id="candor-bar"')
    expect(consent.notice(visitor(tampered), ON_A_PAGE)?.html).toContain('id="candor-bar"')
    expect(reopener()).toEqual(before)
    expect(asking().consent.reopener(visitor(cookie), ON_A_PAGE)).toEqual(before)
  })

  test('is allowed by hashes, or by the nonce of the page, which is for one answer only', () => {
    const { consent, visitor, noticeFor } = asking()
    const { csp } = consent.notice(visitor(null), ON_A_PAGE) ?? {}
    expect(csp?.script).toEqual([expect.stringMatching(/^'sha256-[A-Za-z0-9+/]{43}='$/)])
    expect(csp?.style).toEqual([expect.stringMatching(/^'sha256-[A-Za-z0-9+/]{43}='$/)])
    const piece = consent.notice(visitor(null), { ...ON_A_PAGE, nonce: 'abc' })
    expect(piece?.csp).toMatchObject({ script: ["'nonce-abc'"], style: ["'nonce-abc'"] })
    expect(piece?.html).toContain('<script nonce="abc">')
    const next = noticeFor(null, null, { ...ON_A_PAGE, nonce: 'def' })
    expect(next).toContain('<script nonce="def">')
    expect(next).not.toContain('abc')
  })

  test('needs no inline style and no inline handler', () => {
    const markup = asking()
      .noticeFor(null)
      .replace(/<(script|style)[^>]*>.*?<\/\1>/gs, '')
    expect(markup).not.toMatch(/<[^>]* (style|on[a-z]+)=/)
  })

  test('offers refusal first, and as large as consent', () => {
    const html = asking().noticeFor(null)
    const buttons = [...html.matchAll(/<button class="candor-button[^>]*value="(\w+)"/g)]
    expect(buttons.map(([, value]) => value)).toEqual(['refuse', 'accept', 'save'])
  })

  test('can leave its script to a file that is kept for ever', async () => {
    const { consent, visitor, get } = asking(ASKING, { script: 'file' })
    const piece = consent.reopener(visitor(null), ON_A_PAGE)
    const [, src = ''] = /<script src="([^"]+)"/.exec(piece?.html ?? '') ?? []
    expect(piece?.csp.script).toEqual([`${SITE}${src}`])
    expect((await get(src)).headers.get('Cache-Control')).toContain('immutable')
  })

  test('what the site and its visitor say is text there', () => {
    const site = { ...ASKING.site, name: '</div><script>alert(1)</script>' } as DeclarationInput['site']
    const url = `${SITE}/"><script>alert(2)</script>?'"><img src=x>`
    const html = asking({ ...ASKING, site }).noticeFor(null, null, { language: 'en', url })
    expect(html).not.toMatch(/<script>alert|<img/)
  })
})
