import { type IncomingMessage, type OutgoingHttpHeader, type OutgoingHttpHeaders, ServerResponse } from 'node:http'
import type { Policy } from '../../model/index.ts'
import { createHeaderChooser, type HeaderChooser } from './choose-header.ts'

/** For `node:http` alone, and for what calls middlewares in its way (Connect, Express). */
export type NodeMiddleware = (request: IncomingMessage, response: ServerResponse, next?: () => void) => void

type Line = OutgoingHttpHeader | undefined
const asLines = (value: Line): readonly string[] => {
  if (value === undefined) return []
  return Array.isArray(value) ? value : [String(value)]
}

const isSetCookie = (name: unknown): boolean =>
  typeof name === 'string' && name.length === 10 && name.toLowerCase() === 'set-cookie'

/** `Set-Cookie` among headers given as an object. */
function cookiesInObject(headers: OutgoingHttpHeaders): readonly string[] {
  let found: readonly string[] = []
  for (const name in headers) if (isSetCookie(name)) found = found.concat(asLines(headers[name]))
  return found
}

/** The same in a flat list of names and values, or in a list of pairs. */
function cookiesInList(headers: readonly unknown[]): readonly string[] {
  const flat = headers.flatMap(entry => (Array.isArray(entry) ? [entry[0], entry[1]] : [entry])) as readonly Line[]
  return flat.flatMap((name, index) => (index % 2 === 0 && isSetCookie(name) ? asLines(flat[index + 1]) : []))
}

/** What `writeHead` takes after the status: a reason or headers, or both. */
type Given = object | string | undefined

function chooseFor(response: ServerResponse, choose: HeaderChooser, given: Given): string | null {
  const before = asLines(response.getHeader('set-cookie'))
  let added: readonly string[] = []
  if (Array.isArray(given)) added = cookiesInList(given)
  else if (typeof given === 'object') added = cookiesInObject(given as OutgoingHttpHeaders)
  if (before.length + added.length === 0) return null
  return choose(added.length === 0 ? before : before.concat(added), response.req.headers.host ?? '')
}

/**
 * The headers about to be written, with the header for all their cookies. It goes where the other headers are: `setHeader`
 * would make Node take up one by one what it can write in one go.
 */
function dress(response: ServerResponse, choose: HeaderChooser | string, given: Given): Given {
  if (response.headersSent) return given
  const header = typeof choose === 'string' ? choose : chooseFor(response, choose, given)
  if (header === null) return given
  if (typeof given === 'object' && !Array.isArray(given)) return { ...given, P3P: header }
  response.setHeader('P3P', header)
  return given
}

type WriteHead = (this: ServerResponse, status: number, reason?: Given, headers?: Given) => ServerResponse

const writePlainHead = ServerResponse.prototype.writeHead as WriteHead

const dressing = (choose: HeaderChooser | string, writeHead: WriteHead): WriteHead =>
  function (this: ServerResponse, status, reason, headers) {
    if (typeof reason === 'string') return writeHead.call(this, status, reason, dress(this, choose, headers))
    return writeHead.call(this, status, dress(this, choose, reason ?? headers))
  }

/**
 * Makes what watches the head of a response for the header to go with its cookies, or for the one header to go with any.
 * Responses as Node makes them share one function; where another has put its own in place, that one still writes.
 */
export function createHeadWatcher(choose: HeaderChooser | string): (response: ServerResponse) => void {
  const shared = dressing(choose, writePlainHead)
  return response => {
    const writeHead = response.writeHead as WriteHead
    const own = writeHead === writePlainHead ? shared : dressing(choose, writeHead)
    response.writeHead = own as typeof response.writeHead
  }
}

/**
 * Adds the `P3P` header as the policy declares: to every response, to those that set cookies, or to none.
 * Call it before the response is written.
 */
export function p3pHeader(policy: Policy): NodeMiddleware {
  const choose = createHeaderChooser(policy)
  if (policy.p3p.header !== 'with-cookies') {
    const header = choose([], '')
    return (_, response, next) => {
      if (header !== null) response.setHeader('P3P', header)
      next?.()
    }
  }
  const watch = createHeadWatcher(choose)
  return (_, response, next) => {
    watch(response)
    next?.()
  }
}
