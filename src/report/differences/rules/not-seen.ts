import { keptWithoutChoice } from '../../../compile/index.ts'
import type { PurposeId } from '../../../vocabulary/index.ts'
import type { Context } from '../context.ts'
import { type DifferenceRule, difference, strange } from '../difference.ts'
import { hostOf } from '../governed.ts'
import { subject } from '../subject.ts'

/** Whether it could have been seen: what needs a yes only where a yes was looked at. */
function couldBeSeen({ policy, site, terms }: Context, practiceId: string, uses: readonly PurposeId[] | null): boolean {
  const { states } = site
  if (states.accepted === 'seen') return true
  const practice = policy.practices.find(({ id }) => id === practiceId)
  const asks = terms.get(practiceId)?.needs === 'consent' && !(practice && keptWithoutChoice(practice, uses))
  return states.before === 'seen' && !asks
}

export const cookieNotSeen: DifferenceRule = context => {
  const seen = new Set(context.cookies.flatMap(({ declared, misplaced }) => (declared ?? misplaced)?.at ?? []))
  return context.policy.cookies.flatMap(({ name, host, practice, uses }, at) =>
    seen.has(at) || !couldBeSeen(context, practice, uses)
      ? []
      : [
          difference({
            code: 'declared-not-seen',
            data: { kind: 'cookie', name },
            subject: subject.cookie(name),
            host: strange(context, host.replace(/^\./, '')),
            paths: [['cookies', at]],
            evidence: [],
          }),
        ],
  )
}

export const storageNotSeen: DifferenceRule = context => {
  const seen = new Set(context.storage.flatMap(({ declared }) => declared?.at ?? []))
  return context.policy.storage.flatMap(({ area, key, origin, practice, uses }, at) =>
    // No browser of today has Flash, so its storage cannot be looked at.
    area === 'flash' || seen.has(at) || !couldBeSeen(context, practice, uses)
      ? []
      : [
          difference({
            code: 'declared-not-seen',
            data: { kind: 'storage', name: key },
            subject: subject.storage(area, key),
            host: strange(context, hostOf(origin)),
            paths: [['storage', at]],
            evidence: [],
          }),
        ],
  )
}
