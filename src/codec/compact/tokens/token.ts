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

const FAMILIES: readonly (readonly [kind: TokenKind | null, rows: readonly Term[]])[] = [
  ['access', ACCESS],
  [null, MARKERS],
  ['remedy', REMEDIES],
  ['purpose', PURPOSES],
  ['recipient', RECIPIENTS],
  ['retention', RETENTIONS],
  ['category', CATEGORIES],
]

/** P3P 1.0, ABNF 50-62: the 100 strings that are tokens. */
export const LEGAL_TOKENS: ReadonlyMap<string, TokenMeaning> = new Map(
  FAMILIES.flatMap(([family, rows]) =>
    rows.flatMap(({ id, token, choice }): [string, TokenMeaning][] => {
      const kind = family ?? (id as TokenKind)
      if (!choice) return [[token, { kind, term: id, required: null }]]
      return [
        [token, { kind, term: id, required: 'always' }],
        ...CHOICES.map(required => [token + CHOICE_LETTERS[required], { kind, term: id, required }] as const),
      ] as [string, TokenMeaning][]
    }),
  ),
)

export const UNKNOWN: TokenMeaning = { kind: 'unknown', term: null, required: null }

/** P3P 1.1 puts the tokens of one statement between these. */
export const isBrace = (raw: string): boolean => raw === '{' || raw === '}'

/** The three letters of a known token. */
export const coreOf = (token: CompactToken): string => token.raw.slice(0, 3)
