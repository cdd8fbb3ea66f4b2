import { once } from 'node:events'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { enforcementOf, type Standing, startGateway } from '../../../test/support/gateway.ts'
import { ASKING } from '../../../test/support/gateway-declaration.ts'
import { policyOf } from '../../../test/support/policy-of.ts'
import { sendRaw, statusOf } from '../../../test/support/raw-http.ts'
import type { GatewayOptions } from './options.ts'

const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

/** Before a site that says back whatever comes through a WebSocket, and sets cookies as it agrees to one. */
async function before(options: Partial<GatewayOptions> = {}): Promise<Standing> {
  const server = createServer((_, response) => response.end('no socket'))
  const sockets = new WebSocketServer({ server, path: '/echo' })
  sockets.on('headers', headers => headers.push('Set-Cookie: basket=1', 'Set-Cookie: _stats=1'))
  sockets.on('connection', socket => socket.on('message', (data, binary) => socket.send(data, { binary })))
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const standing = await startGateway({ to: new URL(`http://127.0.0.1:${port}`), ...options })
  ends.push(() => {
    for (const client of sockets.clients) client.terminate()
    server.closeAllConnections()
    server.close()
  })
  ends.push(() => standing.gateway.drain())
  return standing
}

describe('WebSockets', () => {
  test('say back what was said, long and short, both ways', async () => {
    const { port } = await before()
    const socket = new WebSocket(`ws://127.0.0.1:${port}/echo`)
    await once(socket, 'open')
    for (const length of [0, 1, 200, 70_000, 3_000_000]) {
      socket.send(Buffer.alloc(length, 7))
      const [data] = (await once(socket, 'message')) as [Buffer]
      expect(data.equals(Buffer.alloc(length, 7))).toBe(true)
    }
    const closed = once(socket, 'close')
    socket.close(1000, 'enough')
    expect((await closed)[0]).toBe(1000)
  })

  test('are agreed to without the cookies that need a yes', async () => {
    const enforcement = enforcementOf(policyOf(ASKING))
    const { port } = await before({ current: () => enforcement })
    const socket = new WebSocket(`ws://127.0.0.1:${port}/echo`, { headers: { Host: 'shop.example' } })
    const [answer] = await once(socket, 'upgrade')
    expect(answer.headers['set-cookie']).toEqual(['basket=1'])
    socket.terminate()
  })

  test('that the site behind does not want are answered as it answers', async () => {
    const { port } = await before()
    const socket = new WebSocket(`ws://127.0.0.1:${port}/elsewhere`)
    socket.on('error', () => {})
    const [, answer] = await once(socket, 'unexpected-response')
    expect(answer.statusCode).toBe(400)
    socket.terminate()
  })

  test('cannot be had from a host that is not known, nor while the site behind is away', async () => {
    const { port } = await before({ knowsHost: () => false })
    const wish =
      'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n'
    expect(statusOf(await sendRaw(port, `GET /echo HTTP/1.1\r\nHost: evil.example\r\n${wish}\r\n`))).toBe(421)
    const away = await startGateway({ to: new URL('http://127.0.0.1:9') })
    ends.push(() => away.gateway.drain())
    expect(statusOf(await sendRaw(away.port, `GET /echo HTTP/1.1\r\nHost: a\r\n${wish}\r\n`))).toBe(502)
  })

  test('end when the gateway ends, which waits for answers under way', async () => {
    const { port, gateway } = await before()
    const socket = new WebSocket(`ws://127.0.0.1:${port}/echo`)
    await once(socket, 'open')
    const closed = once(socket, 'close')
    await gateway.drain()
    await closed
    const asked = request({ port, host: '127.0.0.1' })
    asked.end()
    await expect(once(asked, 'response')).rejects.toThrow(/ECONNREFUSED/)
  })
})
