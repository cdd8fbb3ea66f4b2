import type { IncomingMessage } from 'node:http'
import { createHopFilter } from './raw-headers.ts'

/** What is to be otherwise in a response's head. */
export interface HeadChanges {
  /** Headers that do not go out, by lower-case name. */
  readonly dropped: ReadonlySet<string>
  /** Headers that go out besides. */
  readonly added: readonly (readonly [name: string, value: string])[]
}

/** The address of the site behind as it would name itself, and as visitors know it. */
export interface Renaming {
  readonly from: string
  readonly to: string
}

const LENGTH = 'content-length'
const ADDRESSES = new Set(['location', 'content-location'])

const renamed = (value: string, { from, to }: Renaming): string =>
  value === from || value.startsWith(`${from}/`) || value.startsWith(`${from}?`) ? to + value.slice(from.length) : value

/** The head that goes to the visitor: all that came, but for what belongs to the connection, and the changes. */
export function responseHead(
  response: IncomingMessage,
  changes: HeadChanges | null,
  renaming: Renaming | null,
): string[] {
  const { rawHeaders, headers } = response
  const endsHere = createHopFilter(headers.connection)
  // RFC 9110, 8.6: here it would be waited for by who does not know better.
  const isEmpty = response.statusCode === 204
  const head: string[] = []
  for (let i = 0; i < rawHeaders.length; i += 2) {
    const name = rawHeaders[i] as string
    const value = rawHeaders[i + 1] as string
    const lower = name.toLowerCase()
    if (endsHere(lower) || changes?.dropped.has(lower) || (isEmpty && lower === LENGTH)) continue
    head.push(name, renaming !== null && ADDRESSES.has(lower) ? renamed(value, renaming) : value)
  }
  for (const [name, value] of changes?.added ?? []) head.push(name, value)
  return head
}

/**
 * RFC 9110, 6.5.1: what frames, routes, or says who asks and what they may, is said before a message or not at all. Some
 * servers join trailers to the headers, where these would pass unseen.
 */
const NEVER_TRAILING = new RegExp(
  `^(?:${[
    'connection|transfer-encoding|te|trailer|upgrade|content-(?:encoding|length|range|type)|host|via|expect|max-forwards|range',
    'forwarded|x[-_](?:forwarded[-_].*|real[-_]ip|client[-_]ip)|cookie|set-cookie2?|sec-.*|.*authoriz.*|.*authentic.*',
    'cache-control|vary|location|p3p|clear-site-data|content-security-policy.*',
  ].join('|')})$`,
  'i',
)

/** Trailers in the same way. */
export function trailersOf({ rawTrailers: raw }: IncomingMessage): [string, string][] {
  return Array.from({ length: raw.length >> 1 }, (_, i): [string, string] => [
    raw[2 * i] as string,
    raw[2 * i + 1] as string,
  ]).filter(([name]) => !NEVER_TRAILING.test(name))
}

/**
 * Whether trailers may follow where they were promised. RFC 9112, 7.1.2: only chunks can be followed by anything; a promise in
 * vain node:http does not send at all.
 */
export const keepsTrailers = (
  { method, httpVersion }: IncomingMessage,
  { headers, statusCode = 200 }: IncomingMessage,
): boolean =>
  headers.trailer === undefined ||
  (headers['transfer-encoding'] !== undefined &&
    method !== 'HEAD' &&
    httpVersion !== '1.0' &&
    ![204, 304].includes(statusCode))
