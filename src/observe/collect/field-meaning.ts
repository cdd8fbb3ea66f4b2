import { FIELD_MEANINGS, type FieldMeaning } from './field-meanings.ts'
import type { RecordedField } from './page-record.ts'

/** Kinds of fields that hold an answer which says nothing by its name alone: what is ticked is told by the form's purpose. */
const MARKS = ['checkbox', 'radio', 'range', 'color']

/** `billing[firstName]` as `-billing-first-name-`. */
const words = (name: string): string =>
  `-${name
    .replace(/([a-z\d])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z\d]+/g, '-')
    .replace(/^-+|-+$/g, '')}-`

/** Letters only, one space around each word. */
const sentence = (label: string): string =>
  ` ${label
    .toLowerCase()
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\d]+/gu, ' ')
    .trim()} `

const says = (text: string, word: string): boolean =>
  word.endsWith('*') ? text.includes(` ${word.slice(0, -1)}`) : text.includes(` ${word} `)

/** HTML, 4.10.18.7: the last token that is no section, no `shipping` and no `webauthn` is the field's name. */
const autofill = (autocomplete: string | null): string =>
  (autocomplete ?? '')
    .toLowerCase()
    .split(/\s+/)
    .findLast(token => token !== 'webauthn') ?? ''

/** The surest sign first: what the page tells browsers, then the kind of field, its name, and what people read. */
export function fieldMeaning(
  field: Pick<RecordedField, 'type' | 'name' | 'autocomplete' | 'label'>,
): FieldMeaning | null {
  const token = autofill(field.autocomplete)
  const [name, label] = [words(field.name), sentence(field.label)]
  const signs: readonly ((row: FieldMeaning) => boolean)[] = [
    row => row.autocomplete?.includes(token) ?? false,
    row => field.type !== 'textarea' && (row.types?.includes(field.type) ?? false),
    row => row.names.some(known => name.includes(`-${known}-`)),
    row => row.words.some(word => says(label, word)),
    row => row.types?.includes(field.type) ?? false,
  ]
  const rows = MARKS.includes(field.type)
    ? FIELD_MEANINGS.filter(({ asks }) => ASKED_BY_MARKS.includes(asks))
    : FIELD_MEANINGS
  for (const fits of signs) {
    const row = rows.find(fits)
    if (row !== undefined) return row
  }
  return null
}

/** What people tell of themselves by ticking. */
const ASKED_BY_MARKS: readonly string[] = ['gender', 'health', 'belief', 'preference']
