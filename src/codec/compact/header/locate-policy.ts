import {
  closingQuote,
  directiveNameStart,
  findPolicyEnd,
  findPolicyValue,
  isBlank,
  quoteLength,
} from './find-policy.ts'
import type { HeaderPart } from './header-parts.ts'

/** The compact policy in its header, with what stands around its tokens. */
export interface LocatedPolicy {
  /** The whole directive; its name is null where there are only tokens. */
  readonly part: HeaderPart
  /** Where the tokens stand. */
  readonly from: number
  readonly to: number
  /** The opening quotation mark as written; empty for none. */
  readonly mark: string
}

/** Where `CP=` begins that introduces the value at `value`; -1 for a bare token list. */
function compactNameStart(text: string, value: number): number {
  let before = value - 1
  while (before >= 0 && isBlank(text.charCodeAt(before))) before--
  return text[before] === '=' ? directiveNameStart(text, before, 0) : -1
}

/** The first compact policy of a header's value; null where there is none. */
export function locatePolicy(text: string): LocatedPolicy | null {
  const value = findPolicyValue(text)
  if (value < 0) return null
  const from = value + quoteLength(text, value)
  const to = findPolicyEnd(text, value, from)
  const quoted = from > value
  const closing = quoted ? closingQuote(text, value) : ''
  const closed = quoted && text.startsWith(closing, to)
  const name = compactNameStart(text, value)
  return {
    part: {
      name: name < 0 ? null : text.slice(name, name + 2),
      value: text.slice(from, to),
      separator: '',
      from: name < 0 ? value : name,
      to: closed ? to + closing.length : to,
      unclosed: quoted && !closed,
    },
    from,
    to,
    mark: text.slice(value, from),
  }
}
