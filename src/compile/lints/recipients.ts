import { issue } from '../../model/index.ts'
import type { RecipientId } from '../../vocabulary/index.ts'
import type { Rule } from './rule.ts'

/** Parties that get data for ends of their own. */
const STRANGERS: readonly RecipientId[] = ['same', 'other-recipient', 'unrelated', 'public']

/** P3P 1.0, 3.3.5: what a policy does not state it denies; and a text of disclosures states nothing to a machine. */
export const disclosure: Rule = policy => {
  const declared = policy.practices.some(practice => practice.recipients.some(({ id }) => STRANGERS.includes(id)))
  return policy.disclosure === null || declared ? [] : [issue('disclosure-undeclared', {}, { path: ['disclosure'] })]
}

/** Whoever's host sets a cookie gets what it brings back. */
export const thirdParty: Rule = ({ cookies, practices }) => {
  const keptAtHome = new Set(
    practices.filter(({ recipients }) => recipients.every(({ id }) => id === 'ours')).map(({ id }) => id),
  )
  return cookies.flatMap(({ name, host, party, practice }, at) =>
    party === 'third' && keptAtHome.has(practice)
      ? [issue('third-party-cookie-without-recipient', { name, host, practice }, { path: ['cookies', at] })]
      : [],
  )
}
