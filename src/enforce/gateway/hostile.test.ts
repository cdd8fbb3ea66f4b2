import { once } from 'node:events'
import { connect, createServer } from 'node:net'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { eventually } from '../../../test/support/eventually.ts'
import { type Behind, type Standing, startGateway, startSite, stopAll } from '../../../test/support/gateway.ts'
import { sendRaw, statusOf } from '../../../test/support/raw-http.ts'
import type { GatewayOptions } from './options.ts'

let sites: Behind[] = []
let gateways: Standing[] = []
let arrived: string[] = []
afterEach(async () => {
  await stopAll(gateways, sites)
  sites = []
  gateways = []
  arrived = []
})

/** Before a site that notes what gets through. */
async function before(options: Partial<GatewayOptions> = {}): Promise<Standing> {
  const behind = await startSite((request, response) => {
    arrived.push(`${request.method} ${request.url}`)
    request.resume().on('end', () => response.end('ok'))
  })
  sites.push(behind)
  const standing = await startGateway({ to: behind.url, ...options })
  gateways.push(standing)
  return standing
}

const HOST = 'Host: shop.example\r\n'
const SMUGGLED = '\r\n\r\n0\r\n\r\nGET /smuggled HTTP/1.1\r\nHost: shop.example\r\n\r\n'

describe('requests that two servers could read differently', () => {
  test.each([
    ['a length and chunks', `POST / HTTP/1.1\r\n${HOST}Content-Length: 5\r\nTransfer-Encoding: chunked${SMUGGLED}`],
    ['two lengths', `POST / HTTP/1.1\r\n${HOST}Content-Length: 5\r\nContent-Length: 6${SMUGGLED}`],
    ['one length twice', `POST / HTTP/1.1\r\n${HOST}Content-Length: 5, 5${SMUGGLED}`],
    ['a length with a sign', `POST / HTTP/1.1\r\n${HOST}Content-Length: +5${SMUGGLED}`],
    ['a coding after chunks', `POST / HTTP/1.1\r\n${HOST}Transfer-Encoding: chunked, x${SMUGGLED}`],
    ['a coding before chunks', `POST / HTTP/1.1\r\n${HOST}Transfer-Encoding: gzip, chunked${SMUGGLED}`],
    ['two lines of codings', `POST / HTTP/1.1\r\n${HOST}Transfer-Encoding: x\r\nTransfer-Encoding: chunked${SMUGGLED}`],
    ['a space before the colon', `POST / HTTP/1.1\r\n${HOST}Transfer-Encoding : chunked${SMUGGLED}`],
    ['a tab before the coding', `POST / HTTP/1.1\r\n${HOST}Transfer-Encoding:\x0bchunked${SMUGGLED}`],
    ['chunks in HTTP/1.0', `POST / HTTP/1.0\r\n${HOST}Transfer-Encoding: chunked${SMUGGLED}`],
    ['a folded line', `GET / HTTP/1.1\r\n${HOST}X: a\r\n Transfer-Encoding: chunked\r\n\r\n`],
    ['a folded coding', `POST / HTTP/1.1\r\n${HOST}Transfer-Encoding:\r\n chunked${SMUGGLED}`],
    ['lines without a return', `GET / HTTP/1.1\n${HOST}\n`],
    ['a return within a value', `GET / HTTP/1.1\r\n${HOST}X: a\rContent-Length: 5\r\n\r\n`],
    ['a zero in a value', `GET / HTTP/1.1\r\n${HOST}X: a\0b\r\n\r\n`],
    ['a chunk with a bare line end', `POST / HTTP/1.1\r\n${HOST}Transfer-Encoding: chunked\r\n\r\n1\nx\n0\n\n`],
    [
      'a chunk whose length overflows',
      `POST / HTTP/1.1\r\n${HOST}Transfer-Encoding: chunked\r\n\r\n10000000000000001\r\nx`,
    ],
    ['two hosts', `GET / HTTP/1.1\r\n${HOST}Host: evil.example\r\n\r\n`],
    ['no host', 'GET / HTTP/1.1\r\n\r\n'],
    ['a host that is none', 'GET / HTTP/1.1\r\nHost: a b\r\n\r\n'],
    ['a host with a path', 'GET / HTTP/1.1\r\nHost: shop.example/x?\r\n\r\n'],
    ['an address of another host', `GET http://evil.example/ HTTP/1.1\r\n${HOST}\r\n`],
    ['a target without a slash', `GET @evil.example/ HTTP/1.1\r\n${HOST}\r\n`],
    ['a target with a fragment', `GET /#x HTTP/1.1\r\n${HOST}\r\n`],
    ['a star for anything but OPTIONS', `GET * HTTP/1.1\r\n${HOST}\r\n`],
    ['spaces in the target', `GET /a b HTTP/1.1\r\n${HOST}\r\n`],
    ['another protocol', `GET / HTTP/1.2\r\n${HOST}\r\n`],
    ['a way through', `CONNECT evil.example:443 HTTP/1.1\r\n${HOST}\r\n`],
  ])('are refused: %s', async (_, bytes) => {
    const { port } = await before()
    const answer = await sendRaw(port, bytes)
    expect(statusOf(answer)).toBeGreaterThanOrEqual(400)
    expect(answer.match(/HTTP\/1\.1 /g)).toHaveLength(1)
    expect(arrived.filter(each => each !== 'POST /')).toEqual([])
  })

  test('a wish for another protocol is not heard: nothing passes behind the back of the gateway', async () => {
    const { port } = await before()
    const upgrade = 'Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n'
    const answer = await sendRaw(port, `POST /a HTTP/1.1\r\n${HOST}${upgrade}Content-Length: 2\r\n\r\nhi`)
    expect(statusOf(answer)).toBe(200)
    expect(arrived).toEqual(['POST /a'])
  })

  test('a header of many lines is refused', async () => {
    const { port } = await before()
    const lines = Array.from({ length: 400 }, (_, i) => `A${i}: 1\r\n`).join('')
    expect(statusOf(await sendRaw(port, `GET / HTTP/1.1\r\n${HOST}${lines}\r\n`))).toBe(431)
    expect(arrived).toEqual([])
  })

  test('a header of many bytes is refused', async () => {
    const { port } = await before()
    const answer = await sendRaw(port, `GET / HTTP/1.1\r\n${HOST}X: ${'x'.repeat(20_000)}\r\n\r\n`)
    expect(statusOf(answer)).toBe(431)
  })
})

describe('who may ask for what', () => {
  test('a host that is not known is told so, in the reader’s language, without repeating what could be a script', async () => {
    const { port } = await before({ knowsHost: host => host === 'shop.example' })
    const answer = await sendRaw(
      port,
      'GET / HTTP/1.1\r\nHost: other.example\r\nAccept: text/html\r\nAccept-Language: bg\r\n\r\n',
    )
    expect(statusOf(answer)).toBe(421)
    expect(answer).toContain('Content-Language: bg')
    expect(Buffer.from(answer, 'latin1').toString()).toContain('Този сървър не отговаря за other.example.')
    expect(arrived).toEqual([])
  })

  test('a gateway that leads to itself says so instead of asking for ever', async () => {
    const standing = await before()
    const { port } = standing
    const loop = await startGateway({ to: new URL(standing.url) })
    gateways.push(loop)
    expect(statusOf(await sendRaw(loop.port, `GET / HTTP/1.1\r\n${HOST}\r\n`))).toBe(200)
    const name = /candor-[0-9a-f]{8}/.exec(await seenVia(standing))?.[0] ?? ''
    expect(statusOf(await sendRaw(port, `GET / HTTP/1.1\r\n${HOST}Via: 1.1 ${name}\r\n\r\n`))).toBe(508)
  })

  test('health is for everybody, metrics for this machine or who has the token', async () => {
    const { port } = await before({ knowsHost: () => false })
    const health = await sendRaw(port, 'GET /candor/health HTTP/1.1\r\nHost: 10.0.0.1\r\n\r\n')
    expect(health).toContain('{"status":"ok","behind":"ok","policy":null}')
    const ask = (standing: number, head: string) => sendRaw(standing, `GET /candor/metrics HTTP/1.1\r\n${head}\r\n`)
    expect(await ask(port, 'Host: localhost\r\n')).toContain('# TYPE candor_gateway_answers_total counter')
    expect(statusOf(await ask(port, HOST))).toBe(403)
    expect(statusOf(await ask(port, 'Host: localhost\r\nX-Forwarded-For: 1.2.3.4\r\n'))).toBe(403)
    const guarded = await before({ metricsToken: 'secret' })
    expect(statusOf(await ask(guarded.port, 'Host: localhost\r\n'))).toBe(403)
    expect(statusOf(await ask(guarded.port, `${HOST}Authorization: Bearer secret\r\n`))).toBe(200)
  })
})

/** What a gateway calls itself, as the site behind hears it. */
async function seenVia(standing: Standing): Promise<string> {
  const heard = new Promise<string>(resolve =>
    sites[0]?.server.once('request', request => resolve(String(request.headers.via))),
  )
  await sendRaw(standing.port, `GET / HTTP/1.1\r\n${HOST}\r\n`)
  return heard
}

describe('too much and too slow', () => {
  test('a body beyond the bound is refused, said or not', async () => {
    const { port } = await before({ limits: { body: 10 } })
    const said = await sendRaw(port, `POST / HTTP/1.1\r\n${HOST}Content-Length: 11\r\n\r\n`)
    expect(statusOf(said)).toBe(413)
    const chunk = `6\r\nhello!\r\n`
    const unsaid = await sendRaw(port, `POST / HTTP/1.1\r\n${HOST}Transfer-Encoding: chunked\r\n\r\n${chunk}${chunk}`)
    expect(statusOf(unsaid)).toBe(413)
  })

  test('a head that does not end is given up', async () => {
    const { port } = await before({ limits: { headTime: 100, requestTime: 200 } })
    const answer = await sendRaw(port, [`GET / HTTP/1.1\r\n${HOST}`, 'X: '])
    expect(statusOf(answer)).toBe(408)
    expect(arrived).toEqual([])
  })

  test('who takes nothing of what is there is let go', async () => {
    const behind = await startSite((_, response) => response.end(Buffer.alloc(50_000_000)))
    sites.push(behind)
    const standing = await startGateway({ to: behind.url, limits: { stuckTime: 200 } })
    gateways.push(standing)
    const socket = connect(standing.port, '127.0.0.1')
    socket.on('error', () => {})
    socket.write(`GET / HTTP/1.1\r\n${HOST}\r\n`)
    await once(socket, 'readable')
    const left = () =>
      new Promise<number>(resolve => standing.gateway.server.getConnections((_, count) => resolve(count)))
    await eventually(async () => expect(await left()).toBe(0))
    socket.destroy()
  })

  test('a site that is long silent is not waited for', async () => {
    const behind = await startSite(() => {})
    sites.push(behind)
    const standing = await startGateway({ to: behind.url, limits: { quietTime: 100 } })
    gateways.push(standing)
    expect(statusOf(await sendRaw(standing.port, `GET / HTTP/1.1\r\n${HOST}\r\n`))).toBe(504)
  })
})

test('a fault of its own costs one answer, not all of them', async () => {
  let isBroken = true
  const tell = vi.fn()
  const current = () => {
    if (isBroken) throw new Error('nobody knows why')
    return null
  }
  const { port } = await before({ current, tell })
  const ask = () => sendRaw(port, `GET / HTTP/1.1\r\n${HOST}\r\n`)
  expect(statusOf(await ask())).toBe(500)
  isBroken = false
  expect(statusOf(await ask())).toBe(200)
  expect(tell.mock.calls).toEqual([[{ failed: 'nobody knows why' }]])
})

test.each([
  `CONNECT evil.example:443 HTTP/1.1\r\n${HOST}\r\n`,
  `GET / HTTP/1.1\r\n${HOST}Connection: Upgrade\r\nUpgrade: h2c\r\n\r\n`,
  `GET / HTTP/1.1\r\n${HOST}Connection: Upgrade\r\nUpgrade: websocket\r\n\r\n`,
])('a visitor who breaks off rudely takes nobody along: %j', async bytes => {
  const { port } = await before()
  for (let i = 0; i < 20; i++) {
    const socket = connect(port, '127.0.0.1')
    socket.on('error', () => {})
    socket.write(bytes)
    await new Promise(resolve => setTimeout(resolve, i % 5))
    socket.resetAndDestroy()
  }
  expect(statusOf(await sendRaw(port, `GET / HTTP/1.1\r\n${HOST}\r\n`))).toBe(200)
})

describe('the site behind', () => {
  test('away: a clear page, and word of it once, and once when it is back', async () => {
    const behind = await startSite((_, response) => response.end('ok'))
    const { port: to } = new URL(behind.url)
    behind.server.close()
    const tell = vi.fn()
    const standing = await startGateway({ to: behind.url, tell })
    gateways.push(standing)
    const ask = () => sendRaw(standing.port, `GET / HTTP/1.1\r\n${HOST}Accept: text/html\r\n\r\n`)
    const answer = await ask()
    expect(statusOf(answer)).toBe(502)
    expect(answer).toContain('The site cannot be reached at the moment')
    expect(answer).toContain("Content-Security-Policy: default-src 'none'")
    await ask()
    expect(await sendRaw(standing.port, `GET /candor/health HTTP/1.1\r\n${HOST}\r\n`)).toContain('"behind":"away"')
    await new Promise<void>(resolve => behind.server.listen(Number(to), '127.0.0.1', resolve))
    sites.push(behind)
    expect(statusOf(await ask())).toBe(200)
    expect(tell.mock.calls).toEqual([[{ away: 'ECONNREFUSED', detail: expect.stringContaining(to) }], ['back']])
  })

  test.each([
    ['no HTTP', 'SSH-2.0-x\r\n'],
    ['a length and chunks', 'HTTP/1.1 200 OK\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n'],
    ['a header without end', `HTTP/1.1 200 OK\r\nX: ${'x'.repeat(100_000)}`],
    ['a header with a bare line end', 'HTTP/1.1 200 OK\r\nX: a\nSet-Cookie: x=1\r\n\r\n'],
    ['a reason with a control character', 'HTTP/1.1 200 a\x01b\r\nContent-Length: 0\r\n\r\n'],
    ['nothing at all', ''],
  ])('answers %s: not passed on', async (_, bytes) => {
    const behind = createServer(socket => {
      socket.on('error', () => {})
      socket.once('data', () => socket.end(bytes))
    })
    await new Promise<void>(resolve => behind.listen(0, '127.0.0.1', resolve))
    const { port: to } = behind.address() as { port: number }
    const standing = await startGateway({ to: new URL(`http://127.0.0.1:${to}`) })
    gateways.push(standing)
    const answer = await sendRaw(standing.port, `GET / HTTP/1.1\r\n${HOST}\r\n`)
    expect(statusOf(answer)).toBe(502)
    expect(answer).not.toContain('x=1')
    behind.close()
  })
})
