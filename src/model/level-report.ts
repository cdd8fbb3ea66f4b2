/** Whose cookie it is, seen from the page in the address bar. */
export const LEVEL_PARTIES = ['first-party', 'third-party'] as const
export type LevelParty = (typeof LEVEL_PARTIES)[number]

/** Whether the cookie has an expiry of its own. */
export const LIFETIMES = ['persistent', 'session'] as const
export type Lifetime = (typeof LIFETIMES)[number]

/** `flag`: stored, and an icon shown; `downgrade`: kept for the session only; `leash`: sent in first-party context only. */
export const LEVEL_ACTIONS = ['accept', 'flag', 'downgrade', 'leash', 'prompt', 'reject'] as const
export type LevelAction = (typeof LEVEL_ACTIONS)[number]

export const LEVEL_REASONS = [
  'satisfactory',
  'no-opt-out',
  'no-opt-in',
  'no-policy',
  'unreadable',
  'level',
  'legacy',
  'site-rule',
] as const
export type LevelReason = (typeof LEVEL_REASONS)[number]

/** What a privacy level does with a cookie, the rule that decided, and why. */
export interface LevelVerdict {
  readonly action: LevelAction
  readonly reason: LevelReason
  readonly rule: string
}

export type LevelCells = Readonly<Record<LevelParty, Readonly<Record<Lifetime, LevelVerdict>>>>

/**
 * What an agent finds in a compact policy, worst first: no policy; one it cannot read; objectionable uses of identifying
 * data without a choice; with an opt-out at least; with an opt-in throughout, or no such uses.
 */
export const STANDINGS = ['no-policy', 'unreadable', 'no-consent', 'opt-out', 'opt-in'] as const
export type Standing = (typeof STANDINGS)[number]

/** What makes a compact policy unsatisfactory, as tokens without their suffix. */
export interface Blame {
  readonly categories: readonly string[]
  readonly purposes: readonly string[]
  readonly recipients: readonly string[]
  /** Whether it names such categories without saying any purpose. */
  readonly noPurpose: boolean
  /** Tokens that make the agent read nothing at all. */
  readonly unreadable: readonly string[]
}

/** Mildest first. */
export const REPAIR_CHANGES = ['add', 'opt-out', 'opt-in', 'drop'] as const
export type RepairChange = (typeof REPAIR_CHANGES)[number]

/** A smallest set of changes, by token, and the cells (`level/party/lifetime`) that it turns into `accept`. */
export interface Repair {
  readonly change: Readonly<Record<string, RepairChange>>
  readonly mends: readonly string[]
  /** Stricter changes that would do in place of a token's own. */
  readonly or: Readonly<Record<string, readonly RepairChange[]>>
}

/** What an agent with privacy levels does with the cookies of a compact policy. */
export interface LevelReport {
  readonly standing: Standing
  /** Accepted as it is at every level that reads policies. */
  readonly satisfactory: boolean
  /** All that stands in the way of that. */
  readonly because: Blame
  /** The same by the reason a cell gives. */
  readonly reasons: Readonly<Record<'no-opt-out' | 'no-opt-in', Blame>>
  readonly levels: Readonly<Record<string, LevelCells>>
  readonly repairs: readonly Repair[]
}
