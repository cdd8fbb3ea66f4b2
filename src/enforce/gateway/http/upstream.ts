import { Agent, type ClientRequest, request as requestHttp } from 'node:http'
import { request as requestHttps, Agent as SecureAgent } from 'node:https'
import { isIP } from 'node:net'
import type { RawHeaders } from './raw-headers.ts'

/** Why the site behind gave no answer. */
export type UpstreamFault = 'unreachable' | 'timeout' | 'broken'

export interface UpstreamLimits {
  /** To reach the site behind (milliseconds). */
  readonly connect: number
  /** Without a byte from it, or taken by it. */
  readonly quiet: number
}

export interface Asking {
  readonly method: string
  readonly path: string
  readonly head: RawHeaders
  /** On a connection of its own, which nobody else is asked for on afterwards. */
  readonly isAlone?: boolean
}

export interface Upstream {
  /** Its origin, as in an address. */
  readonly origin: string
  /** Its `Host`. */
  readonly host: string
  readonly ask: (asking: Asking) => ClientRequest
  readonly close: () => void
}

/** A header of the site behind may be long: sixteen cookies of the largest size. */
const MAX_HEADER = 65_536
const KEPT_OPEN = 256

class UpstreamTimeout extends Error {}

/** What an error on the way says of the site behind. */
export function faultOf(error: unknown): UpstreamFault {
  if (error instanceof UpstreamTimeout) return 'timeout'
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return code.startsWith('HPE_') || code === 'ECONNRESET' || code === 'EPIPE' ? 'broken' : 'unreachable'
}

function boundTime(request: ClientRequest, { connect, quiet }: UpstreamLimits): void {
  request.setTimeout(quiet, () => request.destroy(new UpstreamTimeout()))
  request.once('socket', socket => {
    if (!socket.connecting) return
    const timer = setTimeout(() => request.destroy(new UpstreamTimeout()), connect)
    socket.once('connect', () => clearTimeout(timer))
    socket.once('close', () => clearTimeout(timer))
  })
}

/** The site behind, with connections kept. */
export function createUpstream(to: URL, limits: UpstreamLimits): Upstream {
  const secure = to.protocol === 'https:'
  const agent = new (secure ? SecureAgent : Agent)({ keepAlive: true, maxFreeSockets: KEPT_OPEN, scheduling: 'lifo' })
  const request = secure ? requestHttps : requestHttp
  const host = to.hostname.replace(/^\[|\]$/g, '')
  return {
    origin: to.origin,
    host: to.host,
    ask({ method, path, head, isAlone = false }) {
      const asked = request({
        agent: isAlone ? false : agent,
        host,
        port: to.port || (secure ? 443 : 80),
        servername: isIP(host) === 0 ? host : '',
        method,
        path,
        headers: head,
        maxHeaderSize: MAX_HEADER,
        insecureHTTPParser: false,
      })
      boundTime(asked, limits)
      return asked
    },
    close: () => agent.destroy(),
  }
}

/** RFC 9110, 9.2.2: asked twice these come to the same. */
const REPEATABLE = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE'])

/**
 * A kept connection may end just when it is used again: what has no body and changes nothing is then asked once more.
 */
export const mayRepeat = (asked: ClientRequest, hasBody: boolean, error: unknown): boolean =>
  asked.reusedSocket && !hasBody && REPEATABLE.has(asked.method) && faultOf(error) === 'broken'
