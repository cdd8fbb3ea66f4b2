import type {
  Blame,
  CookieAnswer,
  CookieCase,
  LevelAction,
  LevelCells,
  LevelParty,
  LevelReport,
  LevelVerdict,
  Lifetime,
  Standing,
} from '../model/index.ts'

/** An answer, with what the sentence about its rule speaks of: message area `verdict`, key = rule. */
export interface CookieVerdict extends CookieAnswer {
  readonly data: Readonly<Record<string, string | number>>
}

/** What decides about cookies on a visitor's behalf: a browser in one of its modes, or at one of its privacy levels. */
export interface Agent {
  /** What a case calls it: `firefox-strict`, `ie6:medium`. */
  readonly id: string
  /** What it speaks for, and since when. */
  readonly version: string
  /** Pure: the clock is the case's `now`. Never throws, whatever the case holds. */
  readonly judge: (asked: CookieCase) => CookieVerdict
}

/** The cookie before a privacy level, apart from what its policy says. */
export interface LevelContext {
  readonly party: LevelParty
  readonly lifetime: Lifetime
  /** What the visitor decided for the whole site. */
  readonly siteRule?: Extract<LevelAction, 'accept' | 'reject'>
  /** The cookie's `name=value`, if it is older than the browser's privacy levels. */
  readonly legacy?: string
}

/** A browser that decides by the visitor's privacy level and what the compact policy says. */
export interface LevelAgent {
  readonly id: string
  readonly version: string
  /** Mildest first. */
  readonly levels: readonly string[]
  readonly defaultLevel: string
  /** Whether it can be set so: to one of its levels, or by a setting of its own. */
  readonly isLevel: (level: string) => boolean
  /** By the value of a `P3P` header, or a bare list of tokens; null: the cookie came without. */
  readonly decide: (level: string, context: LevelContext, header: string | null) => LevelVerdict
  /** What it thinks of a policy, before any level comes into play. */
  readonly standing: (header: string | null) => Standing
  /** The verdicts of every level on a policy of that standing: shared and frozen. */
  readonly table: (standing: Standing) => Readonly<Record<string, LevelCells>>
  /** The same for a header. */
  readonly verdicts: (header: string | null) => Readonly<Record<string, LevelCells>>
  /** What falls short of the choice demanded. */
  readonly blame: (header: string | null, demand: 'opt-out' | 'opt-in') => Blame
  /** Of all levels, or of those asked for. */
  readonly report: (header: string | null, levels?: readonly string[]) => LevelReport
}

/** A level agent with what it reads laid open, for those who have read already or want only the standing. */
export interface FactsAgent<Facts> extends LevelAgent {
  /** What the browser itself reads from a header; null where it finds no policy. */
  readonly read: (header: string) => Facts | null
  readonly standingOf: (facts: Facts | null) => Standing
}
