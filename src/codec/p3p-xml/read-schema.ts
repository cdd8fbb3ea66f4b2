import type { IssueCode, IssueData, P3pDataDefinition, P3pDataSchema } from '../../model/index.ts'
import { ownDataElements, SCHEMA_LIMIT, type SchemaFault } from '../../vocabulary/index.ts'
import type { LocatedElement } from '../xml/index.ts'
import { readCategories } from './read-data.ts'
import { readExtensions } from './read-extensions.ts'
import { readShortDescription } from './read-policy.ts'
import { type Reading, textOf, valueOf } from './reading.ts'

const readDefinition = (element: LocatedElement, reading: Reading): P3pDataDefinition => ({
  kind: element.name === 'DATA-DEF' ? 'element' : 'structure',
  name: valueOf(element, 'name') ?? '',
  structref: valueOf(element, 'structref'),
  ...readCategories(element, reading),
  shortDescription: readShortDescription(element, reading),
  longDescription: textOf(reading.child(element, 'LONG-DESCRIPTION')),
})

type Told = { readonly [C in IssueCode]: { readonly code: C; readonly data: IssueData<C> } }[IssueCode]

const TELL: Readonly<Record<SchemaFault['kind'], (name: string, structref: string) => Told>> = {
  name: name => ({ code: 'p3p-schema-name', data: { name } }),
  'structure-unknown': (name, structref) => ({ code: 'p3p-schema-structure-unknown', data: { name, structref } }),
  circular: name => ({ code: 'p3p-schema-circular', data: { name } }),
  mixed: name => ({ code: 'p3p-schema-mixed', data: { name } }),
  large: () => ({ code: 'p3p-schema-large', data: { limit: SCHEMA_LIMIT } }),
}

/** P3P 1.0, 5.3 DATASCHEMA. What it defines is then known to the rest of the reading. */
export function readSchema(element: LocatedElement, reading: Reading): P3pDataSchema {
  const elements = reading.children(element, 'DATA-DEF', 'DATA-STRUCT')
  const definitions = elements.map(child => readDefinition(child, reading))
  const named = new Set<string>()
  definitions.forEach(({ kind, name }, at) => {
    const place = elements[at]
    const key = `${kind} ${name}`
    if (place !== undefined && name !== '' && named.has(key)) {
      reading.report('p3p-name-repeated', { element: place.name, name }, place)
    }
    named.add(key)
  })
  const own = ownDataElements(definitions)
  for (const { kind, at } of own.faults) {
    const definition = definitions[at]
    const place = elements[at]
    if (definition === undefined || place === undefined || definition.name === '') continue
    const { code, data } = TELL[kind](definition.name, definition.structref ?? '')
    reading.report(code, data, place)
  }
  reading.own = own.elements
  return { lang: valueOf(element, 'xml:lang'), definitions, extensions: readExtensions(element, reading) }
}
