import * as v from 'valibot'
import { LANGUAGES, type Language } from '../messages/index.ts'
import type { IssueCode, IssueData } from '../model/index.ts'
import { flaw } from './flaw.ts'
import { nearest } from './nearest.ts'
import { either, table, wrongKind } from './shapes.ts'
import type { Surroundings } from './surroundings.ts'
import { parseDuration, parseHostPattern, parseUrl } from './values.ts'

/** A key that must be there, with what an editor tells of it. */
export const must = <const S extends v.GenericSchema>(description: string, schema: S) =>
  v.pipe(schema, v.description(description))

/** A key that may be there. */
export const may = <const S extends v.GenericSchema>(description: string, schema: S) =>
  v.optional(v.pipe(schema, v.description(description)))

const LONGEST_QUOTE = 80

/** What was written, short enough to be quoted. */
export const quote = (input: unknown): string => {
  const text = String(input)
  return text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE - 1)}…` : text
}

/** The codes that quote one value. */
type ValueCode = { [C in IssueCode]: keyof IssueData<C> extends 'value' ? C : never }[IssueCode]

/** A text that passes a test. */
export const textThat = (holds: (text: string) => boolean, code: Extract<ValueCode, `${string}-bad`>) =>
  v.pipe(
    v.string(),
    v.check(holds, found => flaw(code, { value: quote(found.input) })),
  )

export const duration = textThat(text => parseDuration(text) !== undefined, 'duration-bad')
export const url = textThat(text => parseUrl(text) !== undefined, 'url-bad')
export const cookieHost = textThat(text => parseHostPattern(text, '.') !== undefined, 'host-bad')
export const hostPattern = textThat(text => parseHostPattern(text, '*.') !== undefined, 'host-bad')

/** Anything but blank. */
export const words = v.pipe(
  v.string(),
  v.check(
    text => text.trim() !== '',
    () => flaw('text-empty', {}),
  ),
)

export const unknownTerm = (term: unknown, terms: readonly string[]): string =>
  flaw('term-unknown', { term: quote(term), nearest: nearest(String(term), terms) ?? 'none' })

/** One of the words of a vocabulary. */
export const oneOf = <const T extends readonly string[]>(
  terms: T,
  unknown: (term: unknown, terms: readonly string[]) => string = unknownTerm,
) => v.picklist(terms, found => (typeof found.input === 'string' ? unknown(found.input, terms) : wrongKind(found)))

type Ids<T extends readonly { readonly id: string }[]> = { readonly [K in keyof T]: T[K]['id'] }

export const idsOf = <const T extends readonly { readonly id: string }[]>(terms: T): Ids<T> =>
  terms.map(term => term.id) as Ids<T>

/** A list; where it would have one entry, that entry will do. */
export const oneOrMore = <const S extends v.GenericSchema>(entry: S) => either(entry, v.array(entry))

const oneLanguage = v.optional(words)

const byLanguage = Object.fromEntries(LANGUAGES.map(language => [language, oneLanguage])) as {
  readonly [L in Language]: typeof oneLanguage
}

export const unknownLanguage = (language: unknown) =>
  flaw('language-unknown', { language: quote(language), spoken: LANGUAGES.join(', ') })

/** A text for people: one for all languages, or one a language. */
export const localText = ({ languages }: Surroundings) =>
  either(
    words,
    v.pipe(
      table(byLanguage, { unknown: unknownLanguage }),
      v.rawCheck(({ dataset, addIssue }) => {
        const given = dataset.value as Readonly<Record<string, unknown>>
        const lacking = languages.filter(language => !Object.hasOwn(given, language))
        if (lacking.length > 0) addIssue({ message: flaw('language-missing', { languages: lacking.join(', ') }) })
      }),
    ),
  )
