import type { Choice } from '../vocabulary/index.ts'
import type { LocalText } from './text.ts'

/** What a use may depend on: on nothing, on nobody having refused, on consent, or it may not be at all. */
export const USE_WISHES = ['allow', 'unless-refused', 'with-consent', 'never'] as const
export type UseWish = (typeof USE_WISHES)[number]

/** Who besides the site may have the data; each includes those before it. */
export const PARTY_WISHES = ['none', 'delivery', 'same', 'any'] as const
export type PartyWish = (typeof PARTY_WISHES)[number]

/** How long data may be kept: as long as their purpose (or the law) needs, up to some limit, or for ever. */
export const RETENTION_WISHES = ['purpose', 'limited', 'any'] as const
export type RetentionWish = (typeof RETENTION_WISHES)[number]

export const SILENCE_WISHES = ['accept', 'refuse'] as const
export type SilenceWish = (typeof SILENCE_WISHES)[number]

/** A visitor's preferences, whole. */
export interface Preferences {
  /** Being approached with offers. */
  readonly marketing: UseWish
  /** Being studied or treated by a profile, under a pseudonym or by name. */
  readonly profiling: UseWish
  /** Uses that only the site's own words explain. */
  readonly otherUses: UseWish
  /** Uses of data on health, memberships, money, whereabouts, and numbers given by a state. */
  readonly sensitive: UseWish
  readonly thirdParties: PartyWish
  /** Whether those beyond may have them on some condition. */
  readonly furtherParties: UseWish
  readonly retention: RetentionWish
  /** What to do where a site declares nothing. */
  readonly withoutPolicy: SilenceWish
}

export type PreferenceKey = keyof Preferences

/** The wishes that a practice can be against; `furtherParties` only says more about `thirdParties`. */
export type ObjectionKey = Exclude<PreferenceKey, 'furtherParties' | 'withoutPolicy'>

/** What would content the visitor: a choice offered, the thing left out, or a limit set. */
export type Satisfaction = Exclude<Choice, 'always'> | 'drop' | 'limit' | 'state'

/** Something in a practice that a visitor does not want. */
export interface PreferenceObjection {
  readonly wish: ObjectionKey
  readonly wanted: Preferences[ObjectionKey]
  /** `statement`: its number in a P3P policy, where practices have no names of their own. */
  readonly practice: { readonly id: string; readonly name: LocalText | null; readonly statement: number | null }
  readonly family: 'purpose' | 'recipient' | 'retention' | 'category'
  /** The term's id; null where the practice states none, and so nobody can tell. */
  readonly term: string | null
  /** What the use depends on; null where there is no such thing. */
  readonly choice: Choice | null
  /** Any of these would do. Mildest first. */
  readonly satisfiedBy: readonly Satisfaction[]
}

/** Whether a site pleases a visitor, and all that does not. */
export interface PreferenceVerdict {
  readonly accepted: boolean
  readonly because: 'satisfactory' | 'objections' | 'no-policy'
  readonly objections: readonly PreferenceObjection[]
}
