import type { P3pData } from '../../model/index.ts'
import { BASE_SCHEMA_URI, CATEGORIES, type CategoryId, referredData } from '../../vocabulary/index.ts'
import type { LocatedElement } from '../xml/index.ts'
import { type Reading, rawValueOf, textOf, valueOf } from './reading.ts'

const isCategory = (name: string): name is CategoryId => CATEGORIES.some(category => category.id === name)

/** The categories of all CATEGORIES of an element, each once, in their order; and what `other-category` says. */
export function readCategories(element: LocatedElement, reading: Reading) {
  const found = reading.children(element, 'CATEGORIES').flatMap(list => reading.children(list))
  const other = found.find(category => category.name === 'other-category')
  const otherCategory = textOf(other)
  if (other !== undefined && otherCategory === null) {
    reading.report('p3p-description-missing', { element: other.name }, other)
  }
  return { categories: [...new Set(found.map(category => category.name).filter(isCategory))], otherCategory }
}

/** DATA-GROUP/@base, null where it is the base schema. */
function baseOf(group: LocatedElement): string | null {
  const base = rawValueOf(group, 'base')?.trim() ?? null
  return base === BASE_SCHEMA_URI ? null : base
}

/** P3P 1.0, 3.3.7: the data of all DATA-GROUPs of an element. */
export function readData(
  parent: LocatedElement,
  reading: Reading,
  check: (datum: P3pData, element: LocatedElement, reading: Reading) => void,
): readonly P3pData[] {
  return reading.children(parent, 'DATA-GROUP').flatMap(group =>
    reading.children(group, 'DATA').map(element => {
      const datum = {
        ref: valueOf(element, 'ref') ?? '',
        base: baseOf(group),
        optional: valueOf(element, 'optional') === 'yes',
        ...readCategories(element, reading),
        value: textOf(element),
      }
      if (datum.ref !== '') check(datum, element, reading)
      return datum
    }),
  )
}

/** In ENTITY: elements of the base schema, with values and without categories (P3P 1.0, 3.2.4). */
export function checkEntityDatum(datum: P3pData, element: LocatedElement, reading: Reading) {
  const { ref, categories } = datum
  const { schema, element: found } = referredData(datum, reading.own, reading.others)
  if (found === undefined && schema !== 'foreign') reading.report('p3p-data-unknown', { ref }, element)
  if (categories.length > 0) reading.report('p3p-entity-categories', { ref }, element)
}

/** In STATEMENT: the schema decides whether categories must be written, or count (P3P 1.0, 3.4 and 5.3.1). */
export function checkStatementDatum(datum: P3pData, element: LocatedElement, reading: Reading) {
  const { ref, categories } = datum
  const { schema, element: found } = referredData(datum, reading.own, reading.others)
  if (found === undefined) {
    if (schema === 'foreign') reading.report('p3p-data-foreign', { ref }, element)
    else reading.report('p3p-data-unknown', { ref }, element)
  } else if (found.mixed) {
    reading.report('p3p-data-mixed', { ref }, element)
  } else if (found.variable) {
    if (categories.length === 0) reading.report('p3p-categories-missing', { ref }, element)
  } else {
    const idle = categories.filter(id => !found.categories.includes(id))
    if (idle.length > 0) reading.report('p3p-categories-fixed', { ref, categories: idle.join(', ') }, element)
  }
}
