import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener, type HttpBindings } from '@hono/node-server'
import { isLoopback } from '../model/index.ts'

export interface ListenOptions {
  readonly port: number
  /** Default 127.0.0.1: a proxy stands in front where the world may come in. */
  readonly host?: string
}

export interface Listening {
  readonly url: string
  readonly server: Server
  /** Takes no new connection, lets what is under way end, and resolves when all is done. */
  readonly drain: () => Promise<void>
}

/** What is still under way this long (milliseconds) after the drain began is cut. */
const DRAIN_LIMIT = 10_000

/** RFC 9110, 7.2: what names a host. Anything else would only be there to get into a page or an address. */
const HOST = /^(?:[a-z0-9._-]+|\[[0-9a-f:.]+\])(?::\d{1,5})?$/i

const BAD_HOST = { status: 400, headers: { 'Content-Type': 'text/plain; charset=utf-8' } } as const

/** Handed the address that the request comes from. */
type Handler = (request: Request, remote: string) => Response | Promise<Response>

/** A visitor who is slower than this is let go (milliseconds); how often that is looked after. */
const SLOWEST = { headersTimeout: 10_000, requestTimeout: 30_000, connectionsCheckingInterval: 5000 }

/** Of a proxy on this machine, whom it speaks for: what it added itself is the last. Others could say anything. */
function remoteOf({ socket, headers }: IncomingMessage): string {
  const { remoteAddress = '' } = socket
  const forwarded = String(headers['x-forwarded-for'] ?? '')
    .split(',')
    .at(-1)
    ?.trim()
  return forwarded && isLoopback(remoteAddress) ? forwarded.slice(0, 100) : remoteAddress
}

/** Serves the handler. Rejects with the system's error when the port cannot be had. */
export async function listen(handler: Handler, { port, host = '127.0.0.1' }: ListenOptions): Promise<Listening> {
  const answer = getRequestListener((request, env) => {
    const { incoming } = env as HttpBindings
    if (!HOST.test(incoming.headers.host ?? '')) return new Response('There is no such host\n', BAD_HOST)
    return handler(request, remoteOf(incoming))
  })
  const server = createServer(SLOWEST, answer)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  const { port: got } = server.address() as AddressInfo
  const shown = host.includes(':') ? `[${host}]` : host
  const drain = () =>
    new Promise<void>(resolve => {
      const limit = setTimeout(() => server.closeAllConnections(), DRAIN_LIMIT)
      server.close(() => {
        clearTimeout(limit)
        resolve()
      })
      server.closeIdleConnections()
    })
  return { url: `http://${shown}:${got}/`, server, drain }
}
