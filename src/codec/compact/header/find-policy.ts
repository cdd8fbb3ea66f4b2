/**
 * Where the compact policy stands in a `P3P` header's value (P3P 1.0, ABNF 1-4 and 50). Lax, because what sites send is:
 * `policyref="…", CP="…"` in any order, unquoted, quoted in another way, glued into something else, or a bare token list.
 * Both readers, the fast one and the careful one, begin here, so they cannot disagree about what is read.
 */

const EQUALS = 61
const COMMA = 44
const SEMICOLON = 59
const COLON = 58
const LOWER_C = 99
const LOWER_P = 112

/** A space, or a control character that stands where a space should. */
export const isBlank = (code: number): boolean => code <= 32

/** Opening quotation marks and what closes each: the legal one, and those met where a header went through other hands. */
const QUOTES: readonly (readonly [opening: string, closing: string])[] = [
  ['"', '"'],
  ["'", "'"],
  ['\\"', '\\"'],
  ["\\'", "\\'"],
  ['&quot;', '&quot;'],
  ['&#34;', '&#34;'],
  ['&#39;', '&#39;'],
  ['&apos;', '&apos;'],
  ['“', '”'],
  ['„', '“'],
  ['‘', '’'],
]

const DOUBLE_QUOTE = 34

const quoteAt = (text: string, at: number) => QUOTES.find(([opening]) => text.startsWith(opening, at))

/** How long the opening quotation mark at this place is; 0 where there is none. */
export function quoteLength(text: string, at: number): number {
  const code = text.charCodeAt(at)
  if (code === DOUBLE_QUOTE) return 1
  if ((code >= 48 && code <= 57) || ((code | 32) >= 97 && (code | 32) <= 122)) return 0
  return quoteAt(text, at)?.[0].length ?? 0
}

/** What closes the quotation mark at this place. */
export const closingQuote = (text: string, at: number): string => quoteAt(text, at)?.[1] ?? '"'

export function skipBlanks(text: string, at: number): number {
  while (at < text.length && isBlank(text.charCodeAt(at))) at++
  return at
}

const isNameCharacter = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 45 || code === 95

const isDirectiveBoundary = (code: number): boolean =>
  isBlank(code) || code === COMMA || code === SEMICOLON || code === COLON

/** Where the directive name that ends just before the `=` at `equals` begins; -1 if no name stands there by itself. */
export function directiveNameStart(text: string, equals: number, from: number): number {
  let end = equals
  while (end > from && isBlank(text.charCodeAt(end - 1))) end--
  let start = end
  while (start > from && isNameCharacter(text.charCodeAt(start - 1))) start--
  if (start === end) return -1
  return start === 0 || isDirectiveBoundary(text.charCodeAt(start - 1)) ? start : -1
}

/** The place after `CP=` of the first such directive, in any case; -1 if there is none. */
function afterCompactDirective(text: string): number {
  for (let at = 0; at + 2 < text.length; at++) {
    if ((text.charCodeAt(at) | 32) !== LOWER_C || (text.charCodeAt(at + 1) | 32) !== LOWER_P) continue
    if (at > 0 && !isDirectiveBoundary(text.charCodeAt(at - 1))) continue
    const equals = skipBlanks(text, at + 2)
    if (text.charCodeAt(equals) === EQUALS) return equals + 1
  }
  return -1
}

/** After a `P3P:` that was pasted along. */
export function skipHeaderName(text: string): number {
  const at = skipBlanks(text, 0)
  if (text.slice(at, at + 3).toUpperCase() !== 'P3P') return at
  const colon = skipBlanks(text, at + 3)
  return text.charCodeAt(colon) === COLON ? skipBlanks(text, colon + 1) : at
}

/** The end of the directive name at this place, if a name and then `=` stand there; else -1. */
export function directiveNameEnd(text: string, at: number): number {
  let end = at
  while (isNameCharacter(text.charCodeAt(end))) end++
  return end > at && text.charCodeAt(skipBlanks(text, end)) === EQUALS ? end : -1
}

/** Where the compact policy's value begins, at its quotation mark if it has one; -1 if the header carries none. */
export function findPolicyValue(text: string): number {
  const after = afterCompactDirective(text)
  if (after >= 0) return skipBlanks(text, after)
  const start = skipHeaderName(text)
  // A text that begins with another directive is a header without a compact policy, not a token list.
  return start >= text.length || directiveNameEnd(text, start) > 0 ? -1 : start
}

/** The end of what stands before a directive: blanks, commas and semicolons between them belong to neither. */
function trimSeparators(text: string, from: number, end: number): number {
  while (end > from) {
    const code = text.charCodeAt(end - 1)
    if (!isBlank(code) && code !== COMMA && code !== SEMICOLON) break
    end--
  }
  return end
}

/** Without quotes the value ends where the next directive begins. */
function findUnquotedEnd(text: string, start: number): number {
  for (let at = start; at < text.length; at++) {
    if (text.charCodeAt(at) !== EQUALS) continue
    const name = directiveNameStart(text, at, start)
    if (name >= 0) return trimSeparators(text, start, name)
  }
  return text.length
}

/** The closing mark; but `policyref="` shows that it was forgotten before. */
function findQuotedEnd(text: string, start: number, closing: string): number {
  const end = text.indexOf(closing, start)
  if (end < 0) return text.length
  let before = end - 1
  while (before > start && isBlank(text.charCodeAt(before))) before--
  const name = text.charCodeAt(before) === EQUALS ? directiveNameStart(text, before, start) : -1
  return name < 0 ? end : trimSeparators(text, start, name)
}

/** Where the tokens end that begin at `start`, after the quotation mark at `value` if there is one. */
export function findPolicyEnd(text: string, value: number, start: number): number {
  return start === value ? findUnquotedEnd(text, start) : findQuotedEnd(text, start, closingQuote(text, value))
}
