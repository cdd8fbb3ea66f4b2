import type { P3pData, XmlElement } from '../../model/index.ts'
import type { CategoryId } from '../../vocabulary/index.ts'
import { element, exactElement, wrapper } from './element.ts'

export const categoriesElement = (categories: readonly CategoryId[], other: string | null): XmlElement | null =>
  wrapper('CATEGORIES', ...categories.map(id => element(id, {}, id === 'other-category' ? other : null)))

const dataElement = ({ ref, optional, categories, otherCategory, value }: P3pData): XmlElement =>
  element('DATA', { ref, optional: optional ? 'yes' : null }, categoriesElement(categories, otherCategory), value)

/** P3P 1.0, 3.3.7: neighbours with the same base share a group; the extensions stand in the first. */
export function dataGroupElements(data: readonly P3pData[], extensions: readonly XmlElement[]): readonly XmlElement[] {
  const runs: { readonly base: string | null; readonly members: XmlElement[] }[] = []
  for (const datum of data) {
    const last = runs.at(-1)
    if (last !== undefined && last.base === datum.base) last.members.push(dataElement(datum))
    else runs.push({ base: datum.base, members: [dataElement(datum)] })
  }
  if (runs.length === 0 && extensions.length > 0) runs.push({ base: null, members: [] })
  return runs.map(({ base, members }, order) =>
    exactElement('DATA-GROUP', { base }, order === 0 ? extensions : null, members),
  )
}
