import type { IncomingMessage } from 'node:http'
import { createHopFilter, type RawHeaders } from './raw-headers.ts'

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
  const head: string[] = []
  for (let i = 0; i < rawHeaders.length; i += 2) {
    const name = rawHeaders[i] as string
    const value = rawHeaders[i + 1] as string
    const lower = name.toLowerCase()
    if (endsHere(lower) || changes?.dropped.has(lower)) continue
    head.push(name, renaming !== null && ADDRESSES.has(lower) ? renamed(value, renaming) : value)
  }
  for (const [name, value] of changes?.added ?? []) head.push(name, value)
  return head
}

/** Trailers in the same way. */
export function trailersOf(message: IncomingMessage): [string, string][] {
  const raw: RawHeaders = message.rawTrailers
  return Array.from({ length: raw.length >> 1 }, (_, i) => [raw[2 * i] as string, raw[2 * i + 1] as string])
}
