import { CATEGORIES, type CategoryId } from './categories.ts'
import { DATA_SETS, DATA_STRUCTURES, type SchemaNode } from './data-schema.ts'

/** An element, set or structure member of the base data schema, by its full dotted name. */
export interface DataElement {
  readonly name: string
  /** The element's own categories and, as they bubble up, all of its descendants'. Table order. */
  readonly categories: readonly CategoryId[]
  /** The categories must be given where the element is used. */
  readonly variable: boolean
  readonly leaf: boolean
}

const CATEGORY_ORDER: readonly CategoryId[] = CATEGORIES.map(category => category.id)

/** The categories in the order of the vocabulary, each once. */
export function orderCategories(categories: Iterable<CategoryId>): readonly CategoryId[] {
  const wanted = new Set(categories)
  return CATEGORY_ORDER.filter(id => wanted.has(id))
}

/**
 * Walks a node into `found`, returning the categories it passes upward (P3P 1.0, 5.4.4).
 * A place that names categories overrules a variable structure below it.
 */
function expand(
  node: SchemaNode,
  path: string,
  inherited: readonly CategoryId[] | undefined,
  found: Map<string, DataElement>,
) {
  const name = `${path}.${node.name}`
  const given = Array.isArray(node.categories) ? (node.categories as readonly CategoryId[]) : undefined
  const own = given ?? (node.categories === 'variable' ? inherited : undefined)
  const members = node.type === undefined ? [] : (DATA_STRUCTURES[node.type] ?? [])
  const upward = new Set<CategoryId>(own ?? [])
  for (const member of members) for (const id of expand(member, name, given ?? inherited, found)) upward.add(id)
  const categories = orderCategories(upward)
  found.set(name, { name, categories, variable: categories.length === 0, leaf: members.length === 0 })
  addPrefixes(name, path, categories, found)
  return categories
}

/** `ymd.year` also makes the set `ymd`, which holds what its members hold. */
function addPrefixes(name: string, path: string, categories: readonly CategoryId[], found: Map<string, DataElement>) {
  for (let dot = name.lastIndexOf('.'); dot > path.length; dot = name.lastIndexOf('.', dot - 1)) {
    const set = name.slice(0, dot)
    const before = found.get(set)
    const all = orderCategories([...(before?.categories ?? []), ...categories])
    found.set(set, { name: set, categories: all, variable: all.length === 0, leaf: false })
  }
}

function expandAll(): ReadonlyMap<string, DataElement> {
  const found = new Map<string, DataElement>()
  for (const [set, members] of Object.entries(DATA_SETS)) {
    const upward = new Set<CategoryId>()
    for (const member of members) for (const id of expand(member, set, undefined, found)) upward.add(id)
    found.set(set, { name: set, categories: orderCategories(upward), variable: false, leaf: false })
  }
  return found
}

let expanded: ReadonlyMap<string, DataElement> | undefined

/** Every element and set of the base data schema by its full name, e.g. `user.home-info.postal.street`. */
export function dataElements(): ReadonlyMap<string, DataElement> {
  expanded ??= expandAll()
  return expanded
}
