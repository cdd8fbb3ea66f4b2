import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ASKING, mostAskingAt } from '../../../test/support/consent-declaration.ts'
import { policyOf } from '../../../test/support/policy-of.ts'
import { decodeChoice } from '../../codec/choice/index.ts'
import type { DeclarationInput } from '../../declare/index.ts'
import type { VisitorChoice } from '../../model/index.ts'
import { CONSENT_STYLE } from '../../publish/consent/index.ts'
import { choiceFlaw } from '../../store/choice-flaw.ts'
import { createDoor } from '../door/create-door.ts'
import { HEADLESS_SCRIPT, NOTICE_SCRIPT } from '../generated/consent-scripts.ts'
import type { ChoiceRecorder } from '../records/choice-recorder.ts'
import { type ConsentOptions, createConsent } from './index.ts'
import { returnPath } from './return-path.ts'

const SITE = 'https://shop.example'
const SAME = { 'Sec-Fetch-Site': 'same-origin' }
const NOW = new Date('2026-11-22T12:00:00.000Z')

/** Remembers what it was handed; away when told so. */
function recorderOf(answers: boolean[]): ChoiceRecorder & { readonly kept: VisitorChoice[] } {
  const kept: VisitorChoice[] = []
  return {
    kept,
    record: async choice => {
      const there = answers.shift() ?? true
      if (there) kept.push(choice)
      return there
    },
    close: async () => {},
  }
}

function asking(declaration: DeclarationInput = ASKING, options: Partial<ConsentOptions> = {}) {
  const policy = policyOf(declaration)
  const door = createDoor(policy)
  const consent = createConsent({ policy, door, now: () => NOW, ...options })
  const visitor = (cookie: string | null, gpc: string | null = null) => door.visitor(cookie, gpc)
  const send = async (fields: string | URLSearchParams, headers: Record<string, string> = SAME): Promise<Response> => {
    const request = new Request(`${SITE}/candor/choices`, {
      method: 'POST',
      body: String(fields),
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
    })
    const response = await consent.routes(request)
    if (response === null) throw new Error('not answered')
    return response
  }
  const get = async (path: string, headers: Record<string, string> = {}): Promise<Response> => {
    const response = await consent.routes(new Request(`${SITE}${path}`, { headers }))
    if (response === null) throw new Error('not answered')
    return response
  }
  return { policy, door, consent, visitor, send, get }
}

const choiceLine = (response: Response): string =>
  response.headers.getSetCookie().find(line => line.startsWith('__Host-candor=')) ?? ''
const cookieOf = (response: Response): string => choiceLine(response).split(';')[0] ?? ''
const chosen = (response: Response) => decodeChoice(cookieOf(response).slice('__Host-candor='.length))
const decisionsOf = (response: Response) =>
  Object.fromEntries(Object.entries(chosen(response)?.decisions ?? {}).map(([id, { decision }]) => [id, decision]))

const options = { language: 'en', url: `${SITE}/a?b=c` } as const

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
    const { send, consent, visitor } = asking()
    const html = consent.notice(visitor(null), options)?.html ?? ''
    const fields = new URLSearchParams({ choice: 'save', allow: 'statistics' })
    for (const [, value = ''] of html.matchAll(/name="asked" value="([^"]+)"/g)) fields.append('asked', value)
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
    const { send, consent, visitor } = asking(mostAskingAt(SITE), { recorder: recorderOf([]) })
    const html = consent.notice(visitor(null), options)?.html ?? ''
    const fields = new URLSearchParams({ choice: 'save', how: 'button' })
    for (const [, value = ''] of html.matchAll(/name="asked" value="([^"]+)"/g)) {
      fields.append('asked', value)
      fields.append('allow', value.split(':')[0] ?? '')
    }
    const line = choiceLine(await send(fields))
    expect(line.length).toBeLessThanOrEqual(4096)
    const standings = [...visitor(line.split(';')[0] ?? '').standing.values()]
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
  test('leads back to the page it was made on', async () => {
    const response = await asking().send(new URLSearchParams({ choice: 'refuse', return: '/shelf?page=2' }))
    expect([response.status, response.headers.get('Location')]).toEqual([303, '/shelf?page=2'])
  })

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

  test.each([
    'https://evil.example/',
    '//evil.example/',
    '/\\evil.example/',
    '/\t/evil.example/',
    '/%09//..//evil.example',
    '/.//evil.example/',
    'javascript:alert(1)',
    '\\\\evil.example',
    '/a\r\nSet-Cookie: x=1',
    `/${'a'.repeat(5000)}`,
    '',
  ])('never leads off the site: %j', async back => {
    const response = await asking().send(new URLSearchParams({ choice: 'refuse', return: back }))
    const location = response.headers.get('Location') ?? ''
    expect(new URL(location, SITE).origin).toBe(SITE)
    expect(location).toMatch(/^\/(?![/\\])[^\r\n\t]*$/)
    expect(response.headers.get('Set-Cookie')).not.toContain('x=1')
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

describe('whatever is sent', () => {
  test('is answered, and the cookie of it can be read again', async () => {
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

  test('a way back is one of this site', () => {
    const part = fc.constantFrom(
      '/',
      '\\\\',
      '.',
      '..',
      ':',
      '@',
      '?',
      '#',
      '%2f',
      '\t',
      '\n',
      'evil.example',
      'https:',
      ' ',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(part).map(parts => parts.join('')),
        ),
        wanted => {
          const path = returnPath(wanted)
          expect(path).toMatch(/^\/(?![/\\])[\x21-\x7e]*$/)
          expect(new URL(path, SITE).origin).toBe(SITE)
          expect(returnPath(path)).toBe(path)
        },
      ),
      { numRuns: 500 },
    )
  })
})

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

describe('a visitor is asked', () => {
  test('nothing where there is nothing to decide', () => {
    const practices = { cart: ASKING.practices?.['cart'] } as DeclarationInput['practices']
    const only = { ...ASKING, practices, cookies: [], storage: [] } as DeclarationInput
    const { consent, visitor } = asking(only)
    expect(consent.notice(visitor(null), options)).toBeNull()
  })

  test('once: not after any answer', async () => {
    const { send, consent, visitor } = asking()
    for (const choice of ['accept', 'refuse'])
      expect(consent.notice(visitor(cookieOf(await send(`choice=${choice}`))), options)).toBeNull()
  })

  test('again only about what has changed, by name, and the rest stays as it was', async () => {
    const cookie = cookieOf(await asking().send('choice=accept'))
    const practices = { ...ASKING.practices } as Record<string, object>
    practices['statistics'] = { ...practices['statistics'], retention: { rule: 'indefinitely' } }
    const { consent, visitor } = asking({ ...ASKING, practices } as DeclarationInput)
    const html = consent.notice(visitor(cookie), options)?.html ?? ''
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
    const practices = { ...ASKING.practices } as Record<string, object>
    practices['statistics'] = { ...practices['statistics'], reason: 'Better words.' }
    const { consent, visitor } = asking({ ...ASKING, practices } as DeclarationInput)
    expect(consent.notice(visitor(cookie), options)).toBeNull()
  })
})

describe('Global Privacy Control', () => {
  test('is an opt-out at once, and the notice says so', () => {
    const { consent, visitor } = asking()
    const html = consent.notice(visitor(null, '1'), options)?.html ?? ''
    expect(html).toContain('Your browser asks us not to sell or share your data: done.')
    expect(html).toMatch(/value="ads"[^>]*disabled/)
    expect(html).not.toMatch(/name="asked" value="ads:/)
  })

  test('is said to be heeded on every page, where there is nothing else to ask, too', () => {
    const { consent, visitor } = asking()
    expect(consent.reopener(visitor(null, '1'), options)?.html).toContain('Opt-out signal heeded')
    expect(consent.reopener(visitor(null), options)?.html).not.toContain('heeded</span>')
  })

  test('outweighs a form that says yes', async () => {
    const { send, visitor } = asking()
    const response = await send('choice=accept', { ...SAME, 'Sec-GPC': '1' })
    expect(decisionsOf(response)).toEqual({ statistics: 'granted', suggestions: 'granted' })
    expect(visitor(cookieOf(response), '1').standing.get('ads')).toEqual({ allowed: false, because: 'signal' })
  })

  test('is recorded as the signal it is, once', async () => {
    const recorder = recorderOf([])
    const { consent, visitor } = asking(ASKING, { recorder })
    const page = new Request(`${SITE}/`)
    const [line = ''] = await consent.settle(visitor(null, '1'), page)
    expect(recorder.kept).toMatchObject([{ how: 'signal', decisions: { ads: 'refused' }, site: 'shop.example' }])
    expect(await consent.settle(visitor(line.split(';')[0] ?? '', '1'), page)).toEqual([])
    expect(consent.notice(visitor(line.split(';')[0] ?? '', '1'), options)?.html).toContain(
      'You decide about your data',
    )
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

describe('the record', () => {
  test('says who by a random name, what, how, of which policy, and what was read', async () => {
    const recorder = recorderOf([])
    const { send, policy } = asking(ASKING, { recorder })
    const response = await send('choice=refuse&how=button&language=bg')
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
    const practices = { ...ASKING.practices } as Record<string, object>
    practices['statistics'] = { ...practices['statistics'], retention: { rule: 'indefinitely' } }
    const later = asking({ ...ASKING, practices } as DeclarationInput, { recorder })
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

  test('differs by the words that were read', async () => {
    const recorder = recorderOf([])
    const { send } = asking(ASKING, { recorder })
    for (const language of ['en', 'bg', 'en']) await send(`choice=accept&language=${language}`)
    const [english, bulgarian, again] = recorder.kept.map(({ text }) => text)
    expect(english).not.toBe(bulgarian)
    expect(english).toBe(again)
  })

  test('that cannot be kept lets no yes count, tells the visitor, and is tried again with the next page', async () => {
    const recorder = recorderOf([false, false, true])
    const { send, consent, visitor } = asking(ASKING, { recorder })
    const response = await send('choice=accept', { ...SAME, Accept: 'application/json' })
    expect(await response.clone().json()).toMatchObject({ said: expect.stringContaining('cannot be recorded') })
    const cookie = cookieOf(response)
    expect(visitor(cookie).standing.get('ads')).toEqual({ allowed: false, because: 'unrecorded' })
    expect(consent.notice(visitor(cookie), options)).toBeNull()
    const page = new Request(`${SITE}/`)
    expect(await consent.settle(visitor(cookie), page)).toEqual([])
    const [line = ''] = await consent.settle(visitor(cookie), page)
    expect(visitor(line.split(';')[0] ?? '').standing.get('ads')).toEqual({ allowed: true, because: 'granted' })
    expect(recorder.kept).toMatchObject([{ at: NOW.toISOString(), subject: chosen(response)?.subject }])
  })
})

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
    const { consent, visitor } = asking()
    const english = consent.notice(visitor(null), options)?.html
    const bulgarian = consent.notice(visitor(null), { language: 'bg', url: `${SITE}/other` })?.html
    expect(english).toContain('name="return" value="/a?b=c"')
    expect(bulgarian).toContain('name="return" value="/other"')
    expect(bulgarian).toContain('Отказвам всичко')
    expect(consent.notice(visitor(null, '1'), options)?.html).not.toBe(english)
    expect(consent.notice(visitor(null), options)?.html).toBe(english)
  })

  test('is allowed by hashes, or by the nonce of the page', () => {
    const { consent, visitor } = asking()
    const { csp } = consent.notice(visitor(null), options) ?? {}
    expect(csp?.script).toEqual([expect.stringMatching(/^'sha256-[A-Za-z0-9+/]{43}='$/)])
    expect(csp?.style).toEqual([expect.stringMatching(/^'sha256-[A-Za-z0-9+/]{43}='$/)])
    const piece = consent.notice(visitor(null), { ...options, nonce: 'abc' })
    expect(piece?.csp).toMatchObject({ script: ["'nonce-abc'"], style: ["'nonce-abc'"] })
    expect(piece?.html).toContain('<script nonce="abc">')
  })

  test('needs no inline style and no inline handler', () => {
    const { consent, visitor } = asking()
    expect(consent.notice(visitor(null), options)?.html.replace(/<(script|style)[^>]*>.*?<\/\1>/gs, '')).not.toMatch(
      /<[^>]* (style|on[a-z]+)=/,
    )
  })

  test('offers refusal first, and as large as consent', () => {
    const { consent, visitor } = asking()
    const buttons = [
      ...(consent.notice(visitor(null), options)?.html ?? '').matchAll(
        /<button class="candor-button[^>]*value="(\w+)"/g,
      ),
    ]
    expect(buttons.map(([, value]) => value)).toEqual(['refuse', 'accept', 'save'])
  })

  test('can leave its script to a file that is kept for ever', async () => {
    const { consent, visitor, get } = asking(ASKING, { script: 'file' })
    const piece = consent.reopener(visitor(null), options)
    const [, src = ''] = /<script src="([^"]+)"/.exec(piece?.html ?? '') ?? []
    expect(piece?.csp.script).toEqual([`${SITE}${src}`])
    expect((await get(src)).headers.get('Cache-Control')).toContain('immutable')
  })

  test('what the site and its visitor say is text there', () => {
    const { consent, visitor } = asking({
      ...ASKING,
      site: { ...ASKING.site, name: '</div><script>alert(1)</script>' } as DeclarationInput['site'],
    })
    const evil = `${SITE}/"><script>alert(2)</script>?'"><img src=x>`
    const html = consent.notice(visitor(null), { ...options, url: evil })?.html ?? ''
    expect(html).not.toMatch(/<script>alert|<img/)
  })
})

describe('the page of choices', () => {
  test('runs no script, and no other page can frame it', async () => {
    const response = await asking().get('/candor/choices')
    const policy = response.headers.get('Content-Security-Policy')
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(await response.text()).not.toContain('<script')
  })

  test.each(['"><script>alert(1)</script>', "javascript:alert('x')", '//evil.example'])(
    'never repeats what an address says as markup: %s',
    async evil => {
      const query = new URLSearchParams({ return: evil, language: evil, outcome: evil, part: evil })
      const html = await (await asking().get(`/candor/choices?${query}`)).text()
      expect(html).not.toMatch(/<script|javascript:|\/\/evil/)
    },
  )

  test('speaks the language asked for, else the browser’s, else the site’s first', async () => {
    const { get } = asking()
    const said = async (path: string, headers = {}) => (await get(path, headers)).headers.get('Content-Language')
    expect(await said('/candor/choices?language=bg', { 'Accept-Language': 'en' })).toBe('bg')
    expect(await said('/candor/choices', { 'Accept-Language': 'bg-BG' })).toBe('bg')
    expect(await said('/candor/choices?language=xx')).toBe('en')
  })

  test('is data for who asks for data', async () => {
    const response = await asking().get('/candor/choices', { Accept: 'application/json' })
    expect(await response.json()).toMatchObject({
      state: { practices: { statistics: { allowed: false, because: 'not-asked' } } },
    })
  })

  test('answers other methods with those it knows, and leaves other paths to the site', async () => {
    const { consent } = asking()
    const put = await consent.routes(new Request(`${SITE}/candor/choices`, { method: 'PUT' }))
    expect([put?.status, put?.headers.get('Allow')]).toEqual([405, 'GET, HEAD, POST'])
    for (const path of ['/', '/candor', '/candor/health', '/candor/choices/x', '/candor/__proto__'])
      expect(await consent.routes(new Request(SITE + path))).toBeNull()
  })
})
