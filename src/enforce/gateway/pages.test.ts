import { once } from 'node:events'
import { type IncomingMessage, type OutgoingHttpHeaders, type RequestListener, request } from 'node:http'
import {
  brotliCompressSync,
  brotliDecompressSync,
  deflateRawSync,
  deflateSync,
  gunzipSync,
  gzipSync,
  inflateSync,
} from 'node:zlib'
import { afterEach, describe, expect, test, vi } from 'vitest'
import {
  type Behind,
  enforcementOf,
  type Standing,
  startGateway,
  startSite,
  stopAll,
} from '../../../test/support/gateway.ts'
import { ASKING } from '../../../test/support/gateway-declaration.ts'
import { policyOf, SOUND } from '../../../test/support/policy-of.ts'
import { CHOICE_COOKIE, encodeChoice } from '../../codec/choice/index.ts'
import { consentTerms } from '../../compile/index.ts'
import type { Decision } from '../../model/index.ts'
import type { Enforcement, GatewayOptions } from './options.ts'

const POLICY = policyOf(ASKING)
const TRACKER = '<script src="https://stats.example/s.js"></script>'
const PAGE = `<!doctype html><title>Ж</title>${TRACKER}<body class=x><p>Hello</p></body>`

let sites: Behind[] = []
let gateways: Standing[] = []
afterEach(async () => {
  await stopAll(gateways, sites)
  sites = []
  gateways = []
})

async function before(listener: RequestListener, options: Partial<GatewayOptions> = {}): Promise<Standing> {
  const behind = await startSite(listener)
  sites.push(behind)
  const enforcement = enforcementOf(POLICY)
  const standing = await startGateway({ to: behind.url, current: () => enforcement, ...options })
  gateways.push(standing)
  return standing
}

interface Got {
  readonly status: number
  readonly headers: IncomingMessage['headers']
  readonly body: Buffer
  readonly text: string
}

async function ask(
  { port }: Standing,
  headers: OutgoingHttpHeaders = {},
  options: { method?: string; path?: string; body?: string } = {},
): Promise<Got> {
  const { method = 'GET', path = '/', body = '' } = options
  const asked = request({ port, host: '127.0.0.1', method, path, headers: { Host: 'shop.example', ...headers } })
  asked.end(body)
  const [answer] = (await once(asked, 'response')) as [IncomingMessage]
  const pieces: Buffer[] = []
  for await (const piece of answer) pieces.push(piece as Buffer)
  const whole = Buffer.concat(pieces)
  return { status: answer.statusCode ?? 0, headers: answer.headers, body: whole, text: whole.toString() }
}

const html: (body?: string | Buffer, headers?: OutgoingHttpHeaders) => RequestListener =
  (body = PAGE, headers = {}) =>
  (_, response) =>
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', ...headers }).end(body)

const DIGEST = consentTerms(POLICY).find(({ practice }) => practice === 'statistics')?.digest ?? ''

/** The cookie of a visitor who decided so, about the practice as it is or as it was. */
function chose(decision: Decision, digest: string = DIGEST): OutgoingHttpHeaders {
  const choice = {
    subject: null,
    at: '2026-11-22T12:00:00.000Z',
    how: 'button',
    language: 'en',
    recorded: true,
    decisions: { statistics: { decision, digest } },
  } as const
  return { Cookie: `${CHOICE_COOKIE}=${encodeChoice(choice)}` }
}

const NOTICE = 'id="candor-ui"'

describe('a page', () => {
  test('asks who was not asked, right after its body begins, and holds what they have not allowed', async () => {
    const got = await ask(await before(html()))
    expect(got.text).toMatch(/<body class=x><[^>]*id="candor-ui"/)
    expect(got.text).toContain(
      '<script data-candor-practice="statistics" type="text/plain" data-candor-src="https://stats.example/s.js">',
    )
    expect(got.text.startsWith('<!doctype html><title>Ж</title>')).toBe(true)
    expect(got.text.endsWith('<p>Hello</p></body>')).toBe(true)
  })

  test('is written so that every encoding reads it: what is put in is ASCII', async () => {
    const got = await ask(await before(html('<body>')), { 'Accept-Language': 'bg' })
    expect(got.text).toContain(NOTICE)
    expect(got.text).toMatch(/^[\0-\x7f]*$/)
    for (const [, inside = ''] of got.text.matchAll(/<(?:script|style)[^>]*>([^]*?)<\/(?:script|style)>/g))
      expect(inside).not.toContain('&#')
  })

  test('does not ask again who said yes, and holds nothing back from them', async () => {
    const got = await ask(await before(html()), chose('granted'))
    expect(got.text).toContain('<script data-candor-practice="statistics" src="https://stats.example/s.js"></script>')
    expect(got.text).not.toContain('<form')
  })

  test('holds what was refused', async () => {
    const got = await ask(await before(html()), chose('refused'))
    expect(got.text).not.toContain(TRACKER)
    expect(got.text).not.toContain('<form')
  })

  test.each([
    ['gzip', gzipSync, gunzipSync],
    ['br', brotliCompressSync, brotliDecompressSync],
    ['deflate', deflateSync, inflateSync],
    ['deflate', deflateRawSync, inflateSync],
  ] as const)('stays compressed: %s', async (coding, compress, open) => {
    const standing = await before(html(compress(PAGE), { 'Content-Encoding': coding }))
    const got = await ask(standing, { 'Accept-Encoding': 'gzip, deflate, br, zstd' })
    expect(got.headers['content-encoding']).toBe(coding)
    expect(open(got.body).toString()).toContain(NOTICE)
  })

  test('goes plain to who did not ask for its coding', async () => {
    const got = await ask(await before(html(gzipSync(PAGE), { 'Content-Encoding': 'gzip' })))
    expect(got.headers).not.toHaveProperty('content-encoding')
    expect(got.text).toContain(NOTICE)
  })

  test('is asked for only in codings that can be looked into; anything else in all', async () => {
    const seen: unknown[] = []
    const standing = await before((asked, response) => {
      seen.push(asked.headers['accept-encoding'])
      html()(asked, response)
    })
    await ask(standing, { 'Accept-Encoding': 'gzip, br;q=0.9, zstd' })
    await ask(standing, { 'Accept-Encoding': 'zstd' })
    await ask(standing, { 'Accept-Encoding': 'gzip, zstd', 'Sec-Fetch-Dest': 'script' })
    expect(seen).toEqual(['gzip, br;q=0.9', undefined, 'gzip, zstd'])
  })

  test('comes piece by piece when it is compressed too', async () => {
    const standing = await before((_, response) => {
      response.writeHead(200, { 'Content-Type': 'text/html' })
      response.write(PAGE)
    })
    const asked = request({ port: standing.port, host: '127.0.0.1', headers: { Host: 'shop.example' } }).end()
    const [answer] = (await once(asked, 'response')) as [IncomingMessage]
    const [piece] = (await once(answer, 'data')) as [Buffer]
    expect(piece.length).toBeGreaterThan(0)
    asked.destroy()
  })

  test('that broke off behind is broken off here', async () => {
    const standing = await before((_, response) => {
      response.writeHead(200, { 'Content-Type': 'text/html', 'Content-Encoding': 'gzip' })
      response.end(gzipSync(PAGE).subarray(0, 60))
    })
    await expect(ask(standing, { 'Accept-Encoding': 'gzip' })).rejects.toThrow()
  })

  test('has the same head whether its body is asked for or not', async () => {
    const standing = await before((asked, response) => {
      response.writeHead(200, { 'Content-Type': 'text/html', 'Content-Length': PAGE.length, ETag: '"1"' })
      response.end(asked.method === 'HEAD' ? '' : 'x'.repeat(PAGE.length))
    })
    const [{ headers: head }, { headers: whole }] = [await ask(standing, {}, { method: 'HEAD' }), await ask(standing)]
    expect(head['content-length']).toBeUndefined()
    for (const name of ['etag', 'cache-control', 'vary', 'content-type']) expect(head[name]).toBe(whole[name])
  })
})

describe('what is no page of its own', () => {
  test.each([
    ['a script', { 'Content-Type': 'text/javascript' }, {}],
    ['a download', { 'Content-Type': 'text/html', 'Content-Disposition': 'attachment; filename=a.html' }, {}],
    ['text', { 'Content-Type': 'text/plain' }, {}],
  ])('passes as it is: %s', async (_, headers, asking) => {
    const etag = { ETag: '"1"', 'Cache-Control': 'public, max-age=60' }
    const got = await ask(await before(html(PAGE, { ...headers, ...etag })), asking)
    expect(got.text).toBe(PAGE)
    expect(got.headers).toMatchObject({ etag: '"1"', 'cache-control': 'public, max-age=60' })
  })

  test.each([
    ['a frame', { 'Sec-Fetch-Dest': 'iframe' }],
    ['what a script fetches', { 'Sec-Fetch-Dest': 'empty' }],
    ['what a script of old fetches', { 'X-Requested-With': 'XMLHttpRequest' }],
  ])('gets no notice, but nothing runs in it that is not allowed: %s', async (_, headers) => {
    const got = await ask(await before(html()), headers)
    expect(got.text).not.toContain(NOTICE)
    expect(got.text).toContain('data-candor-src')
  })

  test('a site that has nothing to ask stays as it is', async () => {
    const enforcement = enforcementOf(policyOf(SOUND))
    const standing = await before(html(PAGE, { ETag: '"1"' }), { current: () => enforcement })
    const got = await ask(standing)
    expect(got.text).toBe(PAGE)
    expect(got.headers.etag).toBe('"1"')
  })
})

describe('caches', () => {
  const lasting = {
    ETag: '"v1"',
    'Cache-Control': 'public, max-age=3600, s-maxage=99',
    'Content-MD5': 'x',
    'Accept-Ranges': 'bytes',
  }

  test('none that is shared keeps a page, and a browser asks before it shows it again', async () => {
    const { headers } = await ask(await before(html(PAGE, { ...lasting, Vary: 'Accept-Encoding, cookie' })))
    expect(headers['cache-control']).toBe('private, no-cache')
    expect(headers.vary).toBe('Accept-Encoding, cookie, Sec-GPC, Accept-Language')
    expect(headers.etag).toMatch(/^W\/"v1~candor-[0-9a-f]{8}"$/)
    for (const name of ['content-md5', 'accept-ranges', 'content-length', 'last-modified'])
      expect(headers).not.toHaveProperty(name)
  })

  test('what no cache may keep at all stays so', async () => {
    const { headers } = await ask(await before(html(PAGE, { 'Cache-Control': 'max-age=0, no-store' })))
    expect(headers['cache-control']).toBe('no-store')
  })

  test('a kept page is still good while nothing has changed for its visitor, and not after a choice', async () => {
    const seen: unknown[] = []
    const standing = await before((asked, response) => {
      seen.push(asked.headers['if-none-match'])
      if (asked.headers['if-none-match'] === 'W/"v1"') response.writeHead(304, { ETag: '"v1"' }).end()
      else html(PAGE, lasting)(asked, response)
    })
    const { headers } = await ask(standing)
    const kept = { 'If-None-Match': headers.etag }
    const again = await ask(standing, kept)
    expect(again.status).toBe(304)
    expect(again.headers.etag).toBe(headers.etag)
    expect(again.headers['cache-control']).toBe('private, no-cache')
    const afterwards = await ask(standing, { ...kept, ...chose('granted') })
    expect(afterwards.status).toBe(200)
    expect(afterwards.headers.etag).not.toBe(headers.etag)
    expect((await ask(standing, { ...kept, 'Sec-GPC': '1' })).status).toBe(200)
    expect(seen).toEqual([undefined, 'W/"v1"', undefined, undefined])
  })

  test('a kept page that asks again is not shown to who has answered, though they refuse now as they did then', async () => {
    const standing = await before((asked, response) => {
      if (asked.headers['if-none-match'] === 'W/"v1"') response.writeHead(304, { ETag: '"v1"' }).end()
      else html(PAGE, lasting)(asked, response)
    })
    const asking = await ask(standing, chose('refused', '00000000'))
    expect(asking.text).toContain('id="candor-bar"')
    const answered = await ask(standing, { 'If-None-Match': asking.headers.etag, ...chose('refused') })
    expect(answered.status).toBe(200)
    expect(answered.text).not.toContain('id="candor-bar"')
  })

  test('what was kept before there was a gateway counts for no page; for anything else it does', async () => {
    const seen: unknown[] = []
    const standing = await before((asked, response) => {
      seen.push([asked.headers['if-none-match'], asked.headers['if-modified-since']])
      html()(asked, response)
    })
    const kept = { 'If-None-Match': '"v1"', 'If-Modified-Since': 'Sun, 22 Nov 2026 12:00:00 GMT' }
    await ask(standing, { ...kept, 'Sec-Fetch-Dest': 'document' })
    await ask(standing, { 'If-Modified-Since': kept['If-Modified-Since'], 'Sec-Fetch-Dest': 'document' })
    await ask(standing, { ...kept, 'Sec-Fetch-Dest': 'image' })
    expect(seen).toEqual([
      [undefined, undefined],
      [undefined, undefined],
      ['"v1"', kept['If-Modified-Since']],
    ])
  })
})

describe('the content security policy of a page', () => {
  const policyOfPage = async (value: string | string[]) => {
    const { headers } = await ask(await before(html(PAGE, { 'Content-Security-Policy': value })))
    return String(headers['content-security-policy'])
  }

  test('allows exactly what the notice is, and nothing else', async () => {
    const value = await policyOfPage("default-src 'self'; script-src 'self'; style-src 'none'; form-action 'none'")
    expect(value).toMatch(
      /^default-src 'self'; script-src 'self' 'sha256-[^ ]+'; style-src 'sha256-[^ ]+'; form-action https:\/\/shop\.example\/candor\/choices$/,
    )
  })

  test('stays as it is where it allows the notice already', async () => {
    const value = "script-src  'unsafe-inline' x.example;style-src 'unsafe-inline'"
    expect(await policyOfPage(value)).toBe(value)
  })

  test('is extended in every policy that there is', async () => {
    const value = await policyOfPage(["script-src 'self'", "script-src 'nonce-abc'"])
    expect(value.match(/'sha256-/g)).toHaveLength(2)
  })
})

describe('cookies', () => {
  const setting = html(PAGE, { 'Set-Cookie': ['basket=1; Max-Age=60; Path=/', '_stats=2; Path=/', 'unknown=3'] })

  test('that need a yes, and those that nobody declared, are stopped', async () => {
    const { headers } = await ask(await before(setting))
    expect(headers['set-cookie']).toEqual(['basket=1; Max-Age=60; Path=/'])
  })

  test('pass when they were allowed', async () => {
    const { headers } = await ask(await before(setting), chose('granted'))
    expect(headers['set-cookie']).toEqual(['basket=1; Max-Age=60; Path=/', '_stats=2; Path=/'])
  })

  test('in mode report all pass, and what would be done is counted', async () => {
    const enforcement = enforcementOf(POLICY, 'report')
    const standing = await before(setting, { current: () => enforcement })
    const got = await ask(standing)
    expect(got.headers['set-cookie']).toHaveLength(3)
    expect(got.text).toBe(PAGE)
    const { text } = await ask(standing, { Host: 'localhost' }, { path: '/candor/metrics' })
    expect(text).toMatch(
      /candor_door_decisions_total\{action="stopped",practice="statistics",reason="[a-z-]+",mode="report"\} 1/,
    )
  })

  const OLD = { P3P: 'CP="ALL OLD"' }

  test('go with the declared policy, whatever the site behind says of them', async () => {
    const { headers } = await ask(await before(html(PAGE, { ...OLD, 'Set-Cookie': ['basket=1; Path=/'] })))
    expect(headers['p3p']).toMatch(/^policyref="\/w3c\/p3p\.xml", CP="/)
    expect(headers['p3p']).not.toContain('OLD')
  })

  test('that are stopped take along what the site behind says of them', async () => {
    const { headers } = await ask(await before(html(PAGE, { ...OLD, 'Set-Cookie': ['unknown=3'] })))
    expect([headers['set-cookie'], headers['p3p']]).toEqual([undefined, undefined])
  })

  test('in mode report keep what the site behind says of them', async () => {
    const enforcement = enforcementOf(POLICY, 'report')
    const standing = await before(html(PAGE, { ...OLD, 'Set-Cookie': ['basket=1'] }), { current: () => enforcement })
    expect((await ask(standing)).headers['p3p']).toBe(OLD.P3P)
  })

  test('of the choice itself are never taken from the site behind', async () => {
    const { Cookie = '' } = chose('granted')
    const standing = await before(html(PAGE, { 'Set-Cookie': `${String(Cookie)}; Path=/; Secure` }))
    expect((await ask(standing)).headers['set-cookie']).toBeUndefined()
  })
})

describe('what the policy publishes', () => {
  const publication = {
    has: (path: string) => path === '/policy.json',
    answer: ({ method, headers }: Request) =>
      headers.get('If-None-Match') === '"1"'
        ? new Response(null, { status: 304, headers: { ETag: '"1"' } })
        : new Response(method === 'HEAD' ? null : '{"new":1}', { headers: { ETag: '"1"', 'Content-Length': '9' } }),
  }
  const enforcement = { ...enforcementOf(POLICY), publication }
  const old: RequestListener = (_, response) => response.end('{"old":1}')
  const path = '/policy.json'

  test('is answered here, whatever the site behind has there', async () => {
    const standing = await before(old, { current: () => enforcement })
    const { status, text, headers } = await ask(standing, {}, { path: `${path}?x` })
    expect([status, text, headers['content-length']]).toEqual([200, '{"new":1}', '9'])
    expect((await ask(standing, {}, { path: '/other.json' })).text).toBe('{"old":1}')
  })

  test('is answered to HEAD, and to who has it already', async () => {
    const standing = await before(old, { current: () => enforcement })
    const head = await ask(standing, {}, { path, method: 'HEAD' })
    expect([head.status, head.text, head.headers['content-length']]).toEqual([200, '', '9'])
    const known = await ask(standing, { 'If-None-Match': '"1"' }, { path })
    expect([known.status, known.text, known.headers['content-length']]).toEqual([304, '', undefined])
  })

  test('is the site’s own affair for who wants to change it, and where nothing is published', async () => {
    const standing = await before(old, { current: () => enforcement })
    expect((await ask(standing, {}, { path, method: 'DELETE' })).text).toBe('{"old":1}')
    expect((await ask(await before(old), {}, { path })).text).toBe('{"old":1}')
  })
})

describe('choices', () => {
  const FORM = { 'Content-Type': 'application/x-www-form-urlencoded', Origin: 'http://shop.example' }

  test('are taken here: the site behind hears nothing of them', async () => {
    const heard: unknown[] = []
    const standing = await before((asked, response) => {
      heard.push(asked.url)
      html()(asked, response)
    })
    const got = await ask(standing, FORM, {
      method: 'POST',
      path: '/candor/choices',
      body: 'choice=accept&language=en&return=/x',
    })
    expect(got.status).toBe(303)
    expect(got.headers.location).toBe('/x')
    expect(got.headers['set-cookie']?.[0]).toContain(`${CHOICE_COOKIE}=`)
    const cookie = got.headers['set-cookie']?.[0]?.split(';')[0]
    expect((await ask(standing, { Cookie: cookie })).text).toContain('<script data-candor-practice="statistics" src=')
    expect((await ask(standing, {}, { path: '/candor/nothing' })).status).toBe(404)
    expect(heard).toEqual(['/'])
  })

  test('from another site are not, nor are long ones', async () => {
    const standing = await before(html())
    const options = { method: 'POST', path: '/candor/choices', body: 'choice=accept' }
    expect((await ask(standing, { ...FORM, Origin: 'https://evil.example' }, options)).status).toBe(403)
    expect((await ask(standing, FORM, { ...options, body: `choice=${'x'.repeat(40_000)}` })).status).toBe(413)
  })
})

describe('a page that cannot be looked into', () => {
  const zstd = html(Buffer.from('(compressed)'), { 'Content-Encoding': 'zstd', 'Set-Cookie': '_stats=1' })

  test('passes as it is, without cookies that need a yes', async () => {
    const got = await ask(await before(zstd))
    expect(got.text).toBe('(compressed)')
    expect(got.headers['set-cookie']).toBeUndefined()
  })

  test('does not pass where that was wished for', async () => {
    const got = await ask(await before(zstd, { fail: 'closed' }), { Accept: 'text/html' })
    expect(got.status).toBe(502)
    expect(got.text).toContain('This page cannot be shown now')
  })

  /** A door that cannot judge: nobody knows why. */
  const failing = (): Enforcement => {
    const enforcement = enforcementOf(POLICY)
    const door = {
      ...enforcement.door,
      leave: () => {
        throw new Error('no judgement')
      },
    }
    return { ...enforcement, door }
  }

  test.each([
    ['open', 200],
    ['closed', 502],
  ] as const)('when judging fails no cookie passes; the page does if it fails %s', async (fail, status) => {
    const enforcement = failing()
    const tell = vi.fn()
    const options = { fail, tell, current: () => enforcement }
    const got = await ask(await before(html(PAGE, { 'Set-Cookie': 'basket=1' }), options))
    expect(tell.mock.calls).toEqual([[{ failed: 'no judgement' }]])
    expect(got.status).toBe(status)
    expect(got.headers['set-cookie']).toBeUndefined()
  })
})

test('a notice that cannot be written is no reason to let through what needs a yes', async () => {
  const enforcement = enforcementOf(POLICY)
  const notice = () => {
    throw new Error('no words')
  }
  const consent = enforcement.consent === null ? null : { ...enforcement.consent, notice }
  const broken = { ...enforcement, consent }
  const open = await ask(await before(html(), { current: () => broken }))
  expect(open.text).toContain('data-candor-src')
  expect((await ask(await before(html(), { fail: 'closed', current: () => broken }))).status).toBe(502)
})

test('links that a browser would follow ahead lead nowhere that is not allowed', async () => {
  const link = '<https://stats.example/s.js>; rel=preload; as=script, </own.css>; rel=preload; as=style'
  const listener: RequestListener = (asked, response) => {
    response.writeEarlyHints({ link: link.split(', ') })
    html(PAGE, { Link: link })(asked, response)
  }
  const standing = await before(listener)
  const hints: unknown[] = []
  const asked = request({ port: standing.port, host: '127.0.0.1', headers: { Host: 'shop.example' } }).end()
  asked.on('information', ({ headers }) => hints.push(headers.link))
  const [answer] = (await once(asked, 'response')) as [IncomingMessage]
  answer.resume()
  expect(hints).toEqual(['</own.css>; rel=preload; as=style'])
  expect(answer.headers.link).toBe('</own.css>; rel=preload; as=style')
  expect((await ask(standing, chose('granted'))).headers.link).toBe(link)
})
