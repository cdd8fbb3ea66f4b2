import { ServerResponse } from 'node:http'
import type { Leaving } from '../door/door.ts'
import { appendToHead, canAppend } from './append-to-head.ts'
import { addHeader, type Given, hasHeader, removeHeader, replaceCookies, setCookiesOf } from './given-headers.ts'
import type { HeadKeeper } from './head-keeper.ts'
import { NodeDeparture } from './node-departure.ts'

type WriteHead = (this: ServerResponse, status: number, reason?: string | Given, headers?: Given) => ServerResponse

const writePlainHead = ServerResponse.prototype.writeHead as WriteHead

/** RFC 9110, 15.2: what comes before the response is none. */
const isFinal = (response: ServerResponse, status: number): boolean => status >= 200 && !response.headersSent

/** The headers to write, and what is still to be appended to them then. */
interface KeptHead {
  readonly given: Given
  readonly append: Leaving['headers']
}

interface Keeping extends HeadKeeper {
  /** Whether headers are appended to the written head. */
  readonly appends: boolean
}

const POLICY = 'p3p'

/** The head as the keeper wants it. */
function keptHead(
  response: ServerResponse,
  given: Given,
  { keep, secure, appends, ownsPolicyHeader }: Keeping,
): KeptHead {
  const setCookies = setCookiesOf(response, given)
  const { headers, setCookies: kept } = keep(new NodeDeparture(response, given, { setCookies, https: secure }))
  const rest = ownsPolicyHeader && hasHeader(response, given, POLICY) ? removeHeader(response, given, POLICY) : given
  const changed = kept === setCookies ? rest : replaceCookies(response, rest, kept)
  if (headers.length === 0 || appends) return { given: changed, append: headers }
  return { given: headers.reduce((out, header) => addHeader(response, out, header), changed), append: [] }
}

/** Who writes heads in a way of their own shall see all that is in them. */
function keeping(keeper: HeadKeeper, writeHead: WriteHead): WriteHead {
  const how: Keeping = { ...keeper, appends: writeHead === writePlainHead && canAppend() }
  return function (this: ServerResponse, status, reason, headers) {
    if (!isFinal(this, status)) return writeHead.call(this, status, reason, headers)
    const said = typeof reason === 'string'
    const { given, append } = keptHead(this, said ? headers : (headers ?? reason), how)
    if (said) writeHead.call(this, status, reason, given)
    else writeHead.call(this, status, given)
    if (append.length > 0) appendToHead(this, append)
    return this
  }
}

/**
 * Makes what watches the heads of responses. Those as Node makes them share one function; where another has put its own
 * in place, that one still writes.
 */
export function createHeadWatcher(keeper: HeadKeeper): (response: ServerResponse) => void {
  const shared = keeping(keeper, writePlainHead)
  return response => {
    const writeHead = response.writeHead as WriteHead
    const own = writeHead === writePlainHead ? shared : keeping(keeper, writeHead)
    response.writeHead = own as typeof response.writeHead
  }
}
