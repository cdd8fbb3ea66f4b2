import { issue, type Practice } from '../../model/index.ts'
import type { PurposeId } from '../../vocabulary/index.ts'
import { listed, type Rule } from './rule.ts'

const MARKETING: readonly PurposeId[] = ['contact', 'telemarketing']

/** People may object to direct marketing, always and without a reason (GDPR, Article 21(2)). */
export const marketing: Rule = ({ practices }) =>
  practices.flatMap(({ id, purposes }) => {
    const forced = purposes.filter(use => MARKETING.includes(use.id) && use.choice === 'always').map(use => use.id)
    const path = ['practices', id, 'purposes', ...forced.slice(0, 1)]
    return forced.length === 0
      ? []
      : [issue('marketing-without-choice', { practice: id, purposes: listed(forced) }, { path })]
  })

const leavesNoChoice = ({ data, purposes, recipients }: Practice): boolean =>
  data.every(datum => !datum.optional) && [...purposes, ...recipients].every(use => use.choice === 'always')

/** Consent that cannot be refused is none (GDPR, Articles 4(11) and 7(4)). */
export const consent: Rule = ({ practices }) =>
  practices
    .filter(practice => practice.basis === 'consent' && leavesNoChoice(practice))
    .map(({ id }) => issue('consent-without-choice', { practice: id }, { path: ['practices', id, 'basis'] }))
