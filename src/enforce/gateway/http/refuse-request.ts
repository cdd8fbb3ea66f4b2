import type { IncomingMessage } from 'node:http'

/** So many header lines are enough for anybody; the parser bounds their bytes. */
const MOST_HEADERS = 300

/** An authority as it stands in `Host`: a name, an IPv4 or an IPv6 address, perhaps a port. */
const HOST = /^(?:[a-z0-9_-]+(?:\.[a-z0-9_-]+)*\.?|\[[0-9a-f:.]+\])(?::\d{1,5})?$/i

export interface Refusal {
  readonly status: 400 | 413 | 417 | 421 | 431 | 501 | 508
  /** A stable word for the metrics, and for who reads the answer. */
  readonly reason: string
}

const refusal = (status: Refusal['status'], reason: string): Refusal => ({ status, reason })

function count(request: IncomingMessage, name: string): number {
  let found = 0
  for (let i = 0; i < request.rawHeaders.length; i += 2) if (request.rawHeaders[i]?.toLowerCase() === name) found++
  return found
}

/**
 * What two servers could read differently is not passed on. RFC 9112: 3.2 (one Host), 6.1 (one coding, never in HTTP/1.0),
 * 11.2. The parser has refused both lengths at once, two lengths, folded lines and bare line ends before.
 */
function refuseFraming(request: IncomingMessage, host: string): Refusal | null {
  const { headers, httpVersion, rawHeaders } = request
  if (rawHeaders.length > 2 * MOST_HEADERS) return refusal(431, 'headers-too-many')
  const coding = headers['transfer-encoding']
  if (coding !== undefined) {
    if (httpVersion !== '1.1' || count(request, 'transfer-encoding') > 1) return refusal(400, 'framing')
    if (coding.toLowerCase() !== 'chunked') return refusal(501, 'coding-unknown')
  }
  return HOST.test(host) && URL.canParse(`http://${host}`) && count(request, 'host') < 2
    ? null
    : refusal(400, 'host-bad')
}

/** RFC 9112, 3.2: a path, or a whole address of the host that is asked; nothing that could lead elsewhere. */
function refuseTarget({ url = '', method, headers }: IncomingMessage): Refusal | null {
  if (url.startsWith('/')) return url.includes('#') ? refusal(400, 'target-bad') : null
  if (url === '*') return method === 'OPTIONS' ? null : refusal(400, 'target-bad')
  const authority = /^https?:\/\/([^/?#]*)/i.exec(url)?.[1]
  return authority !== undefined && authority.toLowerCase() === headers.host?.toLowerCase() && !url.includes('#')
    ? null
    : refusal(400, 'target-bad')
}

export interface Bounds {
  /** Bytes of a request's body; 0: no bound. */
  readonly body: number
  readonly knowsHost: (host: string) => boolean
  /** How this gateway calls itself: what has it in `Via` has been here. */
  readonly name: string
}

/** Why a request to a host is not passed on; null if it is. */
export function refuse(request: IncomingMessage, host: string, { body, knowsHost, name }: Bounds): Refusal | null {
  const { headers } = request
  const malformed = refuseFraming(request, host) ?? refuseTarget(request)
  if (malformed !== null) return malformed
  if (!knowsHost(host)) return refusal(421, 'host-unknown')
  if (headers.via?.includes(name)) return refusal(508, 'loop')
  if (headers.expect !== undefined && headers.expect.toLowerCase() !== '100-continue')
    return refusal(417, 'expectation')
  return body > 0 && Number(headers['content-length'] ?? 0) > body ? refusal(413, 'body-too-large') : null
}
