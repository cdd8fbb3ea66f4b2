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
  readonly schema: 'base' | 'own' | 'foreign'
  /** Undefined where the schema has no such element, or was not read. */
  readonly element: DataElement | undefined
}

/** P3P 1.0, 3.3.7: the schema is the one before the `#`, else DATA-GROUP's. */
export function referredData({ ref, base }: DataReference, own?: ReadonlyMap<string, DataElement>): ReferredData {
  const hash = ref.indexOf('#')
  const uri = hash > 0 ? ref.slice(0, hash) : (base ?? BASE_SCHEMA_URI)
  const name = ref.slice(hash + 1)
  if (uri === BASE_SCHEMA_URI) return { schema: 'base', element: dataElements().get(name) }
  return uri === '' ? { schema: 'own', element: own?.get(name) } : { schema: 'foreign', element: undefined }
}

/**
 * P3P 1.0, 5.3.1 and 3.4: the schema's categories where it has some, whatever is written beside them;
 * those written where it leaves them open or is not known.
 */
export function referredCategories(data: DataReference, own?: ReadonlyMap<string, DataElement>): readonly CategoryId[] {
  const { element } = referredData(data, own)
  return element === undefined || element.variable ? orderCategories(data.categories) : element.categories
}
