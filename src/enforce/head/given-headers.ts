import { type OutgoingHttpHeader, type OutgoingHttpHeaders, ServerResponse } from 'node:http'

/** What `writeHead` takes besides the status: an object, or a list of names and values, flat or in pairs. */
export type Given = OutgoingHttpHeaders | readonly unknown[] | undefined

type Value = OutgoingHttpHeader | undefined

const NO_LINES: readonly string[] = []
const SET_COOKIE = 'set-cookie'

const asLines = (value: Value): readonly string[] => {
  if (value === undefined) return NO_LINES
  return Array.isArray(value) ? value : [String(value)]
}

/** Names are compared without regard to case: RFC 9110, 5.1. */
const isCalled = (name: unknown, wanted: string): boolean =>
  name === wanted || (typeof name === 'string' && name.length === wanted.length && name.toLowerCase() === wanted)

const isList = (given: Given): given is readonly unknown[] => Array.isArray(given)

/** A list in pairs, however it was given. */
function pairs(list: readonly unknown[]): readonly (readonly [unknown, unknown])[] {
  if (Array.isArray(list[0])) return list as readonly (readonly [unknown, unknown])[]
  return list.flatMap((name, at) => (at % 2 === 0 ? [[name, list[at + 1]] as const] : []))
}

function valuesIn(given: Given, wanted: string): readonly string[] {
  if (given === undefined) return NO_LINES
  if (isList(given))
    return pairs(given).flatMap(([name, value]) => (isCalled(name, wanted) ? asLines(value as Value) : []))
  let found = NO_LINES
  for (const name in given) {
    if (!isCalled(name, wanted)) continue
    const lines = asLines(given[name])
    found = found.length === 0 ? lines : found.concat(lines)
  }
  return found
}

const { getHeader, hasHeader: isSet } = ServerResponse.prototype

/** To look a method up in an object that a framework has given another prototype costs more than to call it. HTTP/2 has its own. */
const headerOf = (response: ServerResponse, name: string): Value =>
  response instanceof ServerResponse ? getHeader.call(response, name) : (response as ServerResponse).getHeader(name)

const hasSet = (response: ServerResponse, name: string): boolean =>
  response instanceof ServerResponse ? isSet.call(response, name) : (response as ServerResponse).hasHeader(name)

/** The response's `Set-Cookie` lines. What `writeHead` is given takes the place of what was set before. */
export function setCookiesOf(response: ServerResponse, given: Given): readonly string[] {
  const last = valuesIn(given, SET_COOKIE)
  return last.length > 0 ? last : asLines(headerOf(response, SET_COOKIE))
}

/** Whether the response has a header, set before or given now. */
export const hasHeader = (response: ServerResponse, given: Given, name: string): boolean =>
  hasSet(response, name) || valuesIn(given, name).length > 0

export const cacheControlOf = (response: ServerResponse, given: Given): string | null => {
  const last = valuesIn(given, 'cache-control')
  return (last.length > 0 ? last : asLines(response.getHeader('cache-control'))).join(', ') || null
}

/** Without any header of this name, in lower case. */
function without(given: Given, unwanted: string): Given {
  if (given === undefined) return undefined
  if (isList(given))
    return pairs(given)
      .filter(([name]) => !isCalled(name, unwanted))
      .flat()
  return Object.fromEntries(Object.entries(given).filter(([name]) => !isCalled(name, unwanted)))
}

/** Takes a header away, wherever it is; gives back what `writeHead` is to be given then. */
export function removeHeader(response: ServerResponse, given: Given, name: string): Given {
  response.removeHeader(name)
  return without(given, name)
}

/**
 * Adds a header where the others are: `setHeader` would make Node take up one by one what it can write in one go. Several
 * lines go as one value: where a header was ever set before, Node takes the last of several of one name in a list.
 */
export function addHeader(
  response: ServerResponse,
  given: Given,
  [name, value]: readonly [string, string | readonly string[]],
): Given {
  const written = typeof value === 'string' ? value : [...value]
  if (given === undefined) response.setHeader(name, written)
  else if (isList(given)) return [...pairs(given).flat(), name, written]
  else return { ...given, [name]: written }
  return undefined
}

/** Puts other `Set-Cookie` lines in the place of all; gives back what `writeHead` is to be given then. */
export function replaceCookies(response: ServerResponse, given: Given, lines: readonly string[]): Given {
  const others = removeHeader(response, given, SET_COOKIE)
  return lines.length === 0 ? others : addHeader(response, others, ['Set-Cookie', lines])
}
