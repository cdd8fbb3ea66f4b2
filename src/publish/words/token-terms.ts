import { ACCESS, CATEGORIES, MARKERS, PURPOSES, RECIPIENTS, REMEDIES, RETENTIONS } from '../../vocabulary/index.ts'

const keyed = <Family extends string, Id extends string>(
  family: Family,
  rows: readonly { readonly id: Id; readonly token: string }[],
) => rows.map(({ id, token }) => [token, `${family}.${id}` as const] as const)

const ROWS = [
  ...keyed('access', ACCESS),
  ...keyed('marker', MARKERS),
  ...keyed('remedy', REMEDIES),
  ...keyed('purpose', PURPOSES),
  ...keyed('recipient', RECIPIENTS),
  ...keyed('retention', RETENTIONS),
  ...keyed('category', CATEGORIES),
]

/** The key of a term's texts. */
export type TermKey = (typeof ROWS)[number][1]

const KEYS: ReadonlyMap<string, TermKey> = new Map(ROWS)

/** What a token stands for, with its suffix or without. */
export const termOfToken = (token: string): TermKey | undefined => KEYS.get(token.slice(0, 3))
