import { EventEmitter, once } from 'node:events'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { policyAt } from '../../../test/support/consent-visits.ts'
import { enforcementOf, type Standing, startGateway } from '../../../test/support/gateway.ts'
import { ASKING } from '../../../test/support/gateway-declaration.ts'
import { policyOf } from '../../../test/support/policy-of.ts'
import { sendRaw, statusOf } from '../../../test/support/raw-http.ts'
import { turns } from '../../../test/support/turns.ts'
import { type ChoiceRecorder, createConsent } from '../consent/index.ts'
import { createDoor } from '../door/index.ts'
import type { GatewayOptions } from './options.ts'

/** A site that says exactly these bytes, and hears exactly what came. */
let says: string | ((socket: Socket) => void) = ''
let heard = ''
let site: Server
const gateways: Standing[] = []

beforeEach(async () => {
  heard = ''
  site = createServer(socket => {
    socket.on('error', () => {})
    socket.on('data', data => {
      heard += data.toString('latin1')
      if (!heard.includes('\r\n\r\n')) return
      if (typeof says === 'string') socket.write(says, 'latin1')
      else says(socket)
    })
  })
  await new Promise<void>(resolve => site.listen(0, '127.0.0.1', resolve))
})
afterEach(async () => {
  for (const { gateway } of gateways.splice(0)) {
    gateway.server.closeAllConnections()
    await gateway.drain()
  }
  site.close()
})

async function before(options: Partial<GatewayOptions> = {}): Promise<Standing> {
  const enforcement = enforcementOf(policyOf(ASKING))
  const { port } = site.address() as { port: number }
  const to = new URL(`http://127.0.0.1:${port}`)
  const standing = await startGateway({ to, current: () => enforcement, ...options })
  gateways.push(standing)
  return standing
}

const ask = async (answer: typeof says, method = 'GET', head = ''): Promise<string> => {
  says = answer
  const { port } = await before()
  return sendRaw(port, `${method} / HTTP/1.1\r\nHost: shop.example\r\n${head}\r\n`)
}

const PAGE = '<!doctype html><script src="https://stats.example/s.js"></script><body>Hello, and welcome.'
const TEXT = 'Content-Type: text/plain\r\n'
const ok = (head: string, body: string) =>
  `HTTP/1.1 200 OK\r\n${head}Content-Length: ${Buffer.byteLength(body, 'latin1')}\r\n\r\n${body}`

describe('whatever a browser takes for a page is held to the choice', () => {
  test.each([
    ['said in capitals', 'Content-Type: TEXT/HTML ;charset=x\r\n'],
    ['said twice, the last counts', 'Content-Type: text/plain\r\nContent-Type: text/html\r\n'],
    ['said in a list', 'Content-Type: text/plain;a="x, y", text/html\r\n'],
    ['said besides what is no type', 'Content-Type: text/html, */*\r\n'],
    ['not said', ''],
    ['not known', 'Content-Type: application/unknown\r\n'],
    ['anything', 'Content-Type: */*\r\n'],
    ['no type', 'Content-Type: html\r\n'],
  ])('%s', async (_, head) => {
    const answer = await ask(ok(head, PAGE))
    expect(answer).toContain('data-candor-src="https://stats.example/s.js"')
    expect(answer).toContain('id="candor-ui"')
    expect(answer).toMatch(/^Cache-Control: private, no-cache\r$/m)
  })

  test.each([
    ['the last is another', 'Content-Type: text/html\r\nContent-Type: text/plain\r\n', PAGE],
    ['not to be guessed', 'X-Content-Type-Options: nosniff\r\n', PAGE],
    ['not said, and text', '', 'The tag <script src="https://stats.example/s.js"> is fine.'],
    ['not said, and little of it', '', '<'],
    ['not said, and nearly a page', '', '<!doctype htmx><script src="https://stats.example/s.js"></script>'],
    ['not said, and empty', '', ''],
  ])('but nothing else: %s', async (_, head, body) => {
    expect((await ask(ok(head, body))).split('\r\n\r\n').slice(1).join('')).toMatch(
      body === '' ? /^(?:0)?$/ : new RegExp(body.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')),
    )
  })

  test('also when its first bytes come one by one', async () => {
    const answer = await ask(socket => {
      socket.setNoDelay(true)
      socket.write('HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n')
      const text = `\n\n  ${PAGE}`
      const write = (at: number) => {
        socket.write(at < 20 ? text.charAt(at) : text.slice(at), () =>
          at < 20 ? setTimeout(write, 1, at + 1) : socket.end(),
        )
      }
      write(0)
    })
    expect(answer).toContain('data-candor-src')
  })

  test.each([
    ['application/xhtml+xml', '', 'xhtml'],
    ['text/html', 'Content-Encoding: x-own\r\n', 'coded'],
    ['text/html', 'Content-Encoding: gzip, br\r\n', 'coded'],
  ])('what cannot be looked into passes without its cookies and is counted: %s %s', async (type, coding, why) => {
    says = ok(`Content-Type: ${type}\r\n${coding}Set-Cookie: _stats=1\r\nSet-Cookie: basket=1\r\n`, PAGE)
    const { port } = await before()
    const answer = await sendRaw(port, 'GET / HTTP/1.1\r\nHost: shop.example\r\n\r\n')
    expect(answer.endsWith(PAGE)).toBe(true)
    expect(answer.match(/^set-cookie: .*$/gim)).toEqual(['Set-Cookie: basket=1'])
    const metrics = await sendRaw(port, 'GET /candor/metrics HTTP/1.1\r\nHost: localhost\r\n\r\n')
    expect(metrics).toContain(`candor_gateway_pages_total{outcome="unchecked-${why}"} 1`)
  })

  test('and does not pass at all where that was wished for', async () => {
    says = ok('Content-Type: application/xhtml+xml\r\n', PAGE)
    const { port } = await before({ fail: 'closed' })
    expect(statusOf(await sendRaw(port, 'GET / HTTP/1.1\r\nHost: shop.example\r\n\r\n'))).toBe(502)
  })
})

describe('an answer is over where it ends', () => {
  const poison = ok(TEXT, 'poison')

  test.each([
    ['a body after HEAD', 'HEAD', `HTTP/1.1 200 OK\r\nContent-Length: ${poison.length}\r\n\r\n${poison}`],
    ['a body of 204', 'GET', `HTTP/1.1 204 No Content\r\nContent-Length: ${poison.length}\r\n\r\n${poison}`],
    ['a body of 304', 'GET', `HTTP/1.1 304 Not Modified\r\n\r\n${poison}`],
    ['two answers at once', 'GET', ok(TEXT, 'ok') + poison],
  ])('what comes after it is nobody’s: %s', async (_, method, answer) => {
    says = answer
    const { port } = await before()
    const request = `${method} / HTTP/1.1\r\nHost: shop.example\r\n\r\n`
    expect(await sendRaw(port, request)).not.toContain('poison')
    says = ok(TEXT, 'mine')
    expect(await sendRaw(port, 'GET / HTTP/1.1\r\nHost: shop.example\r\n\r\n')).toMatch(/\r\n\r\nmine$/)
  })

  test('nor what comes late', async () => {
    says = socket => {
      socket.write(ok(TEXT, 'ok'))
      void turns(4).then(() => socket.write(poison))
    }
    const { port } = await before()
    expect(await sendRaw(port, 'GET / HTTP/1.1\r\nHost: shop.example\r\n\r\n')).toMatch(/\r\n\r\nok$/)
    says = ok(TEXT, 'mine')
    expect(await sendRaw(port, 'GET / HTTP/1.1\r\nHost: shop.example\r\n\r\n')).toMatch(/\r\n\r\nmine$/)
  })

  test('an answer without a body promises none', async () => {
    expect(await ask('HTTP/1.1 204 No Content\r\nContent-Length: 7\r\n\r\n')).not.toMatch(/content-length/i)
  })

  test('a change of protocol that nobody asked for is no answer, and is not waited for', async () => {
    const answer = await ask('HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\nbytes')
    expect(statusOf(answer)).toBe(502)
  })

  test.each(
    ['Content-Type: text/html\r\n', 'Content-Type: text/html\r\nContent-Encoding: gzip\r\n', TEXT].flatMap(head =>
      (['destroy', 'resetAndDestroy'] as const).map(how => [how, head] as const),
    ),
  )('who waits for one that never begins is told so: %s, %s', async (how, head) => {
    says = socket => {
      socket.write(`HTTP/1.1 200 OK\r\n${head}Transfer-Encoding: chunked\r\n\r\n`)
      void turns(6).then(() => socket[how]())
    }
    const { port } = await before()
    const visitor = connect(port, '127.0.0.1').resume()
    visitor.write('GET / HTTP/1.1\r\nHost: shop.example\r\n\r\n')
    await once(visitor, 'close')
  })

  test('also where it broke off while a receipt was written', async () => {
    const recording = new EventEmitter()
    const recorder: ChoiceRecorder = {
      record: async () => {
        recording.emit('begun')
        await once(recording, 'broken')
        return true
      },
      close: async () => {},
    }
    const policy = policyAt('https://shop.example/')
    const door = createDoor(policy)
    const enforcement = { policy, door, consent: createConsent({ policy, door, recorder }) }
    says = socket => {
      socket.write('HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n')
      recording.once('begun', () => {
        socket.destroy()
        void turns(6).then(() => recording.emit('broken'))
      })
    }
    const { port } = await before({ current: () => enforcement })
    expect(statusOf(await sendRaw(port, 'GET / HTTP/1.1\r\nHost: shop.example\r\nSec-GPC: 1\r\n\r\n'))).toBe(502)
  })

  test.each([
    ['a page', 'Content-Type: text/html\r\n'],
    ['no page', 'Content-Type: text/plain\r\n'],
  ])('one that breaks off does not look whole: %s', async (_, type) => {
    const answer = await ask(socket => {
      socket.write(`HTTP/1.1 200 OK\r\n${type}Transfer-Encoding: chunked\r\n\r\n5\r\n<p>ab\r\n`)
      void turns(6).then(() => socket.resetAndDestroy())
    })
    expect(answer).toContain('<p>ab')
    expect(answer).not.toMatch(/0\r\n\r\n$/)
  })
})

describe('a wish for a WebSocket', () => {
  const wish = 'Host: shop.example\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n'

  test('leaves nothing open that would take in what the next visitor asks', async () => {
    says = ok(TEXT, 'no')
    const { port } = await before()
    const eaten = 'POST / HTTP/1.1\r\nX: '.length + 200
    await sendRaw(port, `POST /greedy HTTP/1.1\r\n${wish}Content-Length: ${eaten}\r\n\r\n${'b'.repeat(eaten)}`)
    expect(heard).toMatch(/\r\n\r\nb{200}/)
    heard = ''
    const answer = await sendRaw(port, 'GET /mine HTTP/1.1\r\nHost: shop.example\r\nCookie: mine=1\r\n\r\n')
    expect(statusOf(answer)).toBe(200)
    expect(heard).toMatch(/^GET \/mine /)
  })

  test('that the site does not grant leaves its connection to nobody else', async () => {
    let connections = 0
    site.on('connection', () => connections++)
    says = ok(TEXT, 'no')
    const { port } = await before()
    await sendRaw(port, `GET / HTTP/1.1\r\n${wish}\r\n`)
    await sendRaw(port, 'GET / HTTP/1.1\r\nHost: shop.example\r\n\r\n')
    expect(connections).toBe(2)
  })

  test('for a place of Candor’s own is not heard', async () => {
    says = ok(TEXT, 'no')
    const { port } = await before()
    const answer = await sendRaw(port, `GET /candor/choices HTTP/1.1\r\n${wish}\r\n`)
    expect(answer).toContain('candor-form')
    expect(heard).toBe('')
  })

  test('answered by halves ends the visitor’s connection too', async () => {
    says = socket => {
      socket.write('HTTP/1.1 400 Bad Request\r\nContent-Length: 100\r\n\r\nno')
      void turns(6).then(() => socket.resetAndDestroy())
    }
    const { port } = await before()
    const socket = connect(port, '127.0.0.1')
    socket.on('error', () => {})
    socket.resume().write(`GET / HTTP/1.1\r\n${wish}\r\n`)
    await new Promise(resolve => socket.once('close', resolve))
  })
})

test('a choice that waits to be asked for its body is', async () => {
  const { port } = await before()
  const head =
    'Host: shop.example\r\nOrigin: https://shop.example\r\nContent-Type: application/x-www-form-urlencoded\r\n'
  const pieces = [
    `POST /candor/choices HTTP/1.1\r\n${head}Content-Length: 13\r\nExpect: 100-continue\r\n\r\n`,
    'choice=refuse',
  ]
  const answer = await sendRaw(port, pieces)
  expect(answer).toMatch(/^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 303 /)
})

describe('trailers', () => {
  test('pass, but for what means something only in a head', async () => {
    const trailers = 'X-Checksum: abc\r\nServer-Timing: a;dur=1\r\nSet-Cookie: _stats=1\r\nLocation: /x\r\n'
    const answer = await ask(
      `HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nTrailer: X-Checksum\r\n\r\n2\r\nok\r\n0\r\n${trailers}\r\n`,
      'GET',
      'TE: trailers\r\n',
    )
    expect(answer).toMatch(/0\r\nX-Checksum: abc\r\nServer-Timing: a;dur=1\r\n\r\n$/)
  })

  const FRAMED = 'Transfer-Encoding: chunked\r\nTrailer: X-Sum\r\n\r\n'
  const CHUNKED = `HTTP/1.1 200 OK\r\n${FRAMED}2\r\nok\r\n0\r\nX-Sum: 7\r\n\r\n`
  test.each([
    ['to HEAD', 'HEAD / HTTP/1.1', 200, `HTTP/1.1 200 OK\r\n${FRAMED}`],
    ['to an older peer', 'GET / HTTP/1.0', 200, CHUNKED],
    ['without a body', 'GET / HTTP/1.1', 304, `HTTP/1.1 304 Not Modified\r\n${FRAMED}`],
    ['of a known length', 'GET / HTTP/1.1', 200, ok('Trailer: X-Sum\r\n', 'ok')],
    [
      'that ends with the connection',
      'GET / HTTP/1.1',
      200,
      'HTTP/1.1 200 OK\r\nConnection: close\r\nTrailer: X-Sum\r\n\r\nok',
    ],
  ])('are not promised where none can come: an answer %s', async (_, line, status, answer) => {
    says = socket => {
      socket.write(answer)
      if (answer.includes('Connection: close')) socket.end()
    }
    const { port } = await before()
    const got = await sendRaw(port, `${line}\r\nHost: shop.example\r\n\r\n`)
    expect(statusOf(got)).toBe(status)
    expect(got).not.toContain('Trailer')
    expect(got.endsWith(status === 304 || line.startsWith('HEAD') ? '\r\n\r\n' : 'ok') || got.includes('ok\r\n0')).toBe(
      true,
    )
  })

  test('are not promised by a request that has none to send', async () => {
    says = ok(TEXT, 'ok')
    const { port } = await before()
    expect(statusOf(await sendRaw(port, 'GET / HTTP/1.1\r\nHost: shop.example\r\nTrailer: X-Sum\r\n\r\n'))).toBe(200)
    expect(heard).not.toContain('Trailer')
  })

  test('of a request pass no more than what could be said there', async () => {
    says = ok(TEXT, 'ok')
    const { port } = await before()
    const trailers =
      'X-Checksum: abc\r\nCookie: a=1\r\nHost: evil.example\r\nX-Forwarded-For: 6.6.6.6\r\nAuthorization: x\r\n'
    await sendRaw(
      port,
      `POST / HTTP/1.1\r\nHost: shop.example\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhi\r\n0\r\n${trailers}\r\n`,
    )
    expect(heard).toContain('0\r\nX-Checksum: abc\r\n\r\n')
    expect(heard).not.toMatch(/6\.6\.6\.6|evil|Cookie|Authorization/)
  })
})

test('what is compressed beyond measure streams: no more of it is kept than is under way', async () => {
  const bomb = gzipSync(`${PAGE}${'\0'.repeat(100_000_000)}`)
  says = socket => {
    socket.write(
      `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\nContent-Length: ${bomb.length}\r\n\r\n`,
    )
    socket.write(bomb)
  }
  const { port } = await before()
  const atFirst = process.memoryUsage().rss
  const slow = connect(port, '127.0.0.1')
  slow.on('error', () => {})
  slow.write('GET / HTTP/1.1\r\nHost: shop.example\r\nAccept-Encoding: identity\r\n\r\n')
  await new Promise(resolve => slow.once('readable', resolve))
  await turns(40)
  expect(process.memoryUsage().rss - atFirst).toBeLessThan(60_000_000)
  slow.destroy()
})
