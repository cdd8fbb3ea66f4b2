import { type Datum, issue, type Practice } from '../../model/index.ts'
import { type CategoryId, dataElements, type PurposeId } from '../../vocabulary/index.ts'
import { listed, type Rule } from './rule.ts'

const BROWSING: readonly CategoryId[] = ['computer', 'navigation', 'interactive', 'state']
const TASTE: readonly CategoryId[] = ['demographic', 'preference', 'content', 'purchase', 'location']

/**
 * What kinds of data a purpose can need, by its definition in P3P 1.0, 3.3.4. `develop` looks at no single person and
 * `tailoring` at one visit, so neither needs an identifier. Null: that depends on the activity.
 */
const NEEDS: Readonly<Record<PurposeId, readonly CategoryId[] | null>> = {
  current: null,
  admin: [...BROWSING, 'uniqueid', 'location'],
  develop: [...BROWSING, ...TASTE],
  tailoring: [...BROWSING, ...TASTE],
  'pseudo-analysis': [...BROWSING, ...TASTE, 'uniqueid'],
  'pseudo-decision': [...BROWSING, ...TASTE, 'uniqueid'],
  'individual-analysis': null,
  'individual-decision': null,
  contact: [...TASTE, 'physical', 'online', 'interactive', 'uniqueid'],
  historical: null,
  telemarketing: [...TASTE, 'physical', 'interactive', 'uniqueid'],
  'other-purpose': null,
}

/** An element whose categories the schema fixes comes whole; where the author chose them, each is wanted for something. */
function superfluous({ ref, categories }: Datum, needed: ReadonlySet<CategoryId>): readonly CategoryId[] {
  const idle = categories.filter(id => !needed.has(id))
  const chosen = dataElements().get(ref)?.variable !== false
  return chosen || idle.length === categories.length ? idle : []
}

function unneededOf({ data, purposes }: Practice): readonly CategoryId[] {
  const needs = purposes.map(use => NEEDS[use.id])
  if (needs.includes(null)) return []
  const needed = new Set(needs.flatMap(categories => categories ?? []))
  return data.flatMap(datum => superfluous(datum, needed))
}

/** Data are adequate, relevant and no more than is necessary (GDPR, Article 5(1)(c)). */
export const necessity: Rule = ({ practices }) =>
  practices.flatMap(practice => {
    const unneeded = unneededOf(practice)
    const { id, purposes } = practice
    const data = { practice: id, categories: listed(unneeded), purposes: listed(purposes.map(use => use.id)) }
    return unneeded.length === 0 ? [] : [issue('category-unneeded', data, { path: ['practices', id, 'data'] })]
  })
