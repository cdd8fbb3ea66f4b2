export type SameSite = 'strict' | 'lax' | 'none' | 'unset'

/** Why a parser drops the whole line. */
export type ParseFlaw = 'empty-cookie' | 'nameless' | 'nameless-with-equals' | 'control-character'

export type CookiePriority = 'low' | 'medium' | 'high'

/** What a parser found in a `Set-Cookie` line. Strings hold one octet a character. */
export interface ParsedCookie {
  readonly name: string
  readonly value: string
  /** The `Domain` attribute that counts, as written; empty if there is none. */
  readonly domain: string
  /** The `Path` attribute that counts, as written; empty if there is none. */
  readonly path: string
  readonly secure: boolean
  readonly httpOnly: boolean
  readonly partitioned: boolean
  readonly sameSite: SameSite
  /** Seconds by `Max-Age`; 0 and less, and -Infinity: expired at once; Infinity: more than can be counted. */
  readonly maxAge: number | null
  /** Milliseconds since 1970 by `Expires`, where no `Max-Age` counts. */
  readonly expires: number | null
  readonly priority: CookiePriority
  /** Attributes left out because they are too long. */
  readonly ignored: readonly string[]
  /** Whether an attribute stands there twice. */
  readonly repeated: boolean
  /** Whether `Max-Age` or `Expires` says something that is no age. */
  readonly ageUnread: boolean
  readonly flaw: ParseFlaw | null
  /** Whether every dialect reads the line so. */
  readonly common: boolean
}
