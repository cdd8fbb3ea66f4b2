import { toAsk } from '../../compile/index.ts'
import type { ConsentAspect, ConsentTerm, Policy, StandingReason } from '../../model/index.ts'
import type { Door, StorageToClear, Visitor } from '../door/door.ts'

/** Google's Consent Mode, version 2: what its tags ask about. */
export const CONSENT_MODE_TYPES = [
  'ad_storage',
  'ad_user_data',
  'ad_personalization',
  'analytics_storage',
  'functionality_storage',
  'personalization_storage',
  'security_storage',
] as const
export type ConsentModeType = (typeof CONSENT_MODE_TYPES)[number]

/** By Google's type, the practices that must all be allowed for it to be granted. */
export type ConsentMode = Readonly<Partial<Record<ConsentModeType, readonly string[]>>>

export interface ClientPractice {
  readonly allowed: boolean
  readonly because: StandingReason
  readonly digest: string
  /** What of it has changed since the visitor chose, where that is known and they are to be asked again. */
  readonly changed?: readonly ConsentAspect[]
}

/** What the script in the page knows: `candor.state`. */
export interface ClientState {
  /** Where the choices live. */
  readonly base: string
  readonly language: string
  /** Whether the browser sends Global Privacy Control. */
  readonly signal: boolean
  readonly practices: Readonly<Record<string, ClientPractice>>
  /** The practices that the visitor is still to be asked about. */
  readonly open: readonly string[]
  /** What is to be removed from the browser's storage. */
  readonly clear: readonly Pick<StorageToClear, 'area' | 'key' | 'pattern'>[]
  readonly consentMode: ConsentMode | null
}

export interface StateParts {
  readonly policy: Policy
  readonly terms: readonly ConsentTerm[]
  readonly door: Door
  readonly base: string
  readonly consentMode: ConsentMode | null
}

/** A yes that waits, for its record or for being asked anew, is no reason to throw away what is there. */
const CLEARED: readonly StandingReason[] = ['refused', 'signal']

export function clientState(parts: StateParts, visitor: Visitor, page: { language: string; url: string }): ClientState {
  const { terms, door, base, consentMode } = parts
  const open = toAsk(terms, visitor.choice, visitor.signal)
  const changes = new Map(
    open.filter(({ changed }) => changed.length > 0).map(question => [question.practice, question]),
  )
  const practices = terms.flatMap(({ practice, digest }) => {
    const standing = visitor.standing.get(practice)
    const { changed } = changes.get(practice) ?? {}
    return standing === undefined ? [] : [[practice, { ...standing, digest, ...(changed && { changed }) }] as const]
  })
  const isCleared = (practice: string) => {
    const because = visitor.standing.get(practice)?.because
    return because !== undefined && CLEARED.includes(because)
  }
  return {
    base,
    language: page.language,
    signal: visitor.signal,
    practices: Object.fromEntries(practices),
    open: open.map(({ practice }) => practice),
    clear: door
      .storageToClear(visitor, new URL(page.url).origin)
      .filter(({ practice }) => isCleared(practice))
      .map(({ area, key, pattern }) => ({ area, key, pattern })),
    consentMode,
  }
}

/** What the script hears of a choice it sent. */
export interface ChoiceAnswer {
  readonly state: ClientState
  /** What came of it, in the visitor's language. */
  readonly said: string
}
