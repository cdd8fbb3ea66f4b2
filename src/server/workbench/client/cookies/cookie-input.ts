import { addressOf } from '../../../../judge/cookies/index.ts'
import type { CookieRepair, CookieSetting } from '../../../../model/index.ts'

/** What stands in the fields. */
export interface CookieInput {
  /** A `Set-Cookie` line, as it was pasted. */
  readonly line: string
  readonly url: string
  readonly embedded: boolean
  /** The page around it, where it is embedded. */
  readonly top: string
  readonly script: boolean
}

const FIELD = /^set-cookie:[ \t]*/i
const SCHEME = /^[a-z][a-z0-9+.-]*:\/\//i
/** A scheme of pages and a host in one piece; some browsers' own parsers let a space pass. */
const PAGE = /^https?:\/\/[^\s/?#]+(?:[/?#]|$)/i

/** The line that is meant: of several the first that is a `Set-Cookie` header, without the header's name. */
export function lineFrom(pasted: string): string {
  const header = pasted.split(/\r?\n/).find(line => FIELD.test(line.trimStart()))
  return header === undefined ? pasted.replace(/[\r\n]+$/, '') : header.trimStart().replace(FIELD, '')
}

/** An address as one types it, `https` unless it says otherwise; null if no page can stand there. */
export function addressFrom(typed: string): string | null {
  const text = typed.trim()
  const url = SCHEME.test(text) ? text : `https://${text}`
  return PAGE.test(url) && addressOf(url) !== null ? url : null
}

/** How the cookie is set; null where an address is missing. */
export function settingFrom({ url, embedded, top, script }: CookieInput): CookieSetting | null {
  const address = addressFrom(url)
  const page = embedded ? addressFrom(top) : address
  if (address === null || page === null) return null
  const via = script ? 'script' : 'header'
  return { via, url: address, top: page, ancestors: [], method: 'GET', navigation: !embedded && !script }
}

/** The fields with a repair done. */
export const withRepair = (input: CookieInput, { line, via, url, changes }: CookieRepair): CookieInput => ({
  ...input,
  line,
  url,
  top: changes.includes('by-https') ? input.top.replace(/^http:/i, 'https:') : input.top,
  script: via === 'script',
})
