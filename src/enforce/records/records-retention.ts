import { choiceCookieName, isEncrypted } from '../../codec/choice/index.ts'
import { type Duration, durationSeconds, type Policy } from '../../model/index.ts'

/** As long as the claim that there was no consent may come, in most of Europe: three years after it was given. */
const UNSAID: Duration = { count: 3, unit: 'year' }

export interface RetentionTerm {
  readonly period: Duration
  /** The practice that declares it; null where none does. */
  readonly practice: string | null
}

/**
 * How long receipts are kept: as the practice says to which Candor's own cookie is declared. Null: that practice keeps them without
 * end.
 */
export function recordsRetention(policy: Policy): RetentionTerm | null {
  const own = choiceCookieName(isEncrypted(policy.site.url))
  const declared = policy.cookies.find(({ name }) => name === own)
  const practice = policy.practices.find(({ id }) => id === declared?.practice)
  if (practice === undefined) return { period: UNSAID, practice: null }
  const { rule, period } = practice.retention
  if (rule === 'indefinitely') return null
  return period === null ? { period: UNSAID, practice: null } : { period, practice: practice.id }
}

/** Receipts from before this time are to go. */
export const expiresBefore = ({ period }: RetentionTerm, now: Date): string =>
  new Date(now.getTime() - durationSeconds(period) * 1000).toISOString()
