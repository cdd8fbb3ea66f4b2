import type { Choice } from '../vocabulary/index.ts'
import { term as messages, type TermMessages } from './compiled/index.ts'
import type { Language } from './language.ts'

/** A token of a compact policy: as written, and what it says; `term` is null for what is no token. */
export interface SaidToken {
  readonly raw: string
  readonly kind: string
  readonly term: string | null
  readonly required: Choice | null
}

/** Markers are kinds of their own among the tokens, but one family of the vocabulary. */
const FAMILIES: Readonly<Record<string, string>> = {
  disputes: 'marker',
  'non-identifiable': 'marker',
  test: 'marker',
}

/** The token's label, empty for an unknown one, and in a sentence or two what it means. */
export function sayToken(
  { raw, kind, term, required }: SaidToken,
  language: Language,
): { readonly label: string; readonly means: string } {
  const say = (key: string): string => messages[language][key as keyof TermMessages]
  if (term === null) return { label: '', means: say(raw === '{' || raw === '}' ? 'token.brace' : 'token.unknown') }
  const key = `${FAMILIES[kind] ?? kind}.${term}`
  const means = say(`${key}.means`)
  return { label: say(key), means: required === null ? means : `${means} ${say(`choice.${required}.means`)}` }
}
