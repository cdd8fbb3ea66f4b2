/** What becomes of a cookie in a browser, in one word. */
export const COOKIE_OUTCOMES = ['kept', 'shortened', 'per-site', 'passing', 'refused', 'not-known'] as const
/**
 * `shortened`: not as long as it asks; `per-site`: in a jar apart for each page's site; `passing`: the same, but only
 * while the page is open.
 */
export type CookieOutcome = (typeof COOKIE_OUTCOMES)[number]

/** What a browser does with a cookie, with the rule that decided. */
export interface CookieTreatment {
  readonly outcome: CookieOutcome
  /** Days it is kept, or until the browser closes; null where that is not known or it is not kept. */
  readonly days: number | 'session' | null
  readonly rule: string
  /** What the sentence about the rule speaks of. */
  readonly data: Readonly<Record<string, string | number>>
}

/** A change that a cookie's owner can make. */
export const COOKIE_CHANGES = [
  'by-header',
  'secure',
  'same-site-none',
  'same-site-lax',
  'partitioned',
  'drop-partitioned',
  'http-only',
  'drop-http-only',
  'drop-domain',
  'path-root',
  'max-age',
  'by-https',
] as const
export type CookieChange = (typeof COOKIE_CHANGES)[number]

/** A smallest set of changes that lets more browsers do what is wanted than any smaller one does. */
export interface CookieRepair {
  readonly changes: readonly CookieChange[]
  /** The cookie with the changes made. */
  readonly line: string
  readonly via: 'header' | 'script'
  readonly url: string
  /** The browsers that then do what is wanted. */
  readonly works: readonly string[]
  /** What each browser then does, by its id. */
  readonly treatments: Readonly<Record<string, CookieTreatment>>
}

/** A declared cookie before every browser. */
export interface CookieRow {
  readonly name: string
  readonly host: string
  readonly party: 'first' | 'third'
  /** The line that is judged: the declaration does not tell attributes, so it has those that serve such a cookie best. */
  readonly line: string
  /** By the browser's id; set by a response header, and by a script. */
  readonly treatments: Readonly<Record<string, CookieTreatment>>
  readonly byScript: Readonly<Record<string, CookieTreatment>>
}

/** How a browser's rules are known: seen in the browser itself, read in its source, or told by its maker or others. */
export type BrowserEvidence = 'measured' | 'source' | 'documented'

/** The declared cookies by browsers. */
export interface CookieTable {
  /** In the order of the columns. */
  readonly browsers: readonly { readonly id: string; readonly version: string; readonly evidence: BrowserEvidence }[]
  readonly rows: readonly CookieRow[]
}
