import type { Span } from '../../../model/index.ts'
import {
  ACCESS,
  CATEGORIES,
  CHOICE_LETTERS,
  CHOICES,
  type Choice,
  MARKERS,
  PURPOSES,
  RECIPIENTS,
  REMEDIES,
  RETENTIONS,
  type Term,
} from '../../../vocabulary/index.ts'

export type TokenKind =
  | 'access'
  | 'disputes'
  | 'remedy'
  | 'non-identifiable'
  | 'purpose'
  | 'recipient'
  | 'retention'
  | 'category'
  | 'test'
  | 'unknown'

/** What a token says. */
export interface TokenMeaning {
  readonly kind: TokenKind
  /** The term's id; null for what is no token. */
  readonly term: string | null
  /** Null for terms that take no choice. */
  readonly required: Choice | null
}

/** One token as it was read. */
export interface CompactToken extends TokenMeaning {
  readonly raw: string
  readonly at: Span
}

const FAMILIES: readonly (readonly [kind: TokenKind, rows: readonly Term[]])[] = [
  ['access', ACCESS],
  ['remedy', REMEDIES],
  ['purpose', PURPOSES],
  ['recipient', RECIPIENTS],
  ['retention', RETENTIONS],
  ['category', CATEGORIES],
]

/** Every way a term is written, with what each says; bare means always (P3P 1.0, 4.2.5). */
function formsOf(kind: TokenKind, { id, token, choice }: Term): (readonly [string, TokenMeaning])[] {
  if (!choice) return [[token, { kind, term: id, required: null }]]
  const suffixed = CHOICES.map(required => [token + CHOICE_LETTERS[required], { kind, term: id, required }] as const)
  return [[token, { kind, term: id, required: 'always' }], ...suffixed]
}

/** P3P 1.0, 4.2: the 100 strings that are tokens. */
export const LEGAL_TOKENS: ReadonlyMap<string, TokenMeaning> = new Map([
  ...FAMILIES.flatMap(([kind, rows]) => rows.flatMap(row => formsOf(kind, row))),
  ...MARKERS.flatMap(row => formsOf(row.id, row)),
])

export const UNKNOWN: TokenMeaning = { kind: 'unknown', term: null, required: null }

/** P3P 1.1 puts the tokens of one statement between these. */
export const isBrace = (raw: string): boolean => raw === '{' || raw === '}'

/** The three letters of a known token. */
export const coreOf = (token: CompactToken): string => token.raw.slice(0, 3)
