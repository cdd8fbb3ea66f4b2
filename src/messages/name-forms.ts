import { CATEGORIES, PURPOSES, RECIPIENTS, RETENTIONS, type Term } from '../vocabulary/index.ts'
import { type TermMessages, term } from './compiled/index.ts'
import type { Language } from './language.ts'

const keysOf = (family: string, rows: readonly Term[]) =>
  rows.map(({ token, id }) => [token, `${family}.${id}` as keyof TermMessages] as const)

const TERM_KEYS: ReadonlyMap<string, keyof TermMessages> = new Map([
  ...keysOf('category', CATEGORIES),
  ...keysOf('purpose', PURPOSES),
  ...keysOf('recipient', RECIPIENTS),
  ...keysOf('retention', RETENTIONS),
])

/** Tokens in words, the forms of one term together: `Marketing contact (CON, CONa) or Health data (HEA)`. */
export function nameForms(tokens: readonly string[], language: Language, type: 'conjunction' | 'disjunction'): string {
  const forms = new Map<string, string[]>()
  for (const token of tokens) {
    const core = TERM_KEYS.has(token.slice(0, 3)) ? token.slice(0, 3) : token
    forms.set(core, [...(forms.get(core) ?? []), token])
  }
  const names = [...forms].map(([core, written]) => {
    const key = TERM_KEYS.get(core)
    return key === undefined ? core : `${term[language][key]} (${written.join(', ')})`
  })
  return new Intl.ListFormat(language, { type }).format(names)
}
