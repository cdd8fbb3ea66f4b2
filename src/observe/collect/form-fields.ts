import type { FormFieldObservation } from '../../model/index.ts'
import { fieldMeaning } from './field-meaning.ts'
import { frameAddress } from './frame-address.ts'
import type { PageRecord } from './page-record.ts'

export type FormFieldSighting = Omit<FormFieldObservation, 'state'>

/** Every field once; the buttons of a radio group are one field. */
export function collectFormFields(record: PageRecord): FormFieldSighting[] {
  const seen = new Map<string, FormFieldSighting>()
  for (const { frame, fields } of record.documents)
    for (const field of fields) {
      const meaning = fieldMeaning(field)
      const key = JSON.stringify([
        frame.url,
        field.action,
        field.type,
        field.name,
        field.name === '' ? field.label : '',
      ])
      const before = seen.get(key)
      if (before !== undefined && before.visible) continue
      seen.set(key, {
        kind: 'form-field',
        engine: record.engine,
        page: record.page,
        frame: frameAddress(frame),
        ...field,
        asks: meaning?.asks ?? null,
        categories: meaning === null ? [] : [meaning.category],
      })
    }
  return [...seen.values()]
}
