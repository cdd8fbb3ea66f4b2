import { issue, type Practice } from '../../model/index.ts'
import type { ClaimId } from '../../vocabulary/index.ts'
import { listed, type Rule } from './rule.ts'

type Key = 'recipients' | 'purposes'

/** What of a practice breaks a claim, and under which key of the practice it stands. */
interface Check {
  readonly key: Key
  readonly breaks: (practice: Practice) => readonly string[]
}

const others = ({ recipients }: Practice) => recipients.filter(recipient => recipient.id !== 'ours')

const purposesAmong =
  (...ids: readonly string[]) =>
  ({ purposes }: Practice) =>
    purposes.map(use => use.id).filter(id => ids.includes(id))

const CHECKS: Readonly<Record<ClaimId, Check>> = {
  'ours-only': { key: 'recipients', breaks: practice => others(practice).map(recipient => recipient.id) },
  'law-or-permission': {
    key: 'recipients',
    breaks: practice =>
      practice.basis === 'legal-obligation' || practice.basis === 'consent'
        ? []
        : others(practice)
            .filter(recipient => recipient.choice !== 'opt-in')
            .map(recipient => recipient.id),
  },
  'no-marketing': { key: 'purposes', breaks: purposesAmong('contact', 'telemarketing') },
  'no-profiles': {
    key: 'purposes',
    breaks: purposesAmong('pseudo-analysis', 'pseudo-decision', 'individual-analysis', 'individual-decision'),
  },
}

/** What the site's prose says of all its practices, held against each. */
export const claims: Rule = policy =>
  policy.claims.flatMap(claim => {
    const { key, breaks } = CHECKS[claim]
    return policy.practices.flatMap(practice => {
      const found = breaks(practice)
      const data = { claim, practice: practice.id, found: listed(found) }
      return found.length === 0
        ? []
        : [issue('claim-contradicted', data, { path: ['practices', practice.id, key, ...found.slice(0, 1)] })]
    })
  })
