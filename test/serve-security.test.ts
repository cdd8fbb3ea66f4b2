import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type CandorProcess, hasCommand, startCandor } from './support/candor-process.ts'
import { choiceIn, choose } from './support/choose.ts'
import { askingAt } from './support/consent-declaration.ts'
import { eventually } from './support/eventually.ts'
import { sendRaw, statusOf } from './support/raw-http.ts'

/** What a page would run, had it been let through as it is. */
const SCRIPT = '<script>alert(1)</script>'

describe.skipIf(!hasCommand)('candor serve, attacked (after npm run build)', () => {
  let process: CandorProcess
  let url = ''
  let port = 0
  const folder = mkdtempSync(join(tmpdir(), 'candor-attacked-'))

  beforeAll(async () => {
    const file = join(folder, 'candor.json')
    writeFileSync(file, JSON.stringify(askingAt('https://shop.example/')))
    process = startCandor(['serve', file, '--port', '0'], { cwd: folder })
    url = await process.url()
    port = Number(new URL(url).port)
    await eventually(() => expect(process.talk()).toContain('/admin/set-up?code='))
  })
  afterAll(async () => {
    await process?.end('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  })

  const raw = (head: readonly string[], body = '') =>
    sendRaw(port, `${head.join('\r\n')}\r\nConnection: close\r\n\r\n${body}`, 3000)
  const get = (path: string, ...headers: string[]) =>
    raw([`GET ${path} HTTP/1.1`, `Host: 127.0.0.1:${port}`, ...headers])
  const post = (path: string, body: string, ...headers: string[]) =>
    raw(
      [
        `POST ${path} HTTP/1.1`,
        `Host: 127.0.0.1:${port}`,
        'Content-Type: application/x-www-form-urlencoded',
        `Content-Length: ${Buffer.byteLength(body)}`,
        ...headers,
      ],
      body,
    )
  const headOf = (answer: string) => answer.slice(0, answer.indexOf('\r\n\r\n')).toLowerCase()

  describe('no script gets into a page', () => {
    test.each([
      `/?x=${SCRIPT}`,
      `/${SCRIPT}`,
      `/notice/${SCRIPT}/`,
      `/candor/choices?outcome=${SCRIPT}&back=${SCRIPT}&lang=${SCRIPT}`,
      `/candor/choices?back=/%22%3E${SCRIPT}`,
      `/admin?days=${SCRIPT}`,
      `/admin/set-up?code=%22%3E${encodeURIComponent(SCRIPT)}`,
      `/admin/${SCRIPT}`,
    ])('from the address %s', async path => {
      expect(await get(path.replaceAll(' ', '%20'))).not.toContain(SCRIPT)
    })

    test.each([`Host: ${SCRIPT}`, `Host: a"b:80`, `Host: 127.0.0.1/${SCRIPT}`])('from %s', async host => {
      const answer = await raw(['GET /candor/choices HTTP/1.1', host])
      expect(answer).not.toContain(SCRIPT)
      expect(statusOf(answer)).toBe(400)
    })

    test('from any other header, or a cookie', async () => {
      const answer = await get(
        '/',
        `Accept-Language: ${SCRIPT}`,
        `Referer: ${SCRIPT}`,
        `X-Forwarded-Host: ${SCRIPT}`,
        `Cookie: __Host-candor=${SCRIPT}; candor-language=${SCRIPT}`,
      )
      expect(statusOf(answer)).toBe(200)
      expect(answer).not.toContain(SCRIPT)
    })

    test('every page says which scripts it runs: by their hash, or none', async () => {
      for (const path of ['/', '/notice/en/', '/candor/choices', '/admin']) {
        const policy = (await fetch(new URL(path, url))).headers.get('Content-Security-Policy') ?? ''
        expect(policy, path).toContain("default-src 'none'")
        expect(policy, path).not.toMatch(/unsafe|script-src[^;]*(?:\*|https?:(?!\/\/127))/)
      }
    })
  })

  test.each([
    'https://evil.example/',
    '//evil.example/',
    '/\\evil.example/',
    '\\/evil.example',
    '/%09/evil.example',
    'javascript:alert(1)',
    '/\t/evil.example/',
    ' //evil.example',
    '/x\r\nSet-Cookie: tossed=1',
    '/x%0d%0aSet-Cookie:%20tossed=1',
  ])('a choice leads back to this site alone, and adds no header: %j', async back => {
    const body = new URLSearchParams({ choice: 'refuse', back }).toString()
    const answer = await post('/candor/choices', body, 'Sec-Fetch-Site: same-origin')
    const [, location = ''] = /\r\nlocation: ([^\r]*)/i.exec(answer) ?? []
    expect(statusOf(answer)).toBe(303)
    expect(new URL(location, url).origin).toBe(new URL(url).origin)
    expect(headOf(answer)).not.toContain('\r\nset-cookie: tossed')
  })

  test('a path that looks like a host leads nowhere else', async () => {
    for (const path of ['//evil.example/notice/en', '/notice/en%2f..%2f', '/%5cevil.example', '/notice//evil.example'])
      expect(await get(path)).not.toMatch(/\r\nlocation: (?!\/notice\/en\/)/i)
  })

  describe('a choice that another site forged changes nothing', () => {
    test.each([
      ['Sec-Fetch-Site: cross-site'],
      ['Sec-Fetch-Site: same-site'],
      ['Origin: https://evil.example'],
      ['Origin: null'],
      ['Referer: https://evil.example/'],
    ])('%s', async header => {
      const answer = await post('/candor/choices', 'choice=accept', header)
      expect(statusOf(answer)).toBe(403)
      expect(headOf(answer)).not.toContain('set-cookie')
    })

    test('nor does one in the address, or as JSON or plain text', async () => {
      expect(headOf(await get('/candor/choices?choice=accept', 'Sec-Fetch-Site: cross-site'))).not.toContain(
        'set-cookie',
      )
      for (const type of ['text/plain', 'application/json', 'multipart/form-data; boundary=x']) {
        const response = await fetch(new URL('candor/choices', url), {
          method: 'POST',
          headers: { 'Content-Type': type, 'Sec-Fetch-Site': 'same-origin' },
          body: 'choice=accept',
        })
        expect(response.status, type).toBeGreaterThanOrEqual(400)
        expect(choiceIn(response)).toBeNull()
      }
    })
  })

  test('what a sister site can toss to a visitor grants nothing: no browser lets it set a cookie with our prefix', async () => {
    const { cookie } = await choose(url, 'accept')
    const value = cookie.slice('__Host-candor='.length)
    const grants = async (cookies: string) =>
      (await (await fetch(url, { headers: { Cookie: cookies } })).text()).includes(';granted&')
    expect(await grants(cookie)).toBe(true)
    for (const name of [
      'candor',
      '__host-candor',
      '__HOST-candor',
      '__Secure-candor',
      '__Host-candor2',
      'x__Host-candor',
    ])
      expect(await grants(`${name}=${value}`), name).toBe(false)
  })

  test('cookies that nobody here has written are taken for none', async () => {
    for (const value of [
      'x',
      '1/'.repeat(2000),
      '%00',
      '"',
      'a'.repeat(8000),
      '1/2026/button/en/recorded/-/__proto__=g00000000',
    ])
      expect(statusOf(await get('/', `Cookie: __Host-candor=${value}; __Host-candor-admin=${value}`))).toBe(200)
  })

  test('what is too large is refused, and does not take the others with it', async () => {
    expect(statusOf(await get('/', `X-Large: ${'x'.repeat(20_000)}`))).toBe(431)
    expect(statusOf(await get(`/${'x'.repeat(20_000)}`))).toBe(431)
    const body = `choice=accept&x=${'x'.repeat(2_000_000)}`
    for (const path of ['/candor/choices', '/admin/log-in', '/admin/set-up', '/']) {
      const status = statusOf(await post(path, body, 'Sec-Fetch-Site: same-origin'))
      // The answer may come before all was sent, and the connection be closed under the sender.
      expect([0, 400, 403, 405, 413], path).toContain(status)
    }
    expect((await fetch(url)).status).toBe(200)
  })

  test('a request that two servers could read differently is refused', async () => {
    const both = [
      'POST /candor/choices HTTP/1.1',
      `Host: 127.0.0.1:${port}`,
      'Content-Length: 5',
      'Transfer-Encoding: chunked',
    ]
    expect(statusOf(await raw(both, '0\r\n\r\nGET /x HTTP/1.1\r\n\r\n'))).toBe(400)
    const twice = ['POST / HTTP/1.1', `Host: 127.0.0.1:${port}`, 'Content-Length: 5', 'Content-Length: 6']
    expect(statusOf(await raw(twice, 'hello'))).toBe(400)
    expect(statusOf(await raw(['GET / HTTP/1.1', `Host : 127.0.0.1:${port}`]))).toBe(400)
    expect(statusOf(await raw(['GET / HTTP/1.1', `Host: 127.0.0.1:${port}`, 'X: a\rSet-Cookie: b']))).toBe(400)
  })

  test('visitors who send next to nothing are let go, and others are served meanwhile', async () => {
    const slow: Socket[] = Array.from({ length: 100 }, () =>
      connect(port, '127.0.0.1')
        .resume()
        .on('error', () => {}),
    )
    const gone = slow.map(socket => new Promise<void>(done => socket.on('close', () => done())))
    for (const [at, socket] of slow.entries()) socket.write(at % 2 ? 'GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ' : 'G')
    expect((await fetch(url)).status).toBe(200)
    expect((await choose(url, 'refuse')).choice.recorded).toBe(true)
    await Promise.all(gone)
  })

  test('nothing else of the machine is handed out, and nothing is let in by an odd method', async () => {
    for (const path of [
      '/../../etc/passwd',
      '/%2e%2e/%2e%2e/etc/passwd',
      '/notice/..%2f..%2fetc/passwd',
      '/.candor/journal',
    ])
      expect([308, 404], path).toContain(statusOf(await get(path)))
    for (const method of ['PUT', 'DELETE', 'PATCH', 'TRACE', 'PROPFIND'])
      expect([400, 404, 405], method).toContain(
        statusOf(await raw([`${method} / HTTP/1.1`, `Host: 127.0.0.1:${port}`, 'Content-Length: 0'])),
      )
  })

  test('whatever was sent, no stack trace was told and it still runs', () => {
    expect(process.talk()).not.toMatch(/\n\s+at /)
    expect(process.child.exitCode).toBeNull()
  })
})
