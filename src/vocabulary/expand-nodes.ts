import { CATEGORIES, type CategoryId } from './categories.ts'
import type { SchemaNode } from './data-schema.ts'

/** An element, set or structure member of a data schema, by its full dotted name. */
export interface DataElement {
  readonly name: string
  /** The element's own categories and, as they bubble up, all of its descendants'. Table order. */
  readonly categories: readonly CategoryId[]
  /** The categories must be given where the element is used. */
  readonly variable: boolean
  /** Some of its parts are variable and some are not, so that it may not be used as a whole. */
  readonly mixed: boolean
  readonly leaf: boolean
}

/** What a structure is made of; one without members may have categories itself. */
export interface Structure {
  readonly members: readonly SchemaNode[]
  readonly categories?: readonly CategoryId[]
}

/** Where structures are found, by the way of types that led there, and where to put what they hold. */
export interface Walk {
  readonly structureOf: (type: string, trail: readonly string[]) => Structure | undefined
  readonly found: Map<string, DataElement>
}

/** What holds for a node because of the places above it. */
interface Above {
  readonly trail: readonly string[]
  /** Goes to variable members: a DATA-DEF gives its categories to a structure that has none. */
  readonly pushed?: readonly CategoryId[] | undefined
  /** Goes to all members: a DATA-STRUCT's categories replace those of the structure it is made of. */
  readonly forced?: readonly CategoryId[] | undefined
}

const CATEGORY_ORDER: readonly CategoryId[] = CATEGORIES.map(category => category.id)

/** The categories in the order of the vocabulary, each once. */
export function orderCategories(categories: Iterable<CategoryId>): readonly CategoryId[] {
  const wanted = new Set(categories)
  return CATEGORY_ORDER.filter(id => wanted.has(id))
}

const isGiven = (categories: SchemaNode['categories']): categories is readonly CategoryId[] =>
  categories !== undefined && categories !== 'variable' && categories.length > 0

/** Two halves of one set: what either holds, the whole holds. */
const join = (a: DataElement | undefined, b: DataElement): DataElement =>
  a === undefined
    ? b
    : {
        name: b.name,
        categories: orderCategories([...a.categories, ...b.categories]),
        variable: a.variable && b.variable,
        mixed: a.mixed || b.mixed || a.variable !== b.variable,
        leaf: a.leaf && b.leaf,
      }

/** `ymd.year` also makes the set `ymd`, which holds what its members hold. */
function recordWithSets(element: DataElement, path: string, found: Map<string, DataElement>) {
  const { name } = element
  found.set(name, join(found.get(name), element))
  for (let dot = name.lastIndexOf('.'); dot > path.length; dot = name.lastIndexOf('.', dot - 1)) {
    const set = name.slice(0, dot)
    found.set(set, join(found.get(set), { ...element, name: set, leaf: false }))
  }
}

/**
 * Walks a node and what it is made of into `found`, and gives the node itself (P3P 1.0, 5.3.1).
 * A DATA-DEF's own categories add to those of a structure that has some; a variable structure takes them.
 */
export function expandNode(node: SchemaNode, path: string, above: Above, walk: Walk): DataElement {
  const name = path === '' ? node.name : `${path}.${node.name}`
  const given = isGiven(node.categories) ? node.categories : undefined
  const structure = node.type === undefined ? undefined : walk.structureOf(node.type, above.trail)
  const isMember = above.trail.length > 0
  const below: Above = {
    trail: [...above.trail, node.type ?? ''],
    pushed: given ?? above.pushed,
    forced: above.forced ?? (isMember ? given : undefined) ?? structure?.categories,
  }
  const members = (structure?.members ?? []).map(member => expandNode(member, name, below, walk))
  const own = above.forced ?? given ?? structure?.categories ?? (members.length === 0 ? above.pushed : undefined) ?? []
  const categories = orderCategories([...own, ...members.flatMap(member => member.categories)])
  const someVariable = members.some(member => member.variable || member.mixed)
  const someFixed = members.some(member => !member.variable)
  const element: DataElement = {
    name,
    categories,
    variable: members.length === 0 ? categories.length === 0 : someVariable && !someFixed,
    mixed: someVariable && someFixed,
    leaf: members.length === 0,
  }
  recordWithSets(element, path, walk.found)
  return element
}
