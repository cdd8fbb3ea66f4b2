import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Gatekeeper } from './gatekeeper.ts'
import type { RawHeaders } from './http/raw-headers.ts'
import { refuse } from './http/refuse-request.ts'
import { responseHead } from './http/response-head.ts'
import { pathOf } from './http/target.ts'
import { faultOf } from './http/upstream.ts'
import { type OwnAnswer, type OwnPage, ownPage } from './own-page.ts'
import type { Visit } from './visit.ts'

/** Keeps a quiet tunnel from being forgotten by what stands between (milliseconds). */
const KEEP_ALIVE = 60_000

const headText = (line: string, head: RawHeaders): string => {
  let text = `HTTP/1.1 ${line}\r\n`
  for (let i = 0; i < head.length; i += 2) text += `${head[i]}: ${head[i + 1]}\r\n`
  return `${text}\r\n`
}

const statusLine = ({ statusCode = 502, statusMessage = '' }: IncomingMessage): string =>
  `${statusCode} ${statusMessage}`

/** Sends an answer where node:http no longer does, and ends the connection. */
function endWith(socket: Duplex, { status, headers, body }: OwnPage): void {
  socket.end(headText(`${status} `, [...Object.entries(headers).flat(), 'Connection', 'close']) + body, 'utf8')
}

/** What goes to a visitor who asked for a tunnel: the head, with what the door says of its cookies. */
function headFor(keeper: Gatekeeper, visit: Visit | null, answer: IncomingMessage): string[] | OwnAnswer {
  const plan = visit === null ? null : keeper.plan({ ...visit, page: null }, answer)
  if (plan instanceof Promise) return { status: 502, reason: 'unchecked' }
  if (plan !== null && 'reason' in plan) return plan
  return responseHead(answer, plan?.changes ?? null, null)
}

function join(visitor: Duplex, site: Duplex): void {
  visitor.pipe(site).pipe(visitor)
  for (const [one, other] of [
    [visitor, site],
    [site, visitor],
  ] as const) {
    one.on('error', () => other.destroy())
    one.on('close', () => other.destroy())
  }
}

/**
 * RFC 6455, 4.1: the wish for a WebSocket is a GET, and nothing follows it before it is granted. A body would be owed to
 * the site behind, which would take what comes next for it.
 */
export const wishesForTunnel = ({ method, headers }: IncomingMessage): boolean =>
  method === 'GET' &&
  headers.upgrade?.toLowerCase() === 'websocket' &&
  headers['transfer-encoding'] === undefined &&
  (headers['content-length'] ?? '0') === '0'

/** Tunnels of WebSockets (RFC 6455, 4): once both sides have agreed, bytes pass unread both ways. */
export function createTunnels(keeper: Gatekeeper) {
  const { upstream, metrics, options, limits, name } = keeper
  const open = new Set<Duplex>()

  function refuseWith(request: IncomingMessage, socket: Duplex, answer: OwnAnswer): void {
    metrics.refusals.add(answer.reason)
    endWith(socket, ownPage(request, answer, options.current()?.policy ?? null))
  }

  function connect(request: IncomingMessage, socket: Duplex, first: Buffer): void {
    const origin = keeper.originOf(request)
    const path = pathOf(request.url ?? '/')
    const visit = keeper.visit(request, origin, path)
    const head = [...keeper.requestHead(request, origin, visit), 'Connection', 'Upgrade', 'Upgrade', 'websocket']
    const asked = upstream.ask({ method: 'GET', path, head, isAlone: true })
    let answered = false
    const refuseBy = (answer: OwnAnswer) => refuseWith(request, socket, answer)

    asked.once('upgrade', (answer, site: Duplex, rest: Buffer) => {
      site.on('error', () => site.destroy())
      const granted = headFor(keeper, visit, answer)
      if ('reason' in granted) {
        site.destroy()
        return refuseBy(granted)
      }
      answered = true
      metrics.tunnels++
      open.add(socket)
      socket.once('close', () => {
        metrics.tunnels--
        open.delete(socket)
      })
      if ('setTimeout' in site && typeof site.setTimeout === 'function') site.setTimeout(0)
      socket.write(
        headText(statusLine(answer), [...granted, 'Connection', 'Upgrade', 'Upgrade', 'websocket']),
        'latin1',
      )
      if (rest.length > 0) socket.write(rest)
      if (first.length > 0) site.write(first)
      join(socket, site)
    })
    asked.once('response', answer => {
      const head = headFor(keeper, visit, answer)
      if ('reason' in head) return refuseBy(head)
      answered = true
      socket.write(headText(statusLine(answer), [...head, 'Connection', 'close']), 'latin1')
      answer.pipe(socket)
      answer.once('error', () => socket.destroy())
    })
    asked.once('error', error => {
      if (answered) return void socket.destroy()
      const reason = faultOf(error)
      metrics.faults.add(reason)
      keeper.tellFault(reason, error)
      refuseBy({ status: reason === 'timeout' ? 504 : 502, reason })
    })
    socket.once('close', () => asked.destroy())
    asked.end()
  }

  return {
    connect(request: IncomingMessage, socket: Duplex, first: Buffer): void {
      if ('setTimeout' in socket && typeof socket.setTimeout === 'function') socket.setTimeout(0)
      if ('setKeepAlive' in socket && typeof socket.setKeepAlive === 'function') socket.setKeepAlive(true, KEEP_ALIVE)
      const refused = refuse(request, keeper.originOf(request).host, {
        body: limits.body,
        knowsHost: options.knowsHost,
        name,
      })
      if (refused === null) connect(request, socket, first)
      else refuseWith(request, socket, refused)
    },
    /** They end by themselves only when somebody leaves. */
    closeAll(): void {
      for (const socket of open) socket.destroy()
    },
  }
}
