const plurals = new Map<string, Intl.PluralRules>()
const numbers = new Map<string, Intl.NumberFormat>()

/** The CLDR plural category of a count; or `=n` where the message has a branch for that very number. */
export function plural(count: number, language: string, type: Intl.PluralRuleType, exact: string): string {
  if (exact.split(' ').includes(`=${count}`)) return `=${count}`
  const key = `${language} ${type}`
  let rules = plurals.get(key)
  if (rules === undefined) {
    rules = new Intl.PluralRules(language, { type })
    plurals.set(key, rules)
  }
  return rules.select(count)
}

/** A number as the language writes it. */
export function number(language: string, value: number): string {
  let format = numbers.get(language)
  if (format === undefined) {
    format = new Intl.NumberFormat(language)
    numbers.set(language, format)
  }
  return format.format(value)
}

/**
 * The same for a language with Latin digits: a whole number below a thousand is written as it stands. The first number
 * format that a process makes costs some ten milliseconds.
 */
export const latinNumber = (language: string, value: number): string =>
  Number.isInteger(value) && value >= 0 && value < 1000 ? String(value) : number(language, value)
