import { findPolicyEnd, findPolicyValue, isBlank, quoteLength } from './header/find-policy.ts'
import { withinLimit } from './header/length-limit.ts'

/** The tokens of a `P3P` header's value, letter for letter, known or not; null: it carries no compact policy. */
export function readRawTokens(headerValue: string): readonly string[] | null {
  const text = withinLimit(headerValue)
  const value = findPolicyValue(text)
  if (value < 0) return null
  const start = value + quoteLength(text, value)
  const end = findPolicyEnd(text, value, start)
  const tokens: string[] = []
  for (let at = start; at < end; at++) {
    const from = at
    while (at < end && !isBlank(text.charCodeAt(at))) at++
    if (at > from) tokens.push(text.slice(from, at))
  }
  return tokens
}
