import type { IncomingMessage, OutgoingHttpHeader, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import type { Policy } from '../../model/index.ts'
import { createHeaderChooser, type HeaderChooser } from './choose-header.ts'

/** For `node:http` alone, and for what calls middlewares in its way (Connect, Express). */
export type NodeMiddleware = (request: IncomingMessage, response: ServerResponse, next?: () => void) => void

type Line = OutgoingHttpHeader | undefined
/** What `writeHead` takes: the status, perhaps a reason, perhaps headers. */
type HeadArguments = [status: number, ...rest: unknown[]]

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

/** Where the headers stand among the arguments; 0 where there are none. */
function headersAt(args: HeadArguments): number {
  const last = args.length - 1
  return last > 0 && typeof args[last] === 'object' && args[last] !== null ? last : 0
}

/**
 * Gives the head about to be written the header for all its cookies. It goes where the other headers are: `setHeader`
 * would make Node take up one by one what it can write in one go.
 */
function addHeader(response: ServerResponse, choose: HeaderChooser | string, args: HeadArguments): void {
  if (response.headersSent) return
  const at = headersAt(args)
  const given = at === 0 ? undefined : args[at]
  const header = typeof choose === 'string' ? choose : chooseFor(response, choose, given)
  if (header === null) return
  if (given === undefined || Array.isArray(given)) response.setHeader('P3P', header)
  else args[at] = { ...given, P3P: header }
}

function chooseFor(response: ServerResponse, choose: HeaderChooser, given: unknown): string | null {
  const before = asLines(response.getHeader('set-cookie'))
  let added: readonly string[] = []
  if (given !== undefined)
    added = Array.isArray(given) ? cookiesInList(given) : cookiesInObject(given as OutgoingHttpHeaders)
  if (before.length + added.length === 0) return null
  return choose(added.length === 0 ? before : before.concat(added), response.req.headers.host ?? '')
}

/**
 * Watches the head of a response for the header to go with its cookies, or for the one header to go with any.
 * Whatever wrote `writeHead` before still writes it.
 */
export function watchHead(response: ServerResponse, choose: HeaderChooser | string): void {
  const writeHead = response.writeHead as (this: ServerResponse, ...args: HeadArguments) => ServerResponse
  response.writeHead = function (this: ServerResponse, ...args: HeadArguments) {
    addHeader(this, choose, args)
    return writeHead.apply(this, args)
  } as typeof response.writeHead
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
  return (_, response, next) => {
    watchHead(response, choose)
    next?.()
  }
}
