type Table<Id extends string> = readonly { readonly id: Id }[]

/** In the order that the vocabulary's table has; what shares a row keeps its own order. */
export function inTableOrder<Id extends string, T extends { readonly id: Id }>(
  table: Table<Id>,
  entries: readonly T[],
) {
  const rows = table.map(row => row.id)
  return [...entries].sort((a, b) => rows.indexOf(a.id) - rows.indexOf(b.id))
}

/** Each word once, in the order that the vocabulary's table has. */
export const idsInTableOrder = <Id extends string>(table: Table<Id>, ids: readonly Id[]): readonly Id[] =>
  table.map(row => row.id).filter(id => ids.includes(id))
