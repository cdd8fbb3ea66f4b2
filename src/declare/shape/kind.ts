/** What a value is, in a person's words. */
export type Kind = 'text' | 'number' | 'truth' | 'list' | 'table' | 'nothing'

export function kindOf(value: unknown): Kind {
  if (typeof value === 'string') return 'text'
  if (typeof value === 'number') return 'number'
  if (typeof value === 'boolean') return 'truth'
  if (Array.isArray(value)) return 'list'
  return typeof value === 'object' && value !== null ? 'table' : 'nothing'
}
