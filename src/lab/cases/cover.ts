/** What a case can vary in, and the values of each. */
export type Dimensions = Readonly<Record<string, readonly unknown[]>>

/** One value of each dimension. */
export type Combination<D extends Dimensions> = { readonly [K in keyof D]: D[K][number] }

type Row = readonly number[]

/** Every combination of the dimensions' value numbers. */
function product(sizes: readonly number[]): Row[] {
  let rows: Row[] = [[]]
  for (const size of sizes) rows = rows.flatMap(row => Array.from({ length: size }, (_, value) => [...row, value]))
  return rows
}

/** The sets of dimensions of which every combination must occur: each pair, and those named. */
function groupsOf(names: readonly string[], together: readonly (readonly string[])[]): number[][] {
  const pairs = names.flatMap((_, a) => names.slice(a + 1).map((_, b) => [a, a + 1 + b]))
  return [...pairs, ...together.map(group => group.map(name => names.indexOf(name)))]
}

const tuple = (row: Row, group: readonly number[]) => `${group.join()}=${group.map(at => row[at]).join()}`

/**
 * A small set of combinations in which every pair of values of any two dimensions occurs, and every combination of the
 * dimensions in each of `together`: greedy, the row that covers most of what is missing first. Always the same set.
 */
export function cover<const D extends Dimensions>(
  dimensions: D,
  together: readonly (readonly (keyof D & string)[])[] = [],
): Combination<D>[] {
  const names = Object.keys(dimensions)
  const groups = groupsOf(names, together)
  const candidates = product(names.map(name => dimensions[name]?.length ?? 0)).map(row => ({
    row,
    tuples: groups.map(group => tuple(row, group)),
  }))
  const missing = new Set(candidates.flatMap(({ tuples }) => tuples))
  const chosen: Row[] = []
  while (missing.size > 0) {
    let best = { gain: 0, row: [] as Row, tuples: [] as string[] }
    for (const { row, tuples } of candidates) {
      const gain = tuples.filter(tuple => missing.has(tuple)).length
      if (gain > best.gain) best = { gain, row, tuples }
    }
    for (const tuple of best.tuples) missing.delete(tuple)
    chosen.push(best.row)
  }
  return chosen.map(
    row => Object.fromEntries(names.map((name, at) => [name, dimensions[name]?.[row[at] ?? 0]])) as Combination<D>,
  )
}
