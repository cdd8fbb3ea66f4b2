import { headWith, tailWith, type Word, wordOf } from './word.ts'

const TAB = 0x09
const SPACE = 0x20
const COMMA = 0x2c
const SEMICOLON = 0x3b
const EQUALS = 0x3d

const isBlank = (code: number) => code === SPACE || code === TAB

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
  private head = 0
  private tail = 0
  private at = 0

  constructor(line: string) {
    this.line = line
  }

  get left(): boolean {
    return this.at < this.line.length
  }

  next(): void {
    const { line } = this
    const nameEnd = this.readName()
    this.equals = nameEnd < line.length && line.charCodeAt(nameEnd) === EQUALS
    let end = nameEnd
    if (this.equals) {
      const semicolon = line.indexOf(';', nameEnd)
      end = semicolon < 0 ? line.length : semicolon
    }
    let from = this.equals ? nameEnd + 1 : end
    let to = end
    while (from < to && isBlank(line.charCodeAt(from))) from++
    while (to > from && isBlank(line.charCodeAt(to - 1))) to--
    this.valueFrom = from
    this.valueTo = to
    this.at = end + 1
  }

  /** Finds the name, and its letters while at it. Where it ends, blanks and all. */
  private readName(): number {
    const { line } = this
    let from = this.at
    while (from < line.length && isBlank(line.charCodeAt(from))) from++
    this.comma = false
    let head = 0
    let tail = 0
    let end = from
    for (; end < line.length; end++) {
      const code = line.charCodeAt(end)
      if (code === SEMICOLON || code === EQUALS) break
      if (code === COMMA) this.comma = true
      head = headWith(head, end - from, code)
      tail = tailWith(tail, end - from, code)
    }
    this.nameFrom = from
    this.nameTo = end
    this.head = head
    this.tail = tail
    if (end > from && isBlank(line.charCodeAt(end - 1))) this.cutName(end)
    return end
  }

  /** Lets the name end before `end` and the blanks there. */
  private cutName(end: number): void {
    let to = end
    while (to > this.nameFrom && isBlank(this.line.charCodeAt(to - 1))) to--
    this.nameTo = to
    const { head, tail } = wordOf(this.name)
    this.head = head
    this.tail = tail
  }

  /** libsoup: a comma ends an attribute's name, and all reading behind it. */
  stopAtComma(): void {
    this.cutName(this.line.indexOf(',', this.nameFrom))
    this.equals = false
    this.at = this.line.length
  }

  /** Whether the name is the word. */
  is({ length, head, tail }: Word): boolean {
    return this.nameTo - this.nameFrom === length && this.head === head && this.tail === tail
  }

  get name(): string {
    return this.line.slice(this.nameFrom, this.nameTo)
  }

  get value(): string {
    return this.line.slice(this.valueFrom, this.valueTo)
  }

  /** Name and value as one. */
  get whole(): string {
    let to = this.at - 1
    while (to > this.nameFrom && isBlank(this.line.charCodeAt(to - 1))) to--
    return this.line.slice(this.nameFrom, to)
  }

  holdsTab(): boolean {
    return this.name.includes('\t') || this.value.includes('\t')
  }
}
