import { issue } from '../../model/index.ts'
import type { PurposeId } from '../../vocabulary/index.ts'
import { keptOf } from './kept.ts'
import type { Rule } from './rule.ts'

/** P3P 1.0, 3.3.4: purposes for which a visitor is known again at the next visit. */
const OVER_VISITS: readonly PurposeId[] = [
  'pseudo-analysis',
  'pseudo-decision',
  'individual-analysis',
  'individual-decision',
]

/** `tailoring` ends with the visit; an identifier that stays on the device does not. */
export const tracking: Rule = policy =>
  keptOf(policy)
    .filter(({ lifetime, practice: { categories, purposes } }) => {
      const ids = purposes.map(use => use.id)
      const isOneVisitOnly = ids.includes('tailoring') && !ids.some(id => OVER_VISITS.includes(id))
      return lifetime !== 'session' && categories.includes('uniqueid') && isOneVisitOnly
    })
    .map(({ kind, name, path, practice }) =>
      issue('tracking-as-tailoring', { kind, name, practice: practice.id }, { path }),
    )
