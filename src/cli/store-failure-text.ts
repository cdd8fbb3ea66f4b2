import { type Language, receipts as messages } from '../messages/index.ts'
import type { StoreFailure } from '../store/index.ts'

/** By its name: the class would bring the database along, and serving starts without it. */
const isStoreFailure = (error: unknown): error is StoreFailure =>
  error instanceof Error && error.name === 'StoreFailure'

/** Why the store failed, as a sentence, with the reason that was given. */
export function storeFailureText(error: unknown, language: Language): string {
  if (!isStoreFailure(error)) return error instanceof Error ? error.message : String(error)
  const text = messages[language]
  const said = text[`failure.${error.code}`]
  const sentence = typeof said === 'string' ? said : said({ about: error.about })
  const { cause } = error
  return cause instanceof Error && cause.message !== ''
    ? `${sentence}\n${text['failure.reason']({ reason: cause.message.split('\n')[0] ?? '' })}`
    : sentence
}
