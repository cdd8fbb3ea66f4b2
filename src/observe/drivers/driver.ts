import type { Engine } from '../../model/index.ts'

/** A cookie as the browser's own jar holds it. */
export interface StoredCookie {
  readonly name: string
  readonly value: string
  /** With a leading dot when the cookie goes to subdomains too. */
  readonly host: string
  readonly path: string
  readonly secure: boolean
  readonly httpOnly: boolean
  /** Seconds since 1970; null for a session cookie. */
  readonly expires: number | null
  /** The site that keys the jar; null for the common one. */
  readonly partition: string | null
  /** What the jar goes by; null where nothing is kept. */
  readonly sameSite: 'Lax' | 'Strict' | 'None' | null
}

const SAME_SITES = ['Lax', 'Strict', 'None'] as const

/** In whatever case the engine writes it. */
export const sameSiteOf = (text: unknown): StoredCookie['sameSite'] =>
  SAME_SITES.find(name => name.toLowerCase() === String(text).toLowerCase()) ?? null

/** A running browser with a profile of its own. Closing it ends its processes and removes the profile. */
export interface Session {
  /** What the running browser says of itself. */
  readonly version: string
  /** The settings that make the mode, read back from the running browser. */
  readonly settings: Readonly<Record<string, string>>
  /** Whether `cookies` tells the whole jar. */
  readonly tellsAll: boolean
  /**
   * As if the person had typed the address. Returns when the response has been taken in, cookies and all, whether or not
   * its page is complete; false if there will be no new page.
   */
  readonly navigate: (url: string) => Promise<boolean>
  /** What is in the jar. Engines that only tell a document's own cookies visit each address of `at` first. */
  readonly cookies: (at: readonly string[]) => Promise<readonly StoredCookie[]>
  readonly close: () => Promise<void>
}

export type UndrivenSession = Pick<Session, 'navigate' | 'cookies' | 'close'>

export interface OpenOptions {
  /** Where every request goes: `127.0.0.1:PORT`, an HTTP proxy. */
  readonly proxy: string
  /** Every page is our own: the browser may do without its sandbox, which containers often cannot give. Default: false. */
  readonly ownPagesOnly?: boolean
}

/** How to start one engine in one mode. Certificates are not checked: all sites are behind the proxy. */
export interface BrowserDriver {
  readonly engine: Engine
  readonly mode: string
  readonly open: (options: OpenOptions) => Promise<Session>
  /**
   * A browser started anew for each address on one lasting profile, driven by nobody. Only where driving itself
   * alters what is kept: such an engine's lifetimes are read here.
   */
  readonly openUndriven?: (options: OpenOptions) => Promise<UndrivenSession>
}

/** A browser that could not be started or did not take the mode asked for: a reason to skip, not a verdict. */
export class BrowserFault extends Error {
  override readonly name: string = 'BrowserFault'
}

/** The browser is well, but did not do what it was told. */
export class RefusedOrder extends BrowserFault {
  override readonly name = 'RefusedOrder'
}

/** The browser, or the window that it was driven in, is no more. */
export class LostBrowser extends BrowserFault {
  override readonly name = 'LostBrowser'
}

/** Whether an order was carried out; faults of the browser itself are thrown on. */
export const obeyed = (order: Promise<unknown>): Promise<boolean> =>
  order.then(
    () => true,
    error => {
      if (error instanceof RefusedOrder) return false
      throw error
    },
  )
