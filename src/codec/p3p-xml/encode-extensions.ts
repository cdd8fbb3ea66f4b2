import type { P3pExtension, XmlElement } from '../../model/index.ts'
import { element } from './element.ts'

/** The extensions of one parent element that stand in the element itself, or in its child `within`. */
export function extensionElements(extensions: readonly P3pExtension[], within?: string): readonly XmlElement[] {
  return extensions
    .filter(extension => extension.within === within)
    .map(({ mandatory, content }) => element('EXTENSION', { optional: mandatory ? 'no' : 'yes' }, ...content))
}
