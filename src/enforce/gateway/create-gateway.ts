import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { createOwnRoutes } from './answer-own.ts'
import { createExchanger } from './exchange.ts'
import { createGatekeeper } from './gatekeeper.ts'
import { type Refusal, refuse } from './http/refuse-request.ts'
import { replayWithoutUpgrade } from './http/replay-without-upgrade.ts'
import { pathOf } from './http/target.ts'
import { faultOf } from './http/upstream.ts'
import type { GatewayOptions } from './options.ts'
import { ownPage, sendOwnPage } from './own-page.ts'
import { isOwn } from './own-routes.ts'
import { createTunnels, wishesForTunnel } from './tunnel.ts'

export interface Gateway {
  readonly server: Server
  /** Begins to answer; gives back its address. Rejects with the system's error when the port cannot be had. */
  readonly listen: (port: number, host: string) => Promise<string>
  /** Asks the site behind for its head, so that whether it answers is told before the first visitor comes. */
  readonly tryBehind: () => void
  /** Takes no new connection, lets what is under way end, and resolves when all is done. */
  readonly drain: () => Promise<void>
}

/** How often slow requests are looked for (milliseconds). */
const LOOK_FOR_SLOW = 2000

const CLIENT_FAULTS: Readonly<Record<string, string>> = {
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
}

/** Stands before a site and holds it to its policy. */
export function createGateway(options: GatewayOptions): Gateway {
  const keeper = createGatekeeper(options)
  const { limits, metrics } = keeper
  const forward = createExchanger(keeper)
  const tunnels = createTunnels(keeper)
  const busy = new WeakMap<Duplex, ServerResponse>()
  /** What follows on a connection after a request that could not be read for sure is not read at all. */
  const condemned = new WeakSet<Duplex>()
  let draining = false
  const own = createOwnRoutes(keeper, () => draining)
  const bounds = { body: limits.body, knowsHost: options.knowsHost, name: keeper.name }

  const server = createServer({
    maxHeaderSize: limits.head,
    headersTimeout: limits.headTime,
    requestTimeout: limits.requestTime,
    keepAliveTimeout: limits.keptTime,
    connectionsCheckingInterval: LOOK_FOR_SLOW,
    insecureHTTPParser: false,
    noDelay: true,
  })
  server.maxHeadersCount = 0

  function account(request: IncomingMessage, response: ServerResponse): void {
    const began = performance.now()
    metrics.underWay++
    busy.set(request.socket, response)
    response.once('close', () => {
      metrics.underWay--
      if (busy.get(request.socket) === response) busy.delete(request.socket)
      metrics.finish(response.statusCode, (performance.now() - began) / 1000)
      if (draining) server.closeIdleConnections()
    })
  }

  function turnAway(request: IncomingMessage, response: ServerResponse, refused: Refusal): void {
    condemned.add(request.socket)
    metrics.refusals.add(refused.reason)
    response.shouldKeepAlive = false
    sendOwnPage(response, ownPage(request, refused, options.current()?.policy ?? null))
  }

  /** A fault of this program costs one answer, not all of them. */
  function answerOrFail(request: IncomingMessage, response: ServerResponse): void {
    if (condemned.has(request.socket)) return
    account(request, response)
    if (draining) response.shouldKeepAlive = false
    try {
      answer(request, response)
    } catch (error) {
      keeper.tellFailure(error)
      if (response.headersSent) response.destroy()
      else sendOwnPage(response, ownPage(request, { status: 500, reason: 'unchecked' }, null))
    }
  }

  function answer(request: IncomingMessage, response: ServerResponse): void {
    const path = pathOf(request.url ?? '/')
    const [bare = path] = path.split('?', 1)
    const origin = keeper.originOf(request)
    const refused = refuse(request, origin.host, bounds)
    const isLegible = refused === null || refused.reason === 'host-unknown'
    if (isLegible && isOwn(bare) && own.machines(request, response, bare)) return
    if (refused !== null) turnAway(request, response, refused)
    else if (isOwn(bare) || own.publishes(request, bare)) {
      const url = `http${origin.https ? 's' : ''}://${origin.host}${path}`
      const answered = isOwn(bare) ? own.choices(request, response, url) : own.publication(request, response, url)
      answered.catch(() => response.destroy())
    } else forward({ request, response, path, origin, visit: keeper.visit(request, origin, path) })
  }

  function upgrade(request: IncomingMessage, socket: Duplex, first: Buffer): void {
    const [bare = ''] = pathOf(request.url ?? '/').split('?', 1)
    if (wishesForTunnel(request) && !isOwn(bare)) tunnels.connect(request, socket, first)
    else replayWithoutUpgrade(server, request, socket, first)
  }

  server.on('request', answerOrFail)
  server.on('checkContinue', answerOrFail)
  server.on('checkExpectation', answerOrFail)
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, first: Buffer) => {
    socket.on('error', () => socket.destroy())
    // An answer before this one is still to come, or what came before could not be read.
    if (busy.has(socket) || condemned.has(socket)) return void socket.destroy()
    try {
      upgrade(request, socket, first)
    } catch (error) {
      keeper.tellFailure(error)
      socket.destroy()
    }
  })
  server.on('connect', (_, socket: Duplex) => {
    socket.on('error', () => socket.destroy())
    if (busy.has(socket)) socket.destroy()
    else socket.end('HTTP/1.1 405 Method Not Allowed\r\nConnection: close\r\n\r\n')
  })
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    metrics.refusals.add('malformed')
    if (!socket.writable || busy.get(socket)?.headersSent) socket.destroy()
    else socket.end(`HTTP/1.1 ${CLIENT_FAULTS[error.code ?? ''] ?? '400 Bad Request'}\r\nConnection: close\r\n\r\n`)
  })
  // Time alone is no fault: the site behind may be thinking. What waits to be taken and is not, is.
  server.setTimeout(limits.stuckTime, socket => {
    if (socket.writableLength > 0) socket.destroy()
  })

  return {
    server,
    async listen(port, host) {
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject)
        server.listen(port, host, resolve)
      })
      const { port: got } = server.address() as AddressInfo
      return `http://${host.includes(':') ? `[${host}]` : host}:${got}/`
    },
    tryBehind() {
      const head = ['Host', keeper.upstream.host, 'Via', `1.1 ${keeper.name}`, 'Connection', 'close']
      const asked = keeper.upstream.ask({ method: 'HEAD', path: '/', head, isAlone: true })
      asked.once('response', answer => answer.resume())
      asked.once('error', error => keeper.tellFault(faultOf(error), error))
      asked.end()
    },
    async drain() {
      draining = true
      const cut = setTimeout(() => server.closeAllConnections(), limits.drainTime)
      const closed = new Promise<void>(resolve => server.close(() => resolve()))
      server.closeIdleConnections()
      tunnels.closeAll()
      await closed
      clearTimeout(cut)
      keeper.upstream.close()
    },
  }
}
