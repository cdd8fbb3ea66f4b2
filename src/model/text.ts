/** A BCP 47 language tag, e.g. `bg`. */
export type LanguageTag = string

/** The same text in several languages. */
export type LocalText = Readonly<Record<LanguageTag, string>>

/** The text in `language`, else in the first language there is. */
export function textIn(text: LocalText, language: LanguageTag): string {
  return text[language] ?? Object.values(text)[0] ?? ''
}
