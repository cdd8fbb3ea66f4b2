import type { P3pPolicy, Policy, Preferences, PreferenceVerdict } from '../../model/index.ts'
import type { SchemaElements } from '../../vocabulary/index.ts'
import { objectionsTo } from './objections.ts'
import { type JudgedPractice, practicesOf } from './practices.ts'

/** A visitor's preferences as that which decides: about a site's whole policy, not about single cookies. */
export interface PreferencesAgent {
  readonly id: 'preferences'
  readonly preferences: Preferences
  /** null: the site declares nothing. `own`: the data schema that a P3P policy brings. */
  readonly judge: (policy: Policy | P3pPolicy | null, own?: SchemaElements) => PreferenceVerdict
}

function judge(preferences: Preferences, practices: readonly JudgedPractice[] | null): PreferenceVerdict {
  if (practices === null)
    return { accepted: preferences.withoutPolicy === 'accept', because: 'no-policy', objections: [] }
  const objections = practices.flatMap(practice => objectionsTo(practice, preferences))
  const accepted = objections.length === 0
  return { accepted, because: accepted ? 'satisfactory' : 'objections', objections }
}

/** Every practice must please: one that does not spoils the policy. */
export const preferencesAgent = (preferences: Preferences): PreferencesAgent => ({
  id: 'preferences',
  preferences,
  judge: (policy, own) => judge(preferences, practicesOf(policy, own)),
})
