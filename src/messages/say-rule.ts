import { browser, verdict } from './compiled/index.ts'
import type { Language } from './language.ts'

type Data = Readonly<Record<string, string | number>>

const say = (message: unknown, data: Data, code: string): string => {
  if (typeof message === 'function') return String(message(data))
  return typeof message === 'string' ? message : code
}

/** Why a cookie is kept or not, by the rule that decided. */
export const sayRule = (rule: string, data: Data, language: Language): string =>
  say((verdict[language] as unknown as Readonly<Record<string, unknown>>)[rule], data, rule)

/** Why a cookie goes along with a request or not. */
export const saySending = (rule: string, language: Language): string =>
  say((browser[language] as unknown as Readonly<Record<string, unknown>>)[rule], {}, rule)
