import type { IncomingMessage } from 'node:http'
import { createHopFilter, hasToken, type RawHeaders } from './raw-headers.ts'

/** Where a request came from, as the site behind is to hear it. */
export interface Origin {
  /** The visitor's address, as far as is known. */
  readonly address: string
  readonly https: boolean
  /** The `Host` that was asked for. */
  readonly host: string
}

export interface RequestHeadOptions {
  readonly origin: Origin
  /** The `Host` to send on. */
  readonly host: string
  /** How this gateway calls itself in `Via`. */
  readonly name: string
  /** Whether `X-Forwarded-…` of who asks are passed on. */
  readonly trustProxy: boolean
  /** Other values for some headers, by lower-case name; null: none. */
  readonly replaced: Readonly<Record<string, string | null>>
}

/** Some servers take `_` for `-`; so it is no way in either. */
const FORWARDING = /^(?:x[-_]forwarded[-_].*|forwarded|x[-_]real[-_]ip|x[-_]client[-_]ip|true[-_]client[-_]ip)$/

/** Only these have a body by default; without a length said, node:http would send an empty chunked one. */
const BODY_EXPECTED = new Set(['POST', 'PUT', 'PATCH'])

const LIST = ', '

/** Headers that say where the request came from; those of a proxy in front are added to where it is trusted. */
function forwarding(request: IncomingMessage, { origin, name, trustProxy }: RequestHeadOptions): readonly string[] {
  const before = trustProxy ? request.headers['x-forwarded-for'] : undefined
  const peer = request.socket.remoteAddress ?? 'unknown'
  const via = request.headers.via
  return [
    'X-Forwarded-For',
    before === undefined ? peer : `${before}${LIST}${peer}`,
    'X-Forwarded-Proto',
    origin.https ? 'https' : 'http',
    'X-Forwarded-Host',
    origin.host,
    'Via',
    `${via === undefined ? '' : via + LIST}${request.httpVersion} ${name}`,
  ]
}

/** RFC 9110, 7.6.3: set anew. */
const RENEWED = new Set(['host', 'via'])

/** The head that goes to the site behind: all that came, but for what belongs to the connection. */
export function requestHead(request: IncomingMessage, options: RequestHeadOptions): RawHeaders {
  const { rawHeaders, headers, method = 'GET' } = request
  const endsHere = createHopFilter(headers.connection)
  const head = ['Host', options.host]
  for (let i = 0; i < rawHeaders.length; i += 2) {
    const name = rawHeaders[i] as string
    const lower = name.toLowerCase()
    if (RENEWED.has(lower) || endsHere(lower) || FORWARDING.test(lower)) continue
    if (lower === 'trailer' && headers['transfer-encoding'] === undefined) continue
    const value = options.replaced[lower]
    if (value !== null) head.push(name, value ?? (rawHeaders[i + 1] as string))
  }
  head.push(...forwarding(request, options))
  if (hasToken(headers.te?.toString(), 'trailers')) head.push('TE', 'trailers')
  if (headers['transfer-encoding'] !== undefined) head.push('Transfer-Encoding', 'chunked')
  else if (headers['content-length'] === undefined && BODY_EXPECTED.has(method)) head.push('Content-Length', '0')
  return head
}
