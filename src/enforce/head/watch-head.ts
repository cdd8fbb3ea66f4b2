import { type IncomingMessage, ServerResponse } from 'node:http'
import type { Leaving } from '../door/door.ts'
import { appendToHead, canAppend } from './append-to-head.ts'
import { addHeader, type Given, hasHeader, removeHeader, replaceCookies, setCookiesOf } from './given-headers.ts'
import type { HeadKeeper } from './head-keeper.ts'
import { NodeDeparture, type Watched } from './node-departure.ts'

type WriteHead = (this: ServerResponse, status: number, reason?: string | Given, headers?: Given) => ServerResponse

const writePlainHead = ServerResponse.prototype.writeHead as WriteHead

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
function keptHead(watched: Watched, given: Given, { keep, secure, appends, ownsPolicyHeader }: Keeping): KeptHead {
  const { response } = watched
  const setCookies = setCookiesOf(response, given)
  const { headers, setCookies: kept } = keep(new NodeDeparture(watched, given, { setCookies, https: secure }))
  const rest = ownsPolicyHeader && hasHeader(response, given, POLICY) ? removeHeader(response, given, POLICY) : given
  const changed = kept === setCookies ? rest : replaceCookies(response, rest, kept)
  if (headers.length === 0 || appends) return { given: changed, append: headers }
  return { given: headers.reduce((out, header) => addHeader(response, out, header), changed), append: [] }
}

/** The function in the place of `writeHead`, for one response. */
function keeping(watched: Watched, writeHead: WriteHead, how: Keeping): WriteHead {
  const { response } = watched
  let isWritten = false
  return (status, reason, headers) => {
    // RFC 9110, 15.2: what comes before the response is none.
    if (isWritten || status < 200) return writeHead.call(response, status, reason, headers)
    const said = typeof reason === 'string'
    const { given, append } = keptHead(watched, said ? headers : (headers ?? reason), how)
    if (said) writeHead.call(response, status, reason, given)
    else writeHead.call(response, status, given)
    // Only now: where it throws, another head will be tried.
    isWritten = true
    if (append.length > 0) appendToHead(response, append)
    return response
  }
}

/**
 * Makes what watches the heads of responses. Where another has put its own `writeHead` in place, that one still writes, and
 * sees all that is in the head. What is asked of the request is taken hold of at once, and each response has a function of its
 * own: a framework may give both another prototype, and every look into such an object is dear from then on.
 */
export function createHeadWatcher(keeper: HeadKeeper): (request: IncomingMessage, response: ServerResponse) => void {
  const plain: Keeping = { ...keeper, appends: canAppend() }
  const other: Keeping = { ...keeper, appends: false }
  return ({ rawHeaders }, response) => {
    const writeHead = response.writeHead as WriteHead
    const how = writeHead === writePlainHead ? plain : other
    response.writeHead = keeping({ response, rawHeaders }, writeHead, how) as typeof response.writeHead
  }
}
