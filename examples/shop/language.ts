export const LANGUAGES = ['en', 'bg'] as const
export type Language = (typeof LANGUAGES)[number]

/** A text in every language of the shop. */
export type Said = Readonly<Record<Language, string>>

export const isLanguage = (text: string | undefined): text is Language => LANGUAGES.some(known => known === text)
