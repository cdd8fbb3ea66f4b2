/** One cookie, how it is set, and where it is asked for: `candor judge --cases` reads these. */
export interface CookieCase {
  readonly id: string
  readonly agent: string
  /** When the cookie is set: RFC 3339. */
  readonly now: string
  readonly set: CookieSetting
  /** The `Set-Cookie` line, or what a script assigns to `document.cookie`; one character a byte (0-255) if it came as bytes. */
  readonly cookie: string
  readonly ask: readonly CookieQuestion[]
  /** The `P3P` header's value that came with it, for agents that read it. */
  readonly compactPolicy?: string | null
}

export interface CookieSetting {
  readonly via: 'header' | 'script'
  readonly url: string
  /** The page in the address bar when the cookie was set. */
  readonly top: string
  /** The frames between the setting document and the top page, nearest first. */
  readonly ancestors: readonly string[]
  readonly method: string
  /** Whether the response answers a top-level navigation. */
  readonly navigation: boolean
}

/** Would the browser send it there? */
export interface CookieQuestion {
  readonly id: string
  readonly url: string
  readonly top: string
  readonly ancestors: readonly string[]
  readonly navigation: boolean
  readonly method: string
  /** The page that asks; null for a typed address. */
  readonly initiator: string | null
  /** Pages a redirect came through, in order. */
  readonly redirects?: readonly string[]
  /** How long after the setting. */
  readonly ageSeconds: number
}

/** An agent's answer to a case. Null where it cannot be known. */
export interface CookieAnswer {
  readonly id: string
  readonly stored: boolean | null
  /** The site that keys the jar; null for the common one. */
  readonly partition: string | null
  /** Days, or until the browser closes; null where it is not known how long it lives. */
  readonly expires: number | 'session' | null
  /** The rule that decided, by its stable code. */
  readonly rule: string
  readonly sent: Readonly<Record<string, boolean | null>>
}
