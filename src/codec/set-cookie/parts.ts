import { isBlank } from './blank.ts'
import { meaningAt, type Words } from './word.ts'

/** Where a mark stands next; the line's end where it does not. */
function placeOf(mark: string, line: string, from: number): number {
  const at = line.indexOf(mark, from)
  return at < 0 ? line.length : at
}

/** Walks over the parts between semicolons: where each one's name and value lie, blanks trimmed. */
export class Parts {
  readonly line: string
  nameFrom = 0
  nameTo = 0
  valueFrom = 0
  valueTo = 0
  /** Whether there is an "=". */
  equals = false
  /** Whether a comma stands in the name. */
  comma = false
  /** Which kinds of attributes were there. */
  seen = 0
  /** Where the value of the last `Max-Age` and of the last `Expires` lies. */
  maxAgeFrom = 0
  maxAgeTo = 0
  expiresFrom = 0
  expiresTo = 0
  private at = 0
  /** Where the next of each stands: looked for again only once it lies behind. */
  private equalsAt = -1
  private commaAt = -1

  constructor(line: string) {
    this.line = line
  }

  get left(): boolean {
    return this.at < this.line.length
  }

  next(): void {
    const { line, at } = this
    const end = placeOf(';', line, at)
    if (this.equalsAt < at) this.equalsAt = placeOf('=', line, at)
    if (this.commaAt < at) this.commaAt = placeOf(',', line, at)
    const nameEnd = Math.min(this.equalsAt, end)
    this.equals = nameEnd < end
    this.comma = this.commaAt < nameEnd
    this.nameFrom = this.skipBlanks(at, nameEnd)
    this.nameTo = this.dropBlanks(this.nameFrom, nameEnd)
    this.valueFrom = this.equals ? this.skipBlanks(nameEnd + 1, end) : end
    this.valueTo = this.dropBlanks(this.valueFrom, end)
    this.at = end + 1
  }

  private skipBlanks(from: number, to: number): number {
    const { line } = this
    let start = from
    while (start < to && isBlank(line.charCodeAt(start))) start++
    return start
  }

  private dropBlanks(from: number, to: number): number {
    const { line } = this
    let end = to
    while (end > from && isBlank(line.charCodeAt(end - 1))) end--
    return end
  }

  /** libsoup: a comma ends an attribute's name, and all reading behind it. */
  stopAtComma(): void {
    this.nameTo = this.dropBlanks(this.nameFrom, this.commaAt)
    this.equals = false
    this.at = this.line.length
  }

  /** What the name stands for among the words, in any case; null where it is none of them. */
  nameAmong<Meaning>(words: Words<Meaning>): Meaning | null {
    return meaningAt(words[this.nameTo - this.nameFrom], this.line, this.nameFrom)
  }

  /** What the value stands for among the words. */
  valueAmong<Meaning>(words: Words<Meaning>): Meaning | null {
    return meaningAt(words[this.valueTo - this.valueFrom], this.line, this.valueFrom)
  }

  get name(): string {
    return this.line.slice(this.nameFrom, this.nameTo)
  }

  get value(): string {
    return this.line.slice(this.valueFrom, this.valueTo)
  }

  /** Name and value as one. */
  get whole(): string {
    return this.line.slice(this.nameFrom, this.dropBlanks(this.nameFrom, this.at - 1))
  }

  holdsTab(): boolean {
    return this.name.includes('\t') || this.value.includes('\t')
  }
}
