import { type AdminMessages, type Language, admin as messages } from '../../../messages/index.ts'

/** The texts of a language, and its way to write numbers and days. */
export interface Words {
  readonly language: Language
  readonly text: AdminMessages
  readonly number: (count: number) => string
  /** Of a share from 0 to 1, without the sign. */
  readonly percent: (share: number) => string
  /** Of `2026-11-22`, or of a time. */
  readonly date: (day: string) => string
  readonly time: (at: string) => string
}

export function createWords(language: Language): Words {
  const numbers = new Intl.NumberFormat(language)
  const shares = new Intl.NumberFormat(language, { maximumFractionDigits: 0 })
  const days = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' })
  const times = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'medium', timeZone: 'UTC' })
  return {
    language,
    text: messages[language],
    number: count => numbers.format(count),
    percent: share => shares.format(share * 100),
    date: day => days.format(new Date(day)),
    time: at => `${times.format(new Date(at))} UTC`,
  }
}
