import { CODES, type IssueCode } from './codes/index.ts'

export const SEVERITIES = ['error', 'warning', 'note'] as const
export type Severity = (typeof SEVERITIES)[number]

/** A place in a text, 1-based, in UTF-16 code units; the end is the place after the last character. */
export interface Span {
  readonly line: number
  readonly column: number
  readonly endLine?: number
  readonly endColumn?: number
}

/** What a code's message speaks of, by the names its table row lists. */
export type IssueData<C extends IssueCode = IssueCode> = C extends IssueCode
  ? Readonly<Record<(typeof CODES)[C]['data'][number], string | number>>
  : never

/**
 * A problem with what a person wrote or a site sent. It has no text: that comes last, in the reader's language.
 * `path` leads to the place in the document (`['practices', 'shop', 'purposes']`), empty for the whole.
 */
export interface Issue<C extends IssueCode = IssueCode> {
  readonly code: C
  readonly severity: Severity
  readonly path: readonly (string | number)[]
  readonly data: IssueData<C>
  readonly at?: Span
  /** The compact tokens spoken of, as written. */
  readonly tokens?: readonly string[]
}

export interface IssuePlace {
  readonly path?: readonly (string | number)[]
  readonly at?: Span
  readonly tokens?: readonly string[]
}

/** Makes an issue of the severity its code has. */
export function issue<C extends IssueCode>(code: C, data: IssueData<C>, place: IssuePlace = {}): Issue<C> {
  const { path = [], ...rest } = place
  return { code, severity: CODES[code].severity, path, data, ...rest }
}
