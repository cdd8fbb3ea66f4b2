import type { P3pData, P3pPolicy } from '../../model/index.ts'
import { type CategoryId, referredCategories, referredData } from '../../vocabulary/index.ts'
import { OWN_DATA } from '../schema/values.ts'
import { clean, type Drafting, type DraftValue, oneOrMany, table } from './draft.ts'
import { leadStatement, type StatementSource, statementOf } from './source.ts'
import { say } from './variants.ts'

const draftCategories = (categories: readonly CategoryId[], drafting: Drafting): DraftValue =>
  categories.length === 0 ? drafting.ask('ask.categories') : oneOrMany(categories)

/** What the other category is, in every language. */
const otherText = (source: StatementSource, at: number, drafting: Drafting) =>
  say(source.variants, (policy: P3pPolicy) => statementOf(source, policy).data[at]?.otherCategory ?? null, drafting)

/** An element that the base schema does not have: data of the site's own. */
function draftOwnDatum(source: StatementSource, datum: P3pData, drafting: Drafting): DraftValue {
  const name = datum.ref.slice(datum.ref.indexOf('#') + 1)
  drafting.lose('schema', clean(datum.ref), source.path)
  return table({
    name: clean(source.own.names.get(name) ?? name) || drafting.ask('ask.data-name'),
    categories: draftCategories(referredCategories(datum, source.own.elements), drafting),
    optional: datum.optional || undefined,
  })
}

function draftDatum(source: StatementSource, datum: P3pData, at: number, drafting: Drafting): DraftValue {
  const { schema, element } = referredData(datum, source.own.elements)
  if (schema !== 'base' || element === undefined) return draftOwnDatum(source, datum, drafting)
  const ref = element.name
  if (!element.variable) return datum.optional ? { ref, optional: true } : ref
  return table({
    ref,
    name: otherText(source, at, drafting),
    categories: draftCategories(datum.categories, drafting),
    optional: datum.optional || undefined,
  })
}

/** Miscellaneous data about which only the category is known. */
const isNameless = (datum: P3pData) =>
  referredData(datum).element?.name === OWN_DATA && datum.otherCategory === null && datum.categories.length > 0

/** P3P 1.0, 5.6.4 wants one `dynamic.miscdata` for each category; for people those of a statement are one question. */
function draftMiscellaneous(data: readonly P3pData[], optional: boolean, drafting: Drafting): readonly DraftValue[] {
  const categories = new Set(
    data.filter(datum => isNameless(datum) && datum.optional === optional).flatMap(datum => datum.categories),
  )
  if (categories.size === 0) return []
  const name = drafting.ask('ask.data-name')
  return [table({ name, categories: oneOrMany([...categories]), optional: optional || undefined })]
}

/** The data of a statement (P3P 1.0, 3.3.7). */
export function draftData(source: StatementSource, drafting: Drafting): DraftValue {
  const { data } = leadStatement(source)
  for (const { value, ref } of data) if (value !== null) drafting.lose('value', clean(ref), source.path)
  const named = data.flatMap((datum, at) => (isNameless(datum) ? [] : [draftDatum(source, datum, at, drafting)]))
  const all = [...named, ...draftMiscellaneous(data, false, drafting), ...draftMiscellaneous(data, true, drafting)]
  const each = new Map(all.map(datum => [JSON.stringify(datum), datum]))
  return each.size === 0 ? drafting.ask('ask.data') : [...each.values()]
}
