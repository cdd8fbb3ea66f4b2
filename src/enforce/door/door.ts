import type { DoorDecision, DoorMode, PracticeStanding, StandingChoice, StorageArea } from '../../model/index.ts'

export interface DoorOptions {
  /** `enforce`, if not said. */
  readonly mode?: DoorMode
  /** Another mode for some practices, by their ids. */
  readonly practices?: Readonly<Record<string, DoorMode>>
  /** False: the site is reached without encryption, and its own cookies have no `__Host-`. True, if not said. */
  readonly secure?: boolean
  /** Told of every decision but to let a cookie pass. */
  readonly report?: (decision: DoorDecision) => void
}

/** Who asks, as far as the door must know. */
export interface Visitor {
  readonly choice: StandingChoice | null
  /** Whether the browser sends Global Privacy Control. */
  readonly signal: boolean
  readonly standing: ReadonlyMap<string, PracticeStanding>
  /** The names of the cookies that were sent. */
  readonly cookies: readonly string[]
  readonly cookieHeader: string | null
}

/** Where a request goes. */
export interface Place {
  /** As in the `Host` header. */
  readonly host: string
  /** Of the request, with or without a query. */
  readonly path: string
  readonly https: boolean
}

/** A response about to go out. */
export interface Departure extends Place {
  readonly setCookies: readonly string[]
  /** Its `Cache-Control`. What all visitors may get from one store takes nobody's cookies back. */
  readonly cacheControl?: string | null
}

/** What is to go out instead. `setCookies` is the very list given where nothing is to be changed. */
export interface Leaving {
  readonly setCookies: readonly string[]
  /** To be set besides, in the place of any others of these names: `P3P`, `Clear-Site-Data`. */
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly decisions: readonly DoorDecision[]
}

/** Something kept in a browser that a script of the page is to remove. */
export interface StorageToClear {
  readonly area: StorageArea
  /** The key, or a pattern in which `*` stands for any characters. */
  readonly key: string
  readonly pattern: boolean
  readonly practice: string
}

export interface DoorCount extends DoorDecision {
  readonly count: number
}

export interface DoorStats {
  /** Every decision since the door was made. */
  readonly decisions: number
  /** By what was done to which cookie and why; the most frequent first. */
  readonly counts: readonly DoorCount[]
  /** Decisions on cookies beyond those that are counted by name. */
  readonly uncounted: number
}

/** Holds what a site sends to what it declares and to what the visitor chose. */
export interface Door {
  /** What holds where nothing else is said of a practice. */
  readonly mode: DoorMode
  /** Whether visitors reach the site encrypted. */
  readonly secure: boolean
  /** By the request's `Cookie` and `Sec-GPC` headers. */
  visitor(cookieHeader: string | null, secGpc: string | null): Visitor
  /** The same visitor after a choice made in this request. */
  withChoice(visitor: Visitor, choice: StandingChoice): Visitor
  leave(visitor: Visitor, departure: Departure): Leaving
  /** For the answer to a choice: what takes back what is no longer allowed, cookies and, where it can be, storage. */
  withdraw(visitor: Visitor, place: Place): Leaving
  /** Remembers a `Set-Cookie` line that the asking made, and gives it back: no other line touches Candor's own cookies. */
  vouch(line: string): string
  /** What is declared to be kept at the origin, by practices not allowed: for a script, which reaches key by key. */
  storageToClear(visitor: Visitor, origin: string): readonly StorageToClear[]
  stats(): DoorStats
}
