import type { P3pExtension, XmlElement } from '../../model/index.ts'
import { isElement, type LocatedAttribute, type LocatedElement } from '../xml/index.ts'
import { isKnownExtension } from './known-extensions.ts'
import { type Reading, valueOf } from './reading.ts'

const attributeEntry = ({ namespace, name, value }: LocatedAttribute) =>
  [namespace === '' ? name : `{${namespace}}${name}`, value] as const

/** The content without places; text that is only white space counts where there is other text beside it. */
function plainContent(element: LocatedElement): readonly (XmlElement | string)[] {
  const hasText = element.children.some(child => !isElement(child) && child.trim() !== '')
  return element.children
    .filter(child => isElement(child) || hasText)
    .map(child => (isElement(child) ? plain(child) : child))
}

/** A located element as the model keeps it. */
const plain = (element: LocatedElement): XmlElement => ({
  name: element.name,
  namespace: element.namespace,
  attributes: Object.fromEntries(element.attributes.map(attributeEntry)),
  children: plainContent(element),
})

/** P3P 1.0, 3.5: what stands in EXTENSION is kept whatever it is; only a mandatory one must be known. */
function readExtension(element: LocatedElement, reading: Reading, within: string | undefined): P3pExtension {
  const mandatory = valueOf(element, 'optional') === 'no'
  const extension = { mandatory, content: plainContent(element), ...(within === undefined ? {} : { within }) }
  if (mandatory && !isKnownExtension(extension)) {
    const named = element.children.find(isElement)?.name ?? 'none'
    reading.report('p3p-extension-mandatory', { element: named }, element)
  }
  return extension
}

/** The extensions that stand in the element itself. */
export const readExtensions = (element: LocatedElement, reading: Reading, within?: string): readonly P3pExtension[] =>
  reading.children(element, 'EXTENSION').map(child => readExtension(child, reading, within))

/** The extensions of those children of an element that have no list of their own. */
export const readInnerExtensions = (
  element: LocatedElement | undefined,
  reading: Reading,
  ...names: readonly string[]
): readonly P3pExtension[] =>
  names.flatMap(name => reading.children(element, name).flatMap(child => readExtensions(child, reading, name)))
