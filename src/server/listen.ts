import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'

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

type Handler = (request: Request) => Response | Promise<Response>

/** Serves the handler. Rejects with the system's error when the port cannot be had. */
export async function listen(handler: Handler, { port, host = '127.0.0.1' }: ListenOptions): Promise<Listening> {
  const server = createServer({ requestTimeout: 30_000, headersTimeout: 10_000 }, getRequestListener(handler))
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
