import { type Language, label as messages, term } from '../../messages/index.ts'
import { type Policy, textIn } from '../../model/index.ts'
import { CATEGORIES, type CategoryId } from '../../vocabulary/index.ts'
import { enumerateTerms } from '../words/format.ts'
import {
  LABEL_COLUMNS,
  LABEL_ROWS,
  type LabelCell,
  type LabelColumnId,
  type LabelRowId,
  labelCell,
  practicesOfRow,
} from './grid.ts'

/** The privacy label in one language, before it takes a form. */
export interface Label {
  readonly language: Language
  readonly caption: string
  readonly kind: string
  readonly groups: readonly { readonly name: string; readonly span: number }[]
  readonly columns: readonly { readonly id: LabelColumnId; readonly name: string }[]
  readonly rows: readonly LabelRow[]
  /** What the grid has no cell for. */
  readonly notes: readonly string[]
  readonly unused: string | null
}

export interface LabelRow {
  readonly id: LabelRowId
  readonly name: string
  /** Whether any practice touches this kind of data; without a cell, it is used in ways the grid does not show. */
  readonly collected: boolean
  readonly cells: readonly LabelCell[]
}

/** What a cell can say, the worst first. */
export const LABEL_CELLS = ['always', 'opt-out', 'opt-in', null] as const satisfies readonly LabelCell[]

/** The name a cell goes by in message keys. */
export const cellKey = (cell: LabelCell) => cell ?? 'none'

const inRows = new Set<CategoryId>(LABEL_ROWS.flatMap(row => row.categories))
const inColumns = new Set<string>(LABEL_COLUMNS.flatMap(column => column.terms))

/** Uses that no column holds, each once; of "other" only the site's own words say anything. */
function otherUses({ practices }: Policy, language: Language): readonly string[] {
  const uses = practices.flatMap(({ purposes }) => purposes).filter(({ id }) => !inColumns.has(id))
  const names = uses.map(({ id, text }) =>
    id === 'other-purpose' && text !== null ? textIn(text, language) : term[language][`purpose.${id}`],
  )
  return [...new Set(names)]
}

/** In words, what no row or column holds: delivery firms, memberships, history, the site's own terms. */
function notesOf(policy: Policy, language: Language): readonly string[] {
  const text = messages[language]
  const held = new Set<CategoryId>(policy.practices.flatMap(practice => practice.categories))
  const delivered = policy.practices.filter(practice => practice.recipients.some(({ id }) => id === 'delivery'))
  const rows = LABEL_ROWS.filter(row => practicesOfRow({ ...policy, practices: delivered }, row).length > 0)
  const categories = CATEGORIES.filter(({ id }) => held.has(id) && !inRows.has(id))
  const lists = [
    { terms: rows.map(row => text[`row.${row.id}`]), say: text['note.delivery'] },
    { terms: categories.map(({ id }) => term[language][`category.${id}`]), say: text['note.categories'] },
    { terms: otherUses(policy, language), say: text['note.purposes'] },
  ]
  return lists
    .filter(({ terms }) => terms.length > 0)
    .map(({ terms, say }) => say({ list: enumerateTerms(terms, language) }))
}

/** The label of a policy: every row and column, used or not. */
export function label(policy: Policy, language: Language): Label {
  const text = messages[language]
  const rows = LABEL_ROWS.map(row => {
    const practices = practicesOfRow(policy, row)
    return {
      id: row.id,
      name: text[`row.${row.id}`],
      collected: practices.length > 0,
      cells: LABEL_COLUMNS.map(column => labelCell(practices, column)),
    }
  })
  const unused = rows.filter(row => !row.collected).map(row => row.name)
  return {
    language,
    caption: text.title,
    kind: text.kind,
    groups: (['use', 'share'] as const).map(group => ({
      name: text[`group.${group}`],
      span: LABEL_COLUMNS.filter(column => column.group === group).length,
    })),
    columns: LABEL_COLUMNS.map(({ id }) => ({ id, name: text[`column.${id}`] })),
    rows,
    notes: notesOf(policy, language),
    unused: unused.length === 0 ? null : text['short.none']({ rows: enumerateTerms(unused, language) }),
  }
}
