import type { LevelVerdict } from '../../model/index.ts'
import type { LevelContext } from '../agent.ts'

/** What the visitor decided for the site, in place of the level. */
export const bySiteRule = (action: NonNullable<LevelContext['siteRule']>): LevelVerdict => ({
  action,
  reason: 'site-rule',
  rule: action === 'accept' ? 'level-site-allowed' : 'level-site-blocked',
})

/** The reason of a cookie that is accepted for what it is, not for its policy. */
const reasonBeside = (reason: LevelVerdict['reason']) => (reason === 'no-policy' ? reason : 'satisfactory')

export const bySession = (reason: LevelVerdict['reason']): LevelVerdict => ({
  action: 'accept',
  reason: reasonBeside(reason),
  rule: 'level-session-allowed',
})

/** A session cookie cannot be downgraded to one. */
export const settleSession = (decided: LevelVerdict, { lifetime }: LevelContext): LevelVerdict =>
  decided.action === 'downgrade' && lifetime === 'session'
    ? { action: 'accept', reason: reasonBeside(decided.reason), rule: 'level-session-already' }
    : decided
