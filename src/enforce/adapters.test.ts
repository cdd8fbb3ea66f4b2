import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http'
import { connect as connectHttp2, createServer as createHttp2Server, type IncomingHttpHeaders } from 'node:http2'
import { type AddressInfo, connect } from 'node:net'
import { Readable } from 'node:stream'
import { type HttpBindings, serve } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import express from 'express'
import { fastify as createFastify } from 'fastify'
import { Hono } from 'hono'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { askingPolicy, choiceOf, cookieHeader } from '../../test/support/door-policy.ts'
import { createDoor, type Door } from './door/index.ts'
import { doorMiddleware as expressDoor, withDoor as expressWithDoor } from './express.ts'
import { doorPlugin } from './fastify.ts'
import { doorMiddleware as honoDoor, withDoor as honoWithDoor } from './hono.ts'
import { doorMiddleware as nodeDoor, withDoor as nodeWithDoor } from './node.ts'

const policy = askingPolicy()
const none = choiceOf(policy, { statistics: 'refused', advertising: 'refused', tips: 'refused' })

const COOKIES = ['session=1; Path=/', 'stranger=1; Path=/', 'basket=1; Path=/; Max-Age=99999999']
const KEPT = ['session=1; Path=/', 'basket=1; Path=/; Max-Age=2592000']

/** To be called by who has heard the first piece: the last is made no sooner. */
let hear = () => {}

async function* pieces() {
  const heard = new Promise<void>(resolve => {
    hear = resolve
  })
  yield 'first '
  await heard
  yield 'last'
}

/** What frameworks leave to Node. */
const RAW: Readonly<Record<string, (request: IncomingMessage, response: ServerResponse) => void>> = {
  '/raw/hints': (_, response) => {
    response.writeEarlyHints({ link: '</style.css>; rel=preload', 'set-cookie': 'stranger=hint' })
    response.setHeader('Set-Cookie', COOKIES)
    response.end('done')
  },
  '/raw/trailers': (_, response) => {
    response.writeHead(200, { Trailer: 'Checksum', 'Set-Cookie': COOKIES })
    response.write('body')
    response.addTrailers({ Checksum: 'abc', 'Set-Cookie': 'stranger=trailer' })
    response.end()
  },
  '/raw/flat': (_, response) => {
    const cookies = COOKIES.flatMap(line => ['Set-Cookie', line])
    response.writeHead(201, 'Made so', ['Vary', 'A', ...cookies, 'Vary', 'B']).end('done')
  },
  '/raw/pairs': (_, response) => {
    // Node takes pairs too, though its types do not say so.
    const pairs = [['X-First', '1'], ...COOKIES.map(line => ['Set-Cookie', line])] as unknown as string[]
    response.writeHead(200, pairs).end('done')
  },
  '/raw/overwritten': (_, response) => {
    response.setHeader('Set-Cookie', 'session=before')
    response.setHeader('X-Other', 'kept')
    response.writeHead(200, { 'sEt-CoOkIe': COOKIES }).end('done')
  },
  '/raw/old-policy-set': (_, response) => {
    response.setHeader('p3p', 'CP="OLD"')
    response.setHeader('Set-Cookie', COOKIES)
    response.end('done')
  },
  '/raw/old-policy-given': (_, response) => {
    response.writeHead(200, { P3p: 'CP="OLD"', 'Set-Cookie': COOKIES, 'X-Other': 'kept' }).end('done')
  },
  '/raw/old-policy-listed': (_, response) => {
    response.writeHead(200, ['P3P', 'CP="OLD"', 'Set-Cookie', COOKIES[0] ?? '', 'X-Other', 'kept']).end('done')
  },
  '/raw/old-policy-alone': (_, response) => {
    response.setHeader('P3P', 'CP="OLD"')
    response.writeHead(200, { P3P: 'CP="OLDER"', 'Set-Cookie': 'stranger=1' }).end('done')
  },
  '/raw/none-left': (_, response) => {
    response.appendHeader('Set-Cookie', 'stranger=1').writeHead(204).end()
  },
}

type Build = (door: Door) => Server | Promise<Server>

const listening = (server: Server): Promise<Server> =>
  new Promise(resolve => (server.listening ? resolve(server) : server.once('listening', () => resolve(server))))

function honoApp(): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>()
  app.get('/cookies', context => {
    for (const line of COOKIES) context.header('Set-Cookie', line, { append: true })
    return context.text('done')
  })
  app.get('/plain', context => context.text('done'))
  app.get('/stream', context => {
    for (const line of COOKIES) context.header('Set-Cookie', line, { append: true })
    return context.body(Readable.toWeb(Readable.from(pieces()).map(text => Buffer.from(text))) as ReadableStream)
  })
  app.get('/error', () => {
    throw new Error('on purpose')
  })
  app.onError((_, context) => context.text('failed', 500, { 'Set-Cookie': 'stranger=1' }))
  app.get('/raw/*', context => {
    RAW[context.req.path]?.(context.env.incoming, context.env.outgoing)
    return RESPONSE_ALREADY_SENT
  })
  return app
}

const serveHono = (fetch: Parameters<typeof serve>[0]['fetch']): Promise<Server> =>
  listening(serve({ fetch, port: 0, hostname: '127.0.0.1' }) as Server)

function nodeListener(request: IncomingMessage, response: ServerResponse): void {
  const path = request.url ?? ''
  if (path === '/error') response.writeHead(500, { 'Set-Cookie': 'stranger=1' }).end('failed')
  else if (path === '/plain') response.end('done')
  else if (RAW[path] !== undefined) RAW[path](request, response)
  else {
    response.setHeader('Set-Cookie', COOKIES)
    if (path === '/stream') Readable.from(pieces()).pipe(response)
    else response.end('done')
  }
}

/** Headers that are there already make Node take a list apart, with or without a door. */
function expressApp(...middlewares: express.Handler[]): express.Express {
  const app = express().disable('x-powered-by')
  for (const middleware of middlewares) app.use(middleware)
  app.get('/cookies', (_, response) => void response.append('Set-Cookie', COOKIES).send('done'))
  app.get('/plain', (_, response) => void response.send('done'))
  app.get('/stream', (_, response) => void Readable.from(pieces()).pipe(response.append('Set-Cookie', COOKIES)))
  app.get('/error', async () => {
    throw new Error('on purpose')
  })
  app.get('/raw/:name', (request, response) => RAW[request.path]?.(request, response))
  app.use(((_error, _request, response, _next) => {
    response.status(500).append('Set-Cookie', 'stranger=1').send('failed')
  }) as express.ErrorRequestHandler)
  return app
}

const serveNode = (listener: RequestListener): Promise<Server> =>
  listening(createServer(listener).listen(0, '127.0.0.1'))

const BUILDS: Readonly<Record<string, Build>> = {
  'node:http, as a middleware': door => {
    const guard = nodeDoor(door)
    return serveNode((request, response) => guard(request, response, () => nodeListener(request, response)))
  },

  'node:http, around the application': door => serveNode(nodeWithDoor(door, nodeListener)),

  'Hono, as a middleware': door => {
    const app = new Hono<{ Bindings: HttpBindings }>().use(honoDoor(door)).route('/', honoApp())
    return serveHono(app.fetch as Parameters<typeof serve>[0]['fetch'])
  },

  'Hono, around the application': door =>
    serveHono(honoWithDoor(door, honoApp().fetch as (request: Request, env?: unknown) => Response | Promise<Response>)),

  'Express 5, as a middleware': door => serveNode(expressApp(expressDoor(door))),

  'Express 5, around the application': door => serveNode(expressWithDoor(door, expressApp())),

  'Fastify 5': async door => {
    const app = createFastify()
    await app.register(doorPlugin(door))
    app.get('/cookies', (_, reply) => void reply.header('Set-Cookie', COOKIES).send('done'))
    app.get('/plain', (_, reply) => void reply.send('done'))
    app.get('/stream', (_, reply) => void reply.header('Set-Cookie', COOKIES).send(Readable.from(pieces())))
    app.get('/error', async () => {
      throw new Error('on purpose')
    })
    app.get('/raw/:name', (request, reply) => {
      reply.hijack()
      RAW[request.url]?.(request.raw, reply.raw)
    })
    app.setErrorHandler((_error, _request, reply) => {
      reply.code(500).header('Set-Cookie', 'stranger=1').send('failed')
    })
    await app.listen({ port: 0, host: '127.0.0.1' })
    return app.server
  },
}

interface Heard {
  readonly text: string
  readonly lines: readonly string[]
  readonly setCookies: readonly string[]
}

/** Says it on a connection of its own; hears everything to the last octet, piece by piece. */
function say(server: Server, method: string, path: string, headers: readonly string[] = []): Promise<Heard> {
  const { port } = server.address() as AddressInfo
  return new Promise((resolve, reject) => {
    const pieces: string[] = []
    const socket = connect(port, '127.0.0.1')
    socket.setEncoding('latin1')
    socket.on('data', piece => {
      pieces.push(String(piece))
      if (pieces.join('').includes('first ')) hear()
    })
    socket.on('error', reject)
    socket.on('close', () => {
      const text = pieces.join('')
      const lines = text.split('\r\n')
      const setCookies = lines
        .filter(line => /^set-cookie:/i.test(line))
        .map(line => line.replace(/^set-cookie: */i, ''))
      resolve({ text, lines, setCookies })
    })
    socket.write(
      [`${method} ${path} HTTP/1.1`, 'Host: shop.example', 'Connection: close', ...headers, '', ''].join('\r\n'),
    )
  })
}

describe.each(Object.entries(BUILDS))('%s', (_, build) => {
  let server: Server
  let door: Door
  beforeEach(async () => {
    door = createDoor(policy)
    server = await build(door)
  })
  afterEach(() => {
    server.closeAllConnections()
    server.close()
  })

  test('each of several cookies has its own way', async () => {
    const { setCookies, lines, text } = await say(server, 'GET', '/cookies')
    expect(setCookies).toEqual(KEPT)
    expect(lines.filter(line => line.startsWith('P3P: '))).toHaveLength(1)
    expect(text).toMatch(/done\s*(?:0\s*)?$/)
  })

  test('without cookies nothing is added', async () => {
    const { text } = await say(server, 'GET', '/plain')
    expect(text).toMatch(/^HTTP\/1\.1 200 OK\r\n/)
    expect(text).not.toMatch(/p3p|set-cookie/i)
  })

  test('a body streams: its first piece is there before its last is made', async () => {
    const { setCookies, text } = await say(server, 'GET', '/stream')
    expect(setCookies).toEqual(KEPT)
    expect(text).toMatch(/first (?:\r\n4\r\n)?last/)
  })

  test('HEAD has the same head, and no body', async () => {
    const { setCookies, text } = await say(server, 'HEAD', '/cookies')
    expect(setCookies).toEqual(KEPT)
    expect(text).toMatch(/\r\n\r\n$/)
    expect(text).not.toContain('done')
  })

  test('errors pass, and their cookies are looked at too', async () => {
    const { setCookies, text } = await say(server, 'GET', '/error')
    expect(text).toMatch(/^HTTP\/1\.1 500 /)
    expect(text).toContain('failed')
    expect(setCookies).toEqual([])
  })

  test('early hints pass as they are, before the response', async () => {
    const { lines, text } = await say(server, 'GET', '/raw/hints')
    const [hints = '', head = ''] = text.split('\r\n\r\n')
    expect(hints).toMatch(/^HTTP\/1\.1 103 Early Hints\r\n/)
    expect(hints).toContain('set-cookie: stranger=hint')
    expect(hints).not.toContain('P3P')
    expect(head).toMatch(/^HTTP\/1\.1 200 OK\r\n/)
    expect(
      lines
        .filter(line => /^set-cookie:/i.test(line))
        .slice(1)
        .map(line => line.slice(12)),
    ).toEqual(KEPT)
  })

  test('trailers pass as they are', async () => {
    const { text } = await say(server, 'GET', '/raw/trailers')
    const [head = '', ...rest] = text.split('\r\n\r\n')
    expect(head).not.toContain('stranger')
    expect(rest.join('\r\n')).toMatch(/4\r\nbody\r\n0\r\nChecksum: abc\r\nSet-Cookie: stranger=trailer\r\n/)
  })

  test.each([
    ['/raw/flat', /^HTTP\/1\.1 201 Made so\r\nVary: A\r\nVary: B\r\n/],
    ['/raw/pairs', /^HTTP\/1\.1 200 OK\r\nX-First: 1\r\n/],
    ['/raw/overwritten', /^HTTP\/1\.1 200 OK\r\n(?:.*\r\n)*X-Other: kept\r\n/i],
  ])('headers given as Node takes them: %s', async (path, head) => {
    const { setCookies, text } = await say(server, 'GET', path)
    expect(setCookies).toEqual(KEPT)
    expect(text).toMatch(head)
    expect(text).toContain('P3P: ')
  })

  test.each(['set', 'given', 'listed'])(
    'an old policy of the application gives way to the declared one: %s',
    async how => {
      const { text, lines } = await say(server, 'GET', `/raw/old-policy-${how}`)
      expect(lines.filter(line => /^p3p:/i.test(line))).toEqual([expect.stringMatching(/^P3P: policyref=.*CP="/)])
      expect(text).toMatch(how === 'set' ? /done/ : /x-other: kept/i)
    },
  )

  test('an old policy goes where no cookie is left that it could speak of', async () => {
    const { text, setCookies } = await say(server, 'GET', '/raw/old-policy-alone')
    expect(setCookies).toEqual([])
    expect(text).not.toMatch(/p3p/i)
    expect(text).toContain('done')
  })

  test('where no cookie is left, none is sent, and no policy for it', async () => {
    const { setCookies, text } = await say(server, 'GET', '/raw/none-left')
    expect(text).toMatch(/^HTTP\/1\.1 204 /)
    expect(setCookies).toEqual([])
    expect(text).not.toContain('P3P')
  })

  test('whoever refused has their cookies taken back, by any response', async () => {
    const cookie = cookieHeader(none, '_stats=1', 'session=2')
    const { setCookies } = await say(server, 'GET', '/plain', [`Cookie: ${cookie}`])
    expect(setCookies).toContain('_stats=; Max-Age=0; Path=/; Domain=shop.example; Secure; SameSite=None')
    expect(setCookies.some(line => line.startsWith('session='))).toBe(false)
  })

  test('the browser’s signal is heard', async () => {
    const { setCookies } = await say(server, 'GET', '/plain', ['Cookie: ads=1', 'Sec-GPC: 1'])
    expect(setCookies[0]).toMatch(/^ads=; Max-Age=0/)
    expect(door.stats().counts[0]).toMatchObject({ action: 'expired', cookie: 'ads', reason: 'cookie-withdrawn' })
  })

  test('a change of protocols passes as it is', async () => {
    server.on('upgrade', (_request, socket) => {
      socket.write(
        'HTTP/1.1 101 Switching Protocols\r\nUpgrade: echo\r\nConnection: Upgrade\r\nSet-Cookie: stranger=1\r\n\r\n',
      )
      socket.once('data', data => socket.end(data))
    })
    const { port } = server.address() as AddressInfo
    const heard = await new Promise<string>((resolve, reject) => {
      let text = ''
      const socket = connect(port, '127.0.0.1')
      socket.on('data', piece => {
        const before = text
        text += String(piece)
        if (before === '') socket.write('hello there')
      })
      socket.on('error', reject)
      socket.on('close', () => resolve(text))
      socket.write('GET /socket HTTP/1.1\r\nHost: shop.example\r\nConnection: Upgrade\r\nUpgrade: echo\r\n\r\n')
    })
    expect(heard).toBe(
      'HTTP/1.1 101 Switching Protocols\r\nUpgrade: echo\r\nConnection: Upgrade\r\nSet-Cookie: stranger=1\r\n\r\nhello there',
    )
  })
})

test('Express: below a mounted router the path is still the whole one', async () => {
  const cookies = policy.cookies.map(cookie => (cookie.name === 'basket' ? { ...cookie, path: '/shop' } : cookie))
  const router = express.Router().use(expressDoor(createDoor({ ...policy, cookies })))
  router.get('/view', (_, response) => void response.append('Set-Cookie', 'basket=1').send('done'))
  const server = await listening(express().use('/shop', router).listen(0, '127.0.0.1'))
  expect((await say(server, 'GET', '/shop/view')).setCookies).toEqual(['basket=1'])
  server.close()
})

describe('Hono on any other runtime', () => {
  const app = new Hono().use(honoDoor(createDoor(policy)))
  const answer = (): Response => {
    const response = new Response('done', { headers: { 'X-Other': 'kept' } })
    for (const line of COOKIES) response.headers.append('Set-Cookie', line)
    return response
  }
  app.get('/own', answer)
  app.get('/passed-on', () => {
    const response = answer()
    // As a response of `fetch` is: its headers cannot be changed where they are.
    const refuse = (): never => {
      throw new TypeError('immutable')
    }
    Object.assign(response.headers, { append: refuse, delete: refuse, set: refuse })
    return response
  })
  const bare = new Hono().get('/', answer)

  test.each<[string, () => Response | Promise<Response>]>([
    ['as a middleware', () => app.request('https://shop.example/own')],
    ['as a middleware, with a response passed on', () => app.request('https://shop.example/passed-on')],
    [
      'around the application',
      () => honoWithDoor(createDoor(policy), bare.fetch)(new Request('https://shop.example/')),
    ],
  ])('%s', async (_, ask) => {
    const response = await ask()
    expect(response.headers.getSetCookie()).toEqual(KEPT)
    expect(response.headers.get('P3P')).toContain('CP="')
    expect(response.headers.get('X-Other')).toBe('kept')
    expect(await response.text()).toBe('done')
  })
})

test('Fastify: tests that inject requests see the same', async () => {
  const app = createFastify()
  await app.register(doorPlugin(createDoor(policy)))
  app.get('/', (_, reply) => void reply.header('Set-Cookie', COOKIES).send('done'))
  const { headers, body } = await app.inject({ url: '/', headers: { host: 'shop.example' } })
  expect(headers['set-cookie']).toEqual(KEPT)
  expect(headers['p3p']).toContain('CP="')
  expect(body).toBe('done')
})

test('HTTP/2, whose responses keep their heads otherwise', async () => {
  const guard = nodeDoor(createDoor(policy))
  const server = createHttp2Server((request, response) => {
    // Node made them to be taken for those of HTTP/1.
    guard(request as unknown as IncomingMessage, response as unknown as ServerResponse)
    response.writeHead(200, { 'set-cookie': COOKIES, 'x-other': 'kept' }).end('done')
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const client = connectHttp2(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  const request = client.request({ ':path': '/', ':authority': 'shop.example', cookie: 'ads=1', 'sec-gpc': '1' })
  const headers = await new Promise<IncomingHttpHeaders>((resolve, reject) => {
    request.once('response', resolve).once('error', reject)
  })
  expect(headers['set-cookie']?.slice(0, 2)).toEqual(KEPT)
  expect(headers['set-cookie']?.[2]).toMatch(/^ads=; Max-Age=0/)
  expect(headers['p3p']).toContain('CP="')
  expect(headers['x-other']).toBe('kept')
  client.destroy()
  server.close()
})
