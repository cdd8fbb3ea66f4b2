import type { CategoryId } from './categories.ts'
import { dataElements } from './data-elements.ts'
import { BASE_SCHEMA_URI } from './data-schema.ts'
import { type DataElement, orderCategories } from './expand-nodes.ts'

/** DATA/@ref with the DATA-GROUP/@base that holds for it; null is the base schema, `''` the document itself. */
export interface DataReference {
  readonly ref: string
  readonly base: string | null
  /** As written where the element is used. */
  readonly categories: readonly CategoryId[]
}

export interface ReferredData {
  /** `own`: of the document or of a schema that was given; `foreign`: of one that is not known. */
  readonly schema: 'base' | 'own' | 'foreign'
  /** Undefined where the schema has no such element, or was not read. */
  readonly element: DataElement | undefined
}

/** A schema's elements, sets and members by their full names. */
export type SchemaElements = ReadonlyMap<string, DataElement>

/**
 * P3P 1.0, 3.3.7: the schema is the one before the `#`, else DATA-GROUP's. `own` are the document's own elements,
 * `others` those of schemas elsewhere by the schema's URI.
 */
export function referredData(
  { ref, base }: DataReference,
  own?: SchemaElements,
  others?: ReadonlyMap<string, SchemaElements>,
): ReferredData {
  const hash = ref.indexOf('#')
  const uri = hash > 0 ? ref.slice(0, hash) : (base ?? BASE_SCHEMA_URI)
  const name = ref.slice(hash + 1)
  if (uri === BASE_SCHEMA_URI) return { schema: 'base', element: dataElements().get(name) }
  const elements = uri === '' ? own : others?.get(uri)
  return { schema: uri === '' || elements !== undefined ? 'own' : 'foreign', element: elements?.get(name) }
}

/**
 * P3P 1.0, 5.3.1 and 3.4: the schema's categories where it has some, whatever is written beside them;
 * those written where it leaves them open or is not known.
 */
export function referredCategories(
  data: DataReference,
  own?: SchemaElements,
  others?: ReadonlyMap<string, SchemaElements>,
): readonly CategoryId[] {
  const { element } = referredData(data, own, others)
  return element === undefined || element.variable ? orderCategories(data.categories) : element.categories
}
