import { ServerResponse } from 'node:http'
import { addHeader, type Given, replaceCookies, setCookiesOf } from './given-headers.ts'
import type { HeadKeeper } from './head-keeper.ts'
import { NodeDeparture } from './node-departure.ts'

type WriteHead = (this: ServerResponse, status: number, reason?: string | Given, headers?: Given) => ServerResponse

const writePlainHead = ServerResponse.prototype.writeHead as WriteHead

/** The headers about to be written, as the keeper wants them. */
function kept(response: ServerResponse, given: Given, { keep, secure }: HeadKeeper): Given {
  const setCookies = setCookiesOf(response, given)
  const change = keep(new NodeDeparture(response, given, { setCookies, https: secure }))
  let out = change.setCookies === setCookies ? given : replaceCookies(response, given, change.setCookies)
  for (const header of change.headers) out = addHeader(response, out, header)
  return out
}

/** RFC 9110, 15.2: what comes before the response is none. */
const isFinal = (response: ServerResponse, status: number): boolean => status >= 200 && !response.headersSent

const keeping = (keeper: HeadKeeper, writeHead: WriteHead): WriteHead =>
  function (this: ServerResponse, status, reason, headers) {
    if (!isFinal(this, status)) return writeHead.call(this, status, reason, headers)
    if (typeof reason === 'string') return writeHead.call(this, status, reason, kept(this, headers, keeper))
    return writeHead.call(this, status, kept(this, headers ?? reason, keeper))
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
