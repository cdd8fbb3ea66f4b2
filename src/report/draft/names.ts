import { clean, isCookieName } from '../../declare/drafting/index.ts'
import { printable } from '../printable.ts'

/** A text of the site that a declaration may hold: one line, no question, nothing unprintable. */
export const harmlessText = (text: string): string => clean(printable(text)).replaceAll('\u{fffd}', '').trim()

/** As many letters of its own a pattern must have, lest it mean every cookie. */
const LEAST = 2

/** The name that stands in a declaration: the pattern, where something random is in it; null where none can stand there. */
export function declaredName(name: string, shape: string): string | null {
  const pattern = shape.replaceAll('*', '').length >= LEAST ? shape : name
  // What begins with a question mark would be a question.
  const written = pattern.replace(/^[?\s]+/, '*').trim()
  return !isCookieName(written) || /^\*+$/.test(written) ? null : written
}
