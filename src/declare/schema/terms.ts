import * as v from 'valibot'
import { LANGUAGES } from '../../messages/index.ts'
import { type Found, glance, holds } from '../shape/check.ts'
import { either } from '../shape/either.ts'
import { type Flaw, flaw, quote, simpleFlaw } from '../shape/flaw.ts'
import { nearest } from '../shape/nearest.ts'
import * as shape from '../shape/scalars.ts'
import { named } from './keys.ts'

export const unknownTerm = (term: string, terms: readonly string[]): Flaw =>
  flaw('term-unknown', () => ({
    term: quote(term),
    nearest: nearest(term, terms) ?? 'none',
    possible: terms.join(', '),
  }))

/** One of a list of words. */
export const oneOf = <const T extends readonly string[]>(terms: T) => shape.oneOf(terms, unknownTerm)

type Ids<T extends readonly { readonly id: string }[]> = { readonly [K in keyof T]: T[K]['id'] }

const idsOf = <const T extends readonly { readonly id: string }[]>(terms: T): Ids<T> =>
  terms.map(term => term.id) as Ids<T>

/** One of the words of a vocabulary, by its name in the messages; `unknown` is the flaw of any other. */
export const termOf = <const T extends readonly { readonly id: string }[]>(
  name: string,
  terms: T,
  unknown = unknownTerm,
) => named(name, shape.oneOf(idsOf(terms), unknown))

export const unknownLanguage = (language: string): Flaw =>
  flaw('language-unknown', () => ({ language: quote(language), spoken: LANGUAGES.join(', ') }))

export const language = named('language', shape.oneOf(LANGUAGES, unknownLanguage))

/** The places of entries that were there before; those without a key are none. */
export function repeated(keys: readonly (string | undefined)[]): readonly number[] {
  const seen = new Set<string>()
  return keys.flatMap((key, at) => {
    if (key === undefined) return []
    const again = seen.has(key)
    seen.add(key)
    return again ? [at] : []
  })
}

/** Words that stand in a list a second time. */
export const wordsTwice = (list: unknown): readonly Found[] => {
  const entries = Array.isArray(list) ? (list as readonly unknown[]) : []
  return repeated(entries.map(entry => (typeof entry === 'string' ? entry : undefined))).map(at => ({
    flaw: flaw('entry-twice', () => ({ entry: quote(entries[at]) })),
    path: [at],
  }))
}

/** A list of words. */
export const listOf = <const S extends v.GenericSchema<string>>(entry: S, empty = simpleFlaw('list-empty')) =>
  v.pipe(
    v.array(entry),
    holds(
      list => list.length > 0,
      () => empty,
    ),
    glance(list => wordsTwice(list)),
    v.metadata({ minItems: 1 }),
  )

/** A list of words; where it would have one, that word will do. */
export const oneOrMore = <const S extends v.GenericSchema<string>>(entry: S) => either(entry, listOf(entry))
