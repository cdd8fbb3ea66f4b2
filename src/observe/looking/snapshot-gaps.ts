import type { RecordedGap } from '../collect/page-record.ts'
import type { Snapshot } from './snapshot-script.ts'

const PARTS = { storage: 'storage', fields: 'form-field', links: 'page' } as const

/** What a document did not tell, or not wholly. */
export function gapsIn({ url, more, closed }: Snapshot): RecordedGap[] {
  const many = (['storage', 'fields', 'links'] as const)
    .filter(part => more[part] > 0)
    .map(part => ({ what: PARTS[part], why: 'too-many', detail: `${part} in ${url}`, more: more[part] }) as const)
  const shut = closed.map(
    area => ({ what: 'storage', why: 'failed', detail: `${area} in ${url}`, more: null }) as const,
  )
  return [...many, ...shut]
}
