import * as v from 'valibot'
import { LANGUAGES, type Language } from '../../messages/index.ts'
import { type Found, glance } from '../shape/check.ts'
import { either } from '../shape/either.ts'
import { flaw } from '../shape/flaw.ts'
import { may, named, table } from './keys.ts'
import type { Surroundings } from './surroundings.ts'
import { unknownLanguage } from './terms.ts'
import { words } from './texts.ts'

const inLanguage = (tag: string) => may(`The text in the language "${tag}".`, words)

const byLanguage = Object.fromEntries(LANGUAGES.map(tag => [tag, inLanguage(tag)])) as {
  readonly [L in Language]: ReturnType<typeof inLanguage>
}

const missing = (languages: readonly string[]) => flaw('language-missing', () => ({ languages: languages.join(', ') }))

/** Every declared language must be there, and no other need be. */
function look(given: object, { languages }: Surroundings): readonly Found[] {
  const absent = languages.filter(tag => !Object.hasOwn(given, tag))
  const open = languages.filter(
    tag => Object.hasOwn(given, tag) && (given as Record<string, unknown>)[tag] === undefined,
  )
  const extra = languages.length === 0 ? [] : Object.keys(given).filter(tag => !languages.some(one => one === tag))
  return [
    ...(absent.length === 0 ? [] : [{ flaw: missing(absent) }]),
    ...open.map(key => ({ flaw: missing([key]), path: [key] })),
    ...extra.map(key => ({ flaw: flaw('language-undeclared', () => ({ language: key })), path: [key] })),
  ]
}

/** A text for people: one for all languages, or one a language. */
export const localText = (around: Surroundings) =>
  named(
    'text',
    either(
      words,
      v.pipe(
        table(byLanguage, { unknown: tag => (around.unspoken.includes(tag) ? undefined : unknownLanguage(tag)) }),
        glance(given => look(given as object, around)),
      ),
    ),
  )
