import { closingQuote, directiveNameEnd, isBlank, quoteLength, skipBlanks } from './find-policy.ts'

/** A piece of a header between its separators: `name=value`, or words that are no directive. */
export interface HeaderPart {
  readonly name: string | null
  /** The directive's value, or the words. */
  readonly value: string
  /** What stands before it: blanks, commas, semicolons. */
  readonly separator: string
  readonly from: number
  readonly to: number
  /** Its quotation mark was never closed. */
  readonly unclosed: boolean
}

const isSeparator = (character: string): boolean =>
  character === ',' || character === ';' || isBlank(character.charCodeAt(0))

function endOfUnquoted(text: string, from: number, limit: number): number {
  let end = from
  while (end < limit && !isSeparator(text[end] ?? '')) end++
  return end
}

/** Words up to the next comma or semicolon. */
function readWords(text: string, from: number, limit: number): { value: string; to: number } {
  let to = from
  while (to < limit && text[to] !== ',' && text[to] !== ';') to++
  return { value: text.slice(from, to).trim(), to }
}

function readValue(text: string, from: number, limit: number): { value: string; to: number; unclosed: boolean } {
  const at = skipBlanks(text, from)
  const mark = quoteLength(text, at)
  if (mark === 0) {
    const to = endOfUnquoted(text, Math.min(at, limit), limit)
    return { value: text.slice(at, to), to, unclosed: false }
  }
  const closing = closingQuote(text, at)
  const end = text.indexOf(closing, at + mark)
  if (end >= 0 && end + closing.length <= limit) {
    return { value: text.slice(at + mark, end), to: end + closing.length, unclosed: false }
  }
  const to = endOfUnquoted(text, at + mark, limit)
  return { value: text.slice(at + mark, to), to, unclosed: true }
}

/** The parts of a stretch of a header's value (P3P 1.0, ABNF 1-4), and the separator that is left at its end. */
export function readHeaderParts(text: string, from: number, limit: number): { parts: HeaderPart[]; rest: string } {
  const parts: HeaderPart[] = []
  let at = from
  for (;;) {
    const start = at
    while (at < limit && isSeparator(text[at] ?? '')) at++
    const separator = text.slice(start, at)
    if (at >= limit) return { parts, rest: separator }
    const nameEnd = directiveNameEnd(text, at)
    if (nameEnd > 0 && nameEnd < limit) {
      const name = text.slice(at, nameEnd)
      const read = readValue(text, text.indexOf('=', nameEnd) + 1, limit)
      parts.push({ name, separator, from: at, ...read })
      at = read.to
    } else {
      const read = readWords(text, at, limit)
      parts.push({ name: null, separator, from: at, ...read, unclosed: false })
      at = read.to
    }
  }
}
