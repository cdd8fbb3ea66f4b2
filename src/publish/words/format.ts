import type { Language } from '../../messages/index.ts'
import type { Duration, LanguageTag } from '../../model/index.ts'

/** Whose dates and lists are written: our English is that of Europe. */
const LOCALES = { bg: 'bg-BG', en: 'en-GB' } as const satisfies Record<Language, string>

export const listFormat = (language: Language): Intl.ListFormat =>
  new Intl.ListFormat(LOCALES[language], { type: 'conjunction' })

/** "a, b and c" in the language. */
export const enumerate = (items: readonly string[], language: Language): string => listFormat(language).format(items)

/** "2 years" in the language. */
export const formatDuration = ({ count, unit }: Duration, language: Language): string =>
  new Intl.NumberFormat(LOCALES[language], { style: 'unit', unit, unitDisplay: 'long' }).format(count)

/** An RFC 3339 date, or the date of a time, as the language writes it; as it stands if it is none. */
export function formatDate(date: string, language: Language): string {
  const time = new Date(`${date.slice(0, 10)}T00:00:00Z`)
  if (Number.isNaN(time.getTime())) return date
  return new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'long', timeZone: 'UTC' }).format(time)
}

/** With a capital first letter, as an item of a list begins. */
export const capitalize = (text: string, language: LanguageTag): string => {
  const [first = ''] = text
  return first.toLocaleUpperCase(language) + text.slice(first.length)
}

/** As it stands inside a sentence: a small first letter, unless it begins an abbreviation. */
export const uncapitalize = (text: string, language: LanguageTag): string => {
  const [first = '', second = ''] = text
  if (second !== '' && second !== second.toLocaleLowerCase(language)) return text
  return first.toLocaleLowerCase(language) + text.slice(first.length)
}

/** "health data and preferences": terms in a row, as they stand inside a sentence. */
export const enumerateTerms = (terms: readonly string[], language: Language): string =>
  enumerate(
    terms.map(term => uncapitalize(term, language)),
    language,
  )

/** A language's name in itself: "български". */
export const nameOfLanguage = (tag: LanguageTag): string => {
  try {
    return capitalize(new Intl.DisplayNames([tag], { type: 'language', fallback: 'code' }).of(tag) ?? tag, tag)
  } catch {
    return tag
  }
}

/** A country by its two letters (ISO 3166-1), or as it was written. */
export const nameOfCountry = (country: string, language: Language): string =>
  /^[A-Z]{2}$/.test(country) ? (new Intl.DisplayNames([language], { type: 'region' }).of(country) ?? country) : country

/** Scripts that run from right to left, by the languages written in them. */
const RIGHT_TO_LEFT = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'ks', 'ps', 'sd', 'ug', 'ur', 'yi'])

export const directionOf = (tag: LanguageTag): 'ltr' | 'rtl' =>
  RIGHT_TO_LEFT.has(tag.toLowerCase().split('-')[0] ?? '') ? 'rtl' : 'ltr'
