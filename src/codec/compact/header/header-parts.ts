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

/** No header has so many; what comes then is taken for words. */
const MOST_PARTS = 100

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

/** Reads a directive's value. `absent` remembers closing marks that no longer come, so that none is sought twice. */
function readValue(
  text: string,
  from: number,
  limit: number,
  absent: Set<string>,
): Omit<HeaderPart, 'name' | 'separator' | 'from'> {
  const at = Math.min(skipBlanks(text, from), limit)
  const mark = quoteLength(text, at)
  if (mark === 0) {
    const to = endOfUnquoted(text, at, limit)
    return { value: text.slice(at, to), to, unclosed: false }
  }
  const closing = closingQuote(text, at)
  const end = absent.has(closing) ? -1 : text.indexOf(closing, at + mark)
  if (end >= 0 && end + closing.length <= limit) {
    return { value: text.slice(at + mark, end), to: end + closing.length, unclosed: false }
  }
  absent.add(closing)
  const to = endOfUnquoted(text, Math.min(at + mark, limit), limit)
  return { value: text.slice(at + mark, to), to, unclosed: true }
}

function readPart(
  text: string,
  from: number,
  limit: number,
  absent: Set<string>,
): Omit<HeaderPart, 'separator' | 'from'> {
  const nameEnd = directiveNameEnd(text, from)
  if (nameEnd < 0 || nameEnd >= limit) return { name: null, ...readWords(text, from, limit), unclosed: false }
  const value = readValue(text, text.indexOf('=', nameEnd) + 1, limit, absent)
  return { name: text.slice(from, nameEnd), ...value }
}

/** The parts of a stretch of a header's value (P3P 1.0, ABNF 1-4), and the separator that is left at its end. */
export function readHeaderParts(text: string, from: number, limit: number): { parts: HeaderPart[]; rest: string } {
  const parts: HeaderPart[] = []
  const absent = new Set<string>()
  let at = from
  for (;;) {
    const start = at
    while (at < limit && isSeparator(text[at] ?? '')) at++
    const separator = text.slice(start, at)
    if (at >= limit) return { parts, rest: separator }
    const rest = { name: null, value: text.slice(at, limit), to: limit, unclosed: false }
    const part = parts.length < MOST_PARTS ? readPart(text, at, limit, absent) : rest
    parts.push({ separator, from: at, ...part })
    at = part.to
  }
}
