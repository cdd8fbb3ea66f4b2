import type { IncomingMessage } from 'node:http'

const NAME = 'content-type'

/** Fetch, "extract a MIME type": of several the last that is one counts, in whichever line; `*\/*` is none. */
export function contentTypeOf({ rawHeaders, headers }: Pick<IncomingMessage, 'rawHeaders' | 'headers'>): string {
  const only = headers[NAME]
  if (only === undefined) return ''
  const all: string[] = []
  for (let i = 0; i < rawHeaders.length; i += 2)
    if (rawHeaders[i]?.length === NAME.length && rawHeaders[i]?.toLowerCase() === NAME)
      all.push(rawHeaders[i + 1] ?? '')
  if (all.length < 2 && !only.includes(',')) return isType(only) ? only.trim() : ''
  return (
    all
      .flatMap(value => value.match(LISTED) ?? [])
      .findLast(isType)
      ?.trim() ?? ''
  )
}

/** Commas in quotes part nothing. */
const LISTED = /(?:[^,"]|"(?:[^"\\]|\\.)*"?)+/g
const TYPE = /^[\t\n\r ]*(?!\*\/\*)[\w!#$%&'*+.^`|~-]+\/[\w!#$%&'*+.^`|~-]+[\t\n\r ]*(?:;|$)/
const isType = (value: string): boolean => TYPE.test(value)

const essence = (type: string): string => (type.split(';', 1)[0] ?? '').trim().toLowerCase()

export const isHtml = (type: string): boolean => essence(type) === 'text/html'
export const isXhtml = (type: string): boolean => essence(type) === 'application/xhtml+xml'

const UNKNOWN = new Set(['', 'unknown/unknown', 'application/unknown'])

/** MIME Sniffing, 7: where nothing useful is said of a type, browsers look for themselves, unless they are told not to. */
export const isGuessed = (type: string, nosniff: string | undefined): boolean =>
  UNKNOWN.has(essence(type)) && nosniff?.split(',', 1)[0]?.trim().toLowerCase() !== 'nosniff'

const BEGINS_PAGE =
  /^[\t\n\f\r ]*<(?:!--|(?:!doctype html|html|head|script|iframe|h1|div|font|table|a|style|title|b|body|br|p)[ >])/i
/** The longest of these, and then some blanks. */
const ENOUGH = '<!doctype html>'.length

/** MIME Sniffing, 7.1: whether what begins so is taken for a page; null: not enough of it is there. */
export function beginsPage(first: Buffer, hasEnded: boolean): boolean | null {
  const text = first.toString('latin1', 0, MOST_LOOKED_AT)
  if (BEGINS_PAGE.test(text)) return true
  return hasEnded || text.length === MOST_LOOKED_AT || text.trimStart().length >= ENOUGH ? false : null
}

/** MIME Sniffing, 5.2. */
const MOST_LOOKED_AT = 1445
