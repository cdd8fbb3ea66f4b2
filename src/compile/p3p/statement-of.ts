import { IBM_NAMESPACE } from '../../codec/p3p-xml/index.ts'
import {
  type Datum,
  type LanguageTag,
  type LocalText,
  type P3pData,
  type P3pExtension,
  type P3pStatement,
  type P3pUse,
  type Practice,
  textIn,
  type Use,
} from '../../model/index.ts'
import { type CategoryId, dataElements, orderCategories } from '../../vocabulary/index.ts'

/** P3P has no name for a statement; IBM's editor gave it one so, and other programs read it. */
const groupName = (name: string): P3pExtension => ({
  mandatory: false,
  content: [{ name: 'GROUP-INFO', namespace: IBM_NAMESPACE, attributes: { name }, children: [] }],
})

const textOrNull = (text: LocalText | null, language: LanguageTag): string | null =>
  text === null ? null : textIn(text, language)

/** `always` is what an absent `required` means. */
const usesOf = <Id extends string>(uses: readonly Use<Id>[], language: LanguageTag, hasText: (id: Id) => boolean) =>
  uses.map(
    ({ id, choice, text }): P3pUse<Id> => ({
      id,
      required: choice === 'always' ? null : choice,
      descriptions: text !== null && hasText(id) ? [textIn(text, language)] : [],
      extensions: [],
    }),
  )

/**
 * How a datum is referred to. A fixed element's categories are the schema's; a variable one carries its own;
 * and miscellaneous data are referred to once for each category (P3P 1.0, 5.6.4).
 */
function referencesOf({ ref, categories }: Datum): readonly (readonly CategoryId[])[] {
  if (ref === 'dynamic.miscdata') return categories.map(category => [category])
  return [dataElements().get(ref)?.variable === true ? categories : []]
}

/** A reference is optional where all that it stands for is. */
function dataOf(data: readonly Datum[], language: LanguageTag): readonly P3pData[] {
  const merged = new Map<string, P3pData>()
  for (const datum of data) {
    for (const categories of referencesOf(datum)) {
      const key = datum.ref === 'dynamic.miscdata' ? `${datum.ref} ${categories[0]}` : datum.ref
      const before = merged.get(key)
      const other = categories.includes('other-category') ? textOrNull(datum.name, language) : null
      merged.set(key, {
        ref: `#${datum.ref}`,
        base: null,
        optional: datum.optional && before?.optional !== false,
        categories: orderCategories([...(before?.categories ?? []), ...categories]),
        otherCategory: [before?.otherCategory ?? null, other].filter(text => text !== null).join('; ') || null,
        value: null,
      })
    }
  }
  return [...merged.values()]
}

/** P3P 1.0, 3.3.1 STATEMENT. Only `other-purpose` has a text; every recipient may be described. */
export const statementOf = (practice: Practice, language: LanguageTag): P3pStatement => ({
  consequence: textOrNull(practice.reason, language),
  nonIdentifiable: !practice.identifiable,
  purposes: usesOf(practice.purposes, language, id => id === 'other-purpose'),
  recipients: usesOf(practice.recipients, language, () => true),
  retentions: [practice.retention.rule],
  data: dataOf(practice.data, language),
  extensions: [groupName(textIn(practice.name, language))],
})
