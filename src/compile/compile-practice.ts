import type { PracticeDeclaration } from '../declare/index.ts'
import type { Datum, LanguageTag, Practice } from '../model/index.ts'
import { dataElements, orderCategories, PURPOSES, RECIPIENTS } from '../vocabulary/index.ts'
import { inTableOrder } from './table-order.ts'

/** P3P 1.0, 5.7.1: what the schema fixes holds. P3P 1.0, 3.3.7: what is not said to be optional is required. */
function compileDatum(datum: Datum, mandatory: boolean): Datum {
  const element = dataElements().get(datum.ref)
  const categories = element === undefined || element.variable ? datum.categories : element.categories
  return { ...datum, categories: orderCategories(categories), optional: datum.optional || !mandatory }
}

/** One that says nothing of it is about identified people who must give the data: the stricter reading. */
export function compilePractice(practice: PracticeDeclaration, languages: readonly LanguageTag[]): Practice {
  const { id, name, reason, purposes, recipients, retention, basis } = practice
  const mandatory = practice.mandatory ?? true
  const data = practice.data.map(datum => compileDatum(datum, mandatory))
  return {
    id,
    name: name ?? Object.fromEntries(languages.map(language => [language, id])),
    reason,
    data,
    categories: orderCategories(data.flatMap(datum => datum.categories)),
    purposes: inTableOrder(PURPOSES, purposes),
    recipients: inTableOrder(RECIPIENTS, recipients),
    retention,
    identifiable: practice.identifiable ?? true,
    mandatory,
    basis,
  }
}
