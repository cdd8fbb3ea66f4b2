import type { ChoiceMeans, Decision } from './receipt.ts'

/** Everything under it is Candor's, on a site that lets it ask and says nothing else. */
export const CANDOR_BASE = '/candor'

/** Where visitors make their choices then. */
export const CHOICES_PAGE = `${CANDOR_BASE}/choices`

/** What a visitor said about one practice, and about which form of it. */
export interface StandingDecision {
  readonly decision: Decision
  /** The digest that the practice had then: of what matters in it. */
  readonly digest: string
  /** The marks that its aspects had then; absent where they are not known. */
  readonly marks?: string
}

/** What a visitor chose on, as a receipt says it. */
export interface ShownTerms {
  /** The hash of the policy that was in force. */
  readonly policy: string
  /** The hash of the words that were shown; null where nobody knows them. */
  readonly text: string | null
}

interface MadeChoice {
  /** A random name, where a record is kept; it tells nothing of who they are. */
  readonly subject: string | null
  /** RFC 3339 in UTC with milliseconds: `2026-11-22T12:00:00.000Z`. */
  readonly at: string
  readonly how: ChoiceMeans
  readonly language: string
  /** By the id of the practice. */
  readonly decisions: Readonly<Record<string, StandingDecision>>
}

/**
 * The choice that stands: what a visitor's own cookie carries. Not recorded: the store was away, what was granted does not
 * count until it is, and what was shown goes along, so that a receipt written later says what was true then.
 */
export type StandingChoice = MadeChoice &
  ({ readonly recorded: true } | { readonly recorded: false; readonly shown: ShownTerms })

/** What a practice needs of a visitor: their yes beforehand, that they do not say no, or nothing. */
export const CONSENT_NEEDS = ['consent', 'objection', 'nothing'] as const
export type ConsentNeed = (typeof CONSENT_NEEDS)[number]

/** What matters in a practice to whoever decides on it, in the order of a notice. */
export const CONSENT_ASPECTS = ['data', 'purposes', 'recipients', 'retention', 'identifiable'] as const
export type ConsentAspect = (typeof CONSENT_ASPECTS)[number]

/** A practice as a visitor decides on it. */
export interface ConsentTerm {
  readonly practice: string
  /** 8 hexadecimal digits over all its aspects: they decide whether it is still what it was. */
  readonly digest: string
  /** For each aspect two characters of base64url: they tell in what it is no longer what it was. */
  readonly marks: string
  readonly needs: ConsentNeed
  /** It sells, shares or markets: Global Privacy Control is an opt-out of it. */
  readonly signal: boolean
}

export const STANDING_REASONS = [
  'necessary',
  'granted',
  'refused',
  'signal',
  'not-asked',
  'not-objected',
  'changed',
  'unrecorded',
] as const
export type StandingReason = (typeof STANDING_REASONS)[number]

/** Whether a practice may happen to a visitor now, and why. */
export interface PracticeStanding {
  readonly allowed: boolean
  readonly because: StandingReason
}

/** A practice to ask about: one never decided on, or one that has changed since. */
export interface Question {
  readonly practice: string
  readonly because: 'new' | 'changed'
  /** What of it has changed; nothing where that is not known. */
  readonly changed: readonly ConsentAspect[]
}
