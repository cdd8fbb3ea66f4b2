import { once } from 'node:events'
import { Agent, type IncomingMessage, type RequestListener, request, type ServerResponse } from 'node:http'
import { createServer } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { eventually } from '../../../test/support/eventually.ts'
import { type Behind, type Standing, startGateway, startSite, stopAll } from '../../../test/support/gateway.ts'
import { sendRaw, statusOf } from '../../../test/support/raw-http.ts'
import { turns } from '../../../test/support/turns.ts'
import type { GatewayOptions } from './options.ts'

let sites: Behind[] = []
let gateways: Standing[] = []
afterEach(async () => {
  await stopAll(gateways, sites)
  sites = []
  gateways = []
})

async function before(
  listener: RequestListener,
  options: Partial<GatewayOptions> = {},
): Promise<Standing & { behind: Behind }> {
  const behind = await startSite(listener)
  sites.push(behind)
  const standing = await startGateway({ to: behind.url, ...options })
  gateways.push(standing)
  return { ...standing, behind }
}

/** Tells what came to the site behind. */
const tellBack: RequestListener = (asked, response) => {
  const pieces: Buffer[] = []
  asked.on('data', piece => pieces.push(piece))
  asked.on('end', () => {
    const body = Buffer.concat(pieces).toString()
    response.end(
      JSON.stringify({
        method: asked.method,
        url: asked.url,
        headers: asked.headersDistinct,
        body,
        trailers: asked.trailers,
        raw: asked.rawHeaders,
      }),
    )
  })
}
interface Told {
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string[]>>
  readonly body: string
  readonly trailers: Readonly<Record<string, string>>
}
const told = (answer: string): Told => JSON.parse(answer.slice(answer.indexOf('{'), answer.lastIndexOf('}') + 1))

const GET = (head = '', path = '/') => `GET ${path} HTTP/1.1\r\nHost: shop.example\r\n${head}\r\n`

describe('what goes to the site behind', () => {
  test('is what came, with where it came from, without what belongs to the connection', async () => {
    const { port } = await before(tellBack)
    const head = [
      'Sec-GPC: 1',
      'X-One: a',
      'X-One: b',
      'Connection: keep-alive, X-Hop',
      'X-Hop: 1',
      'Keep-Alive: 5',
      'Via: 1.0 fred',
      'X-Forwarded-For: 6.6.6.6',
      'X_Forwarded_Proto: https',
      'Forwarded: for=6.6.6.6',
      'X-Real-IP: 6.6.6.6',
    ]
    const { headers, url } = told(await sendRaw(port, GET(`${head.join('\r\n')}\r\n`, '/a?b=%20c&d')))
    expect(url).toBe('/a?b=%20c&d')
    expect(headers).toMatchObject({
      'sec-gpc': ['1'],
      'x-one': ['a', 'b'],
      host: ['shop.example'],
      'x-forwarded-for': ['127.0.0.1'],
      'x-forwarded-proto': ['http'],
      'x-forwarded-host': ['shop.example'],
    })
    expect(headers['via']?.[0]).toMatch(/^1\.0 fred, 1\.1 candor-[0-9a-f]{8}$/)
    for (const name of ['x-hop', 'keep-alive', 'forwarded', 'x-real-ip', 'x_forwarded_proto'])
      expect(headers).not.toHaveProperty(name)
  })

  test('believes who stands before it only if told to', async () => {
    const { port } = await before(tellBack, { trustProxy: true })
    const head = 'X-Forwarded-For: 6.6.6.6\r\nX-Forwarded-Proto: https\r\nX-Forwarded-Host: www.shop.example\r\n'
    expect(told(await sendRaw(port, GET(head))).headers).toMatchObject({
      'x-forwarded-for': ['6.6.6.6, 127.0.0.1'],
      'x-forwarded-proto': ['https'],
      'x-forwarded-host': ['www.shop.example'],
      host: ['www.shop.example'],
    })
  })

  test('has the name of the site behind where it is not to hear the other', async () => {
    const { port, behind } = await before(tellBack, { keepHost: false })
    expect(told(await sendRaw(port, GET())).headers).toMatchObject({
      host: [behind.url.host],
      'x-forwarded-host': ['shop.example'],
    })
  })

  test.each([
    ['with a length', 'Content-Length: 5\r\n\r\nhello', { 'content-length': ['5'] }],
    ['in chunks', 'Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n', { 'transfer-encoding': ['chunked'] }],
    ['without one', '\r\n', { 'content-length': ['0'] }],
  ])('keeps the body of a POST %s', async (_, rest, headers) => {
    const { port } = await before(tellBack)
    const got = told(await sendRaw(port, `POST / HTTP/1.1\r\nHost: a\r\n${rest}`))
    expect(got.headers).toMatchObject(headers)
    expect(got.body).toBe(rest.includes('hello') ? 'hello' : '')
  })

  test('keeps trailers', async () => {
    const { port } = await before(tellBack)
    const sent =
      'POST / HTTP/1.1\r\nHost: a\r\nTE: trailers\r\nTrailer: X-Sum\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nx\r\n0\r\nX-Sum: 7\r\n\r\n'
    const got = told(await sendRaw(port, sent))
    expect(got.trailers).toEqual({ 'x-sum': '7' })
    expect(got.headers).toMatchObject({ te: ['trailers'] })
  })

  test('waits for the word of the site behind before a body is sent', async () => {
    const { port, behind } = await before(tellBack)
    behind.server.on('checkContinue', (asked: IncomingMessage, response) => {
      response.writeContinue()
      tellBack(asked, response)
    })
    const got = await sendRaw(port, [
      'POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n',
      'ok',
    ])
    expect(got).toMatch(/^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 200 OK/)
    expect(told(got).body).toBe('ok')
  })

  test('takes a whole address of this very host for the path in it', async () => {
    const { port } = await before(tellBack)
    const got = told(await sendRaw(port, 'GET http://shop.example?a HTTP/1.1\r\nHost: shop.example\r\n\r\n'))
    expect(got.url).toBe('/?a')
  })
})

describe('what comes back', () => {
  test('keeps every line of cookies, the order and case of names, and the reason', async () => {
    const { port } = await before((_, response) => {
      response.sendDate = false
      response.writeHead(200, 'Fine', ['SET-cookie', 'a=1', 'x-B', '2', 'Set-Cookie', 'c=3', 'Content-Length', '2'])
      response.end('ok')
    })
    const got = await sendRaw(port, GET())
    expect(got).toContain('HTTP/1.1 200 Fine\r\nSET-cookie: a=1\r\nx-B: 2\r\nSet-Cookie: c=3\r\nContent-Length: 2\r\n')
    expect(got.endsWith('\r\n\r\nok')).toBe(true)
  })

  test.each([
    ['HEAD', 200, ['Content-Length', '7', 'ETag', '"x"']],
    ['GET', 204, ['ETag', '"x"']],
    ['GET', 304, ['ETag', '"x"', 'Content-Length', '7']],
  ])('of %s with %i has its head and no body', async (method, status, head) => {
    const { port } = await before((_, response) => response.writeHead(status, head).end())
    const got = await sendRaw(port, `${method} / HTTP/1.1\r\nHost: a\r\n\r\n`)
    expect(statusOf(got)).toBe(status)
    for (let i = 0; i < head.length; i += 2) expect(got).toContain(`${head[i]}: ${head[i + 1]}\r\n`)
    expect(got.endsWith('\r\n\r\n')).toBe(true)
    expect(got).not.toMatch(/transfer-encoding/i)
  })

  test('is a part where a part was asked for', async () => {
    const { port } = await before((asked, response) => {
      expect(asked.headers.range).toBe('bytes=1-2')
      response.writeHead(206, { 'Content-Range': 'bytes 1-2/5', 'Content-Length': 2 }).end('el')
    })
    const got = await sendRaw(port, GET('Range: bytes=1-2\r\n'))
    expect(got).toMatch(/^HTTP\/1\.1 206 .*Content-Range: bytes 1-2\/5.*\r\n\r\nel$/s)
  })

  test('has its trailers', async () => {
    const { port } = await before((_, response) => {
      response.writeHead(200, { Trailer: 'X-Sum' })
      response.write('x')
      response.addTrailers({ 'X-Sum': '7' })
      response.end()
    })
    expect(await sendRaw(port, GET())).toMatch(/\r\n0\r\nX-Sum: 7\r\n\r\n$/)
  })

  test('has what comes before it', async () => {
    const { port } = await before((_, response) => {
      response.writeEarlyHints({ link: ['</a.css>; rel=preload; as=style', '</b.js>; rel=preload'] })
      response.writeProcessing()
      setTimeout(() => response.end('ok'), 20)
    })
    const got = await sendRaw(port, GET())
    expect(got).toMatch(
      /^HTTP\/1\.1 103 Early Hints\r\nLink: <\/a\.css>; rel=preload; as=style, <\/b\.js>; rel=preload\r\n/,
    )
    expect(got).toMatch(/HTTP\/1\.1 102 Processing\r\n.*HTTP\/1\.1 200 OK/s)
  })

  test('leads to where visitors know the site, not to what stands behind', async () => {
    const { port, behind } = await before(
      (asked, response) => {
        response.writeHead(302, { Location: `http://${asked.headers.host}/next?x` }).end()
      },
      { keepHost: false },
    )
    expect(await sendRaw(port, GET())).toContain('Location: http://shop.example/next?x\r\n')
    expect(behind.url.host).not.toBe('shop.example')
  })

  test('goes to HTTP/1.0 without chunks', async () => {
    const { port } = await before((_, response) => response.end('ok'))
    const got = await sendRaw(port, 'GET / HTTP/1.0\r\nHost: a\r\n\r\n')
    expect(got).not.toMatch(/transfer-encoding/i)
    expect(got.endsWith('\r\n\r\nok')).toBe(true)
  })

  test('comes piece by piece, as it is made', async () => {
    let making: ServerResponse | undefined
    const { port } = await before((_, response) => {
      making = response
      response.write('one')
    })
    const asked = request({ port, host: '127.0.0.1' }).end()
    const [answer] = (await once(asked, 'response')) as [IncomingMessage]
    expect(String((await once(answer, 'data'))[0])).toBe('one')
    making?.end('two')
    expect(String((await once(answer, 'data'))[0])).toBe('two')
  })

  test('is not read faster than it is taken', async () => {
    const most = 500_000_000
    let written = 0
    const { port } = await before((_, response) => {
      const piece = Buffer.alloc(65_536)
      const more = () => {
        while (!response.destroyed && written < most) {
          written += piece.length
          if (!response.write(piece)) return void response.once('drain', more)
        }
      }
      more()
    })
    const asked = request({ port, host: '127.0.0.1' }).end()
    const [answer] = (await once(asked, 'response')) as [IncomingMessage]
    answer.pause()
    for (let before = 0; before < written; await turns(20)) before = written
    expect(written).toBeLessThan(most / 10)
    asked.destroy()
  })

  test('broken off behind is broken off here, never made to look whole', async () => {
    const { port } = await before((_, response) => {
      response.writeHead(200, { 'Content-Length': 100 }).write('half')
      setTimeout(() => response.destroy(), 20)
    })
    const asked = request({ port, host: '127.0.0.1' }).end()
    const [answer] = (await once(asked, 'response')) as [IncomingMessage]
    await expect(async () => {
      for await (const piece of answer) void piece
    }).rejects.toThrow()
  })
})

describe('connections to the site behind', () => {
  test('are kept, and a request that meets the end of one is asked again', async () => {
    let connections = 0
    let asked = 0
    const behind = createServer(socket => {
      connections++
      socket.on('error', () => {})
      socket.on('data', () => {
        asked++
        if (asked === 3) socket.destroy()
        else socket.write('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok')
      })
    })
    await new Promise<void>(resolve => behind.listen(0, '127.0.0.1', resolve))
    const { port: to } = behind.address() as { port: number }
    const standing = await startGateway({ to: new URL(`http://127.0.0.1:${to}`) })
    gateways.push(standing)
    for (let i = 0; i < 3; i++) expect(statusOf(await sendRaw(standing.port, GET()))).toBe(200)
    expect([asked, connections]).toEqual([4, 2])
    behind.close()
  })

  test('a POST is never sent twice', async () => {
    let asked = 0
    const behind = createServer(socket => {
      socket.on('error', () => {})
      socket.on('data', () => {
        asked++
        if (asked === 2) socket.destroy()
        else socket.write('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok')
      })
    })
    await new Promise<void>(resolve => behind.listen(0, '127.0.0.1', resolve))
    const { port: to } = behind.address() as { port: number }
    const standing = await startGateway({ to: new URL(`http://127.0.0.1:${to}`) })
    gateways.push(standing)
    await sendRaw(standing.port, GET())
    const post = 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n'
    expect(statusOf(await sendRaw(standing.port, post))).toBe(502)
    expect(asked).toBe(2)
    behind.close()
  })

  test('end with the visitor who left', async () => {
    let left = false
    const { port } = await before((_, response) => {
      response.write('x')
      response.once('close', () => (left = true))
    })
    await sendRaw(port, GET())
    await eventually(() => expect(left).toBe(true))
  })

  test('many at once on kept connections', async () => {
    const { port } = await before(tellBack)
    const agent = new Agent({ keepAlive: true, maxSockets: 20 })
    const one = async (i: number) => {
      const asked = request({ port, host: '127.0.0.1', agent, method: 'POST', path: `/${i}` }).end(`body ${i}`)
      const [answer] = (await once(asked, 'response')) as [IncomingMessage]
      let text = ''
      for await (const piece of answer) text += piece
      return told(text)
    }
    const all = await Promise.all(Array.from({ length: 300 }, (_, i) => one(i)))
    expect(all.every(({ url, body }, i) => url === `/${i}` && body === `body ${i}`)).toBe(true)
    agent.destroy()
  })
})
