import type { P3pDataDefinition, P3pDataSchema, XmlElement } from '../../model/index.ts'
import { element, textElement } from './element.ts'
import { categoriesElement } from './encode-data.ts'
import { extensionElements } from './encode-extensions.ts'

const definitionElement = (definition: P3pDataDefinition): XmlElement =>
  element(
    definition.kind === 'element' ? 'DATA-DEF' : 'DATA-STRUCT',
    { name: definition.name, structref: definition.structref, 'short-description': definition.shortDescription },
    categoriesElement(definition.categories, definition.otherCategory),
    textElement('LONG-DESCRIPTION', definition.longDescription),
  )

/** P3P 1.0, 5.3 DATASCHEMA. */
export const schemaElement = ({ lang, definitions, extensions }: P3pDataSchema): XmlElement =>
  element('DATASCHEMA', { 'xml:lang': lang }, definitions.map(definitionElement), extensionElements(extensions))
