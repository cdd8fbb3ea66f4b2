import type { Engine, Sighting } from '../../model/index.ts'
import type { StoredCookie } from '../drivers/driver.ts'
import type { Environment } from '../drivers/find-executable.ts'

/** How to look: like an ordinary visitor unless told otherwise. */
export interface LookingOptions {
  /** Where browsers are looked for: the environment of the process. */
  readonly env: Environment
  /** An HTTP proxy, `HOST:PORT`, that everything goes through. It then finds the hosts, and only literal addresses are checked. */
  readonly proxy?: string
  /** Do not mind certificates. Default: false. */
  readonly insecure?: boolean
  /** Default: what the browser says of itself when a person sits before it. */
  readonly userAgent?: string
  /** Say by Global Privacy Control that nothing may be sold or shared. Default: false. */
  readonly gpc?: boolean
  /** What pages are asked for in, as in `Accept-Language`. Default: en. */
  readonly language?: string
  /** Whether addresses that are not of the public internet may be asked. Default: false. */
  readonly allowPrivate?: boolean
  /** Keep the values of cookies and storage, and addresses as they are. Default: length and hash only. */
  readonly values?: boolean
  /** Every page is our own: the browser may do without its sandbox. Default: false. */
  readonly ownPagesOnly?: boolean
  /** Ends everything: waits end, the browser is closed. */
  readonly stop?: AbortSignal
}

/** What one page may take. */
export interface VisitLimits {
  /** Until the page is taken as it is, in seconds. Default: 20. */
  readonly seconds?: number
  /** How long nothing may have been asked for before the page counts as done, in milliseconds. Default: 500. */
  readonly quiet?: number
  /** Most redirects of the page itself, by whatever means. Default: 20. */
  readonly redirects?: number
  /** Most bytes of the page and all its parts. Default: 64 MiB. */
  readonly bytes?: number
  /** Most observations of one kind; what is beyond is counted. Default: 1000. */
  readonly most?: number
}

export type Gap = Extract<Sighting, { readonly kind: 'gap' }>

/** What was seen of a page since it was asked for, or since it was last looked at. */
export interface PageLook {
  /** Where it ended. */
  readonly url: string
  /** Whether a page came at all, be it one that tells of an error. */
  readonly ok: boolean
  /** Null where none came, or the engine does not tell it. */
  readonly status: number | null
  /** Everything but gaps. */
  readonly observations: readonly Exclude<Sighting, Gap>[]
  readonly gaps: readonly Gap[]
  /** Addresses the page links to, complete, without fragments, each once. */
  readonly links: readonly string[]
}

/** A document on the current page. */
export interface LookedFrame {
  readonly id: string
  readonly url: string
  /** Null for the page itself. */
  readonly parent: string | null
}

export interface EvaluateOptions {
  /** By `id`; default: the page itself. */
  readonly frame?: string
  /** `own`: a world that the page's scripts cannot see or alter, and which lasts as long as the document. Default: own. */
  readonly world?: 'own' | 'page'
}

/** A browser with a fresh profile. What it keeps from page to page is what a visitor's would keep. */
export interface Looking {
  readonly engine: Engine
  readonly version: string
  /**
   * Goes to an address and tells all that came of it; at most one at a time. Never throws for what a page does, but
   * `BrowserFault` when the browser itself is gone: then another has to be opened.
   */
  readonly visit: (url: string, limits?: VisitLimits) => Promise<PageLook>
  /** What has come of the current page since: after a choice was made on it. Waits until it is quiet. */
  readonly look: (limits?: VisitLimits) => Promise<PageLook>
  /**
   * The value, by JSON, of an expression or of the promise it gives. Throws `BrowserFault` when the page does not
   * answer in five seconds, or the expression throws.
   */
  readonly evaluate: <T>(expression: string, options?: EvaluateOptions) => Promise<T>
  readonly frames: () => Promise<readonly LookedFrame[]>
  /** PNG in base64 of what a visitor sees first; null where that could not be. */
  readonly screenshot: () => Promise<string | null>
  readonly cookies: () => Promise<readonly StoredCookie[]>
  /** Ends the browser and removes its profile. May be called twice. */
  readonly close: () => Promise<void>
}
