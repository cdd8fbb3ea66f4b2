import type { CompactPolicy } from './compact-policy.ts'
import { encodeCompact } from './encode-compact.ts'
import { findPolicyEnd, findPolicyValue, isBlank, quoteLength } from './header/find-policy.ts'
import { withinLimit } from './header/length-limit.ts'
import { BANKS, coreIndex, FORMS, OFFSETS, PLACES, TAKES_CHOICE } from './tokens/token-table.ts'

/**
 * What browsers judge a compact policy by: sets as integers, bit i for row i of the family's vocabulary table.
 * Only legal tokens count (P3P 1.0, 4.2: an unknown one is as if it were not there).
 */
export interface CompactFacts {
  readonly access: number
  readonly markers: number
  readonly remedies: number
  readonly retentions: number
  readonly categories: number
  /** `CON`; `CUR`, which takes no suffix, is always here. */
  readonly purposesBare: number
  /** `CONa` */
  readonly purposesAlways: number
  /** `CONi` */
  readonly purposesOptIn: number
  /** `CONo` */
  readonly purposesOptOut: number
  readonly recipientsBare: number
  readonly recipientsAlways: number
  readonly recipientsOptIn: number
  readonly recipientsOptOut: number
  /** The forms of the obsolete `CUS` that occur: 1 bare, 2 `a`, 4 `i`, 8 `o`. They are among the unknown too. */
  readonly customization: number
  /** How many tokens there are, unknown ones and repetitions included. */
  readonly tokens: number
  readonly unknown: number
}

const LETTER_A = 97
const LETTER_I = 105
const LETTER_O = 111

/** The form of a token of three or four characters. */
function formOf(text: string, at: number, length: number): number {
  if (length === 3) return FORMS.bare
  const letter = text.charCodeAt(at + 3)
  if (letter === LETTER_A) return FORMS.always
  if (letter === LETTER_I) return FORMS.optIn
  return letter === LETTER_O ? FORMS.optOut : FORMS.none
}

const PURPOSE_MASK = (1 << OFFSETS.recipients) - 1
const slice = (word: number, from: number, to: number): number => (word >>> from) & ((1 << (to - from)) - 1)

/** The facts of the tokens between two places of a text. Allocates nothing but its answer. */
function factsBetween(text: string, start: number, end: number): CompactFacts {
  let single = 0
  let categories = 0
  let bare = 0
  let always = 0
  let optIn = 0
  let optOut = 0
  let customization = 0
  let tokens = 0
  let known = 0
  let at = start
  while (at < end) {
    if (isBlank(text.charCodeAt(at))) {
      at++
      continue
    }
    const from = at
    while (at < end && !isBlank(text.charCodeAt(at))) at++
    tokens++
    const length = at - from
    const place = length === 3 || length === 4 ? (PLACES[coreIndex(text, from)] ?? 0) : 0
    const form = formOf(text, from, length)
    if (place === 0 || form === FORMS.none || (form !== FORMS.bare && TAKES_CHOICE[place] === 0)) continue
    const bit = 1 << (place & 31)
    const bank = place >> 5
    if (bank === BANKS.obsolete) {
      customization |= 1 << form
      continue
    }
    known++
    if (bank === BANKS.category) categories |= bit
    else if (bank === BANKS.single) single |= bit
    else if (form === FORMS.bare) bare |= bit
    else if (form === FORMS.always) always |= bit
    else if (form === FORMS.optIn) optIn |= bit
    else optOut |= bit
  }
  return {
    access: slice(single, OFFSETS.access, OFFSETS.markers),
    markers: slice(single, OFFSETS.markers, OFFSETS.remedies),
    remedies: slice(single, OFFSETS.remedies, OFFSETS.retentions),
    retentions: single >>> OFFSETS.retentions,
    categories,
    purposesBare: bare & PURPOSE_MASK,
    purposesAlways: always & PURPOSE_MASK,
    purposesOptIn: optIn & PURPOSE_MASK,
    purposesOptOut: optOut & PURPOSE_MASK,
    recipientsBare: bare >>> OFFSETS.recipients,
    recipientsAlways: always >>> OFFSETS.recipients,
    recipientsOptIn: optIn >>> OFFSETS.recipients,
    recipientsOptOut: optOut >>> OFFSETS.recipients,
    customization,
    tokens,
    unknown: tokens - known,
  }
}

/** Reads a `P3P` header's value as a browser does; null: it carries no compact policy. The fast path. */
export function readCompactFacts(headerValue: string): CompactFacts | null {
  const text = withinLimit(headerValue)
  const value = findPolicyValue(text)
  if (value < 0) return null
  const start = value + quoteLength(text, value)
  return factsBetween(text, start, findPolicyEnd(text, value, start))
}

/** The facts of a policy as they would be read from what is sent. */
export function factsOf(policy: CompactPolicy): CompactFacts {
  const text = encodeCompact(policy)
  return factsBetween(text, 0, text.length)
}
