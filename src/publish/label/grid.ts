import type { Policy, Practice } from '../../model/index.ts'
import type { CategoryId, Choice, PurposeId, RecipientId } from '../../vocabulary/index.ts'

/**
 * The rows and columns of the privacy label that Kelley, Bresee, Cranor and Reeder designed (SOUPS 2009).
 * They are the same for every site, in the same order, so that two labels can be laid side by side.
 */
export const LABEL_ROWS = [
  { id: 'contact', categories: ['physical', 'online'] },
  { id: 'cookies', categories: ['state', 'uniqueid'] },
  { id: 'demographic', categories: ['demographic'] },
  { id: 'financial', categories: ['financial'] },
  { id: 'health', categories: ['health'] },
  { id: 'preferences', categories: ['preference'] },
  { id: 'purchases', categories: ['purchase'] },
  { id: 'government', categories: ['government'] },
  { id: 'activity', categories: ['navigation', 'interactive', 'content', 'computer'] },
  { id: 'location', categories: ['location'] },
] as const satisfies readonly { readonly id: string; readonly categories: readonly CategoryId[] }[]

export const LABEL_COLUMNS = [
  { id: 'service', group: 'use', terms: ['current', 'admin', 'develop', 'tailoring'] },
  { id: 'marketing', group: 'use', terms: ['contact'] },
  { id: 'telemarketing', group: 'use', terms: ['telemarketing'] },
  {
    id: 'profiling',
    group: 'use',
    terms: ['pseudo-analysis', 'pseudo-decision', 'individual-analysis', 'individual-decision'],
  },
  { id: 'companies', group: 'share', terms: ['same', 'other-recipient', 'unrelated'] },
  { id: 'public', group: 'share', terms: ['public'] },
] as const satisfies readonly {
  readonly id: string
  readonly group: 'use' | 'share'
  readonly terms: readonly (PurposeId | RecipientId)[]
}[]

export type LabelRowId = (typeof LABEL_ROWS)[number]['id']
export type LabelColumnId = (typeof LABEL_COLUMNS)[number]['id']

/** What is done to a kind of data in one way; the worst first. Null: nothing. */
export type LabelCell = Choice | null

/** Worst first: what is always done outweighs what can be refused, and that what must be agreed to. */
const WORST_FIRST: readonly Choice[] = ['always', 'opt-out', 'opt-in']

export const worstChoice = (choices: readonly Choice[]): LabelCell =>
  WORST_FIRST.find(choice => choices.includes(choice)) ?? null

/** A cookie or stored item belongs to its practice's data, whether or not they name it. */
const storesOnDevice = ({ cookies, storage }: Policy, practice: Practice): boolean =>
  [...cookies, ...storage].some(item => item.practice === practice.id)

/** The practices that touch the row's kind of data. */
export function practicesOfRow(policy: Policy, row: (typeof LABEL_ROWS)[number]): readonly Practice[] {
  const categories: readonly CategoryId[] = row.categories
  return policy.practices.filter(
    practice =>
      practice.categories.some(category => categories.includes(category)) ||
      (row.id === 'cookies' && storesOnDevice(policy, practice)),
  )
}

/** One cell: several practices in it count as their worst. */
export function labelCell(practices: readonly Practice[], column: (typeof LABEL_COLUMNS)[number]): LabelCell {
  const terms: readonly string[] = column.terms
  const uses = practices.flatMap(practice => [...practice.purposes, ...practice.recipients])
  return worstChoice(uses.filter(use => terms.includes(use.id)).map(use => use.choice))
}
