import type { P3pStatement, P3pUse } from '../../model/index.ts'
import { CHOICES, PURPOSES, type PurposeId, RECIPIENTS, RETENTIONS, type RecipientId } from '../../vocabulary/index.ts'
import type { LocatedElement } from '../xml/index.ts'
import { OLD_TERMS } from './check-content.ts'
import { isChoiceless } from './content-models.ts'
import { checkStatementDatum, readData } from './read-data.ts'
import { readExtensions, readInnerExtensions } from './read-extensions.ts'
import { type Reading, textOf, valueOf } from './reading.ts'

const termOf = <Id extends string>(terms: readonly { readonly id: Id }[], name: string): Id | undefined =>
  terms.find(term => term.id === name)?.id

/** What `required` says; on a term without choice it says nothing. */
function requiredOf(element: LocatedElement) {
  const written = valueOf(element, 'required')
  return isChoiceless(element.name) ? null : (CHOICES.find(choice => choice === written) ?? null)
}

/** P3P 1.0, 3.3.4. A word of the drafts is read as `other-purpose`, so that the purpose is not lost. */
function readPurpose(element: LocatedElement, reading: Reading): P3pUse<PurposeId> | undefined {
  const id = termOf(PURPOSES, OLD_TERMS.get(element.name) ?? element.name)
  if (id === undefined) return undefined
  const text = textOf(element) ?? (OLD_TERMS.has(element.name) ? element.name : null)
  const described = id === 'other-purpose'
  if (described && text === null) reading.report('p3p-description-missing', { element: id }, element)
  return {
    id,
    required: requiredOf(element),
    descriptions: described && text !== null ? [text] : [],
    extensions: readExtensions(element, reading),
  }
}

/** P3P 1.0, 3.3.5. */
function readRecipient(element: LocatedElement, reading: Reading): P3pUse<RecipientId> | undefined {
  const id = termOf(RECIPIENTS, element.name)
  if (id === undefined) return undefined
  const descriptions = reading.children(element, 'recipient-description').flatMap(found => textOf(found) ?? [])
  return { id, required: requiredOf(element), descriptions, extensions: readExtensions(element, reading) }
}

const NEEDED = ['PURPOSE', 'RECIPIENT', 'RETENTION', 'DATA-GROUP']

/** P3P 1.0, 3.3.1 STATEMENT: only NON-IDENTIFIABLE allows that something be left out. */
export function readStatement(element: LocatedElement, reading: Reading): P3pStatement {
  const nonIdentifiable = reading.child(element, 'NON-IDENTIFIABLE') !== undefined
  for (const name of nonIdentifiable ? [] : NEEDED) {
    if (reading.child(element, name) !== undefined) continue
    reading.report('p3p-element-missing', { element: name, parent: element.name }, element)
  }
  const within = (name: string) => reading.children(reading.child(element, name))
  return {
    consequence: textOf(reading.child(element, 'CONSEQUENCE')),
    nonIdentifiable,
    purposes: within('PURPOSE').flatMap(purpose => readPurpose(purpose, reading) ?? []),
    recipients: within('RECIPIENT').flatMap(recipient => readRecipient(recipient, reading) ?? []),
    retentions: [...new Set(within('RETENTION').flatMap(found => termOf(RETENTIONS, found.name) ?? []))],
    data: readData(element, reading, checkStatementDatum),
    extensions: [
      ...readExtensions(element, reading),
      ...readInnerExtensions(element, reading, 'PURPOSE', 'RECIPIENT', 'RETENTION', 'DATA-GROUP'),
    ],
  }
}
