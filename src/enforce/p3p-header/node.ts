import { type IncomingMessage, type OutgoingHttpHeader, type OutgoingHttpHeaders, ServerResponse } from 'node:http'
import type { Policy } from '../../model/index.ts'
import { createHeaderChooser, type HeaderChooser } from './choose-header.ts'

/** For `node:http` alone, and for what calls middlewares in its way (Connect, Express). */
export type NodeMiddleware = (request: IncomingMessage, response: ServerResponse, next?: () => void) => void

type HeadArguments = readonly [status: number, ...rest: unknown[]]
type GivenHeaders = OutgoingHttpHeaders | readonly OutgoingHttpHeader[]

const asLines = (value: OutgoingHttpHeader | undefined): readonly string[] => {
  if (value === undefined) return []
  return Array.isArray(value) ? value : [String(value)]
}

/** `Set-Cookie` among the headers given to `writeHead`: an object, a flat list, or a list of pairs. */
function cookiesGiven(headers: GivenHeaders): string[] {
  if (!Array.isArray(headers)) {
    return Object.entries(headers).flatMap(([name, value]) =>
      name.toLowerCase() === 'set-cookie' ? asLines(value) : [],
    )
  }
  const pairs = Array.isArray(headers[0]) ? (headers as unknown as [string, OutgoingHttpHeader][]) : pairsOf(headers)
  return pairs.flatMap(([name, value]) => (String(name).toLowerCase() === 'set-cookie' ? asLines(value) : []))
}

const pairsOf = (flat: readonly OutgoingHttpHeader[]): [string, OutgoingHttpHeader][] =>
  Array.from({ length: flat.length >> 1 }, (_, index) => [String(flat[2 * index]), flat[2 * index + 1] ?? ''])

/** Sets the header by all the cookies a response is about to set, just before its head is written. */
function addHeader(response: ServerResponse, choose: HeaderChooser, rest: readonly unknown[]): void {
  if (response.headersSent) return
  const given = rest.find(argument => typeof argument === 'object' && argument !== null) as GivenHeaders | undefined
  const before = response.getHeader('set-cookie')
  if (before === undefined && given === undefined) return
  const cookies = given === undefined ? asLines(before) : [...asLines(before), ...cookiesGiven(given)]
  if (cookies.length === 0) return
  const header = choose(cookies, response.req.headers.host ?? '')
  if (header !== null) response.setHeader('P3P', header)
}

/** Watches the head of a response: whatever wrote `writeHead` before still writes it. */
export function watchHead(response: ServerResponse, choose: HeaderChooser): void {
  const writeHead = response.writeHead as (this: ServerResponse, ...args: HeadArguments) => ServerResponse
  response.writeHead = function (this: ServerResponse, ...args: HeadArguments) {
    addHeader(this, choose, args.slice(1))
    return writeHead.apply(this, args as unknown as Parameters<typeof writeHead>)
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
