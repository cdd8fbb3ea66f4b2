const TAB = 0x09
const SPACE = 0x20
const COMMA = 0x2c

const isBlank = (code: number) => code === SPACE || code === TAB

/** Whether `word`, which is in lower case, stands at `from` in any case. */
function holds(line: string, from: number, word: string): boolean {
  for (let at = 0; at < word.length; at++) {
    const code = line.charCodeAt(from + at)
    if ((code >= 0x41 && code <= 0x5a ? code | 0x20 : code) !== word.charCodeAt(at)) return false
  }
  return true
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
  private at = 0
  private nextEquals = -1

  constructor(line: string) {
    this.line = line
  }

  get left(): boolean {
    return this.at < this.line.length
  }

  next(): void {
    const { line, at } = this
    const semicolon = line.indexOf(';', at)
    const end = semicolon < 0 ? line.length : semicolon
    if (this.nextEquals < at) {
      const found = line.indexOf('=', at)
      this.nextEquals = found < 0 ? Number.POSITIVE_INFINITY : found
    }
    this.equals = this.nextEquals < end
    this.at = end + 1
    this.bound(at, this.equals ? this.nextEquals : end)
    this.valueFrom = this.equals ? this.nextEquals + 1 : end
    this.valueTo = end
    while (this.valueFrom < end && isBlank(line.charCodeAt(this.valueFrom))) this.valueFrom++
    while (this.valueTo > this.valueFrom && isBlank(line.charCodeAt(this.valueTo - 1))) this.valueTo--
  }

  private bound(start: number, end: number): void {
    const { line } = this
    let [from, to] = [start, end]
    while (from < to && isBlank(line.charCodeAt(from))) from++
    while (to > from && isBlank(line.charCodeAt(to - 1))) to--
    this.nameFrom = from
    this.nameTo = to
  }

  /** Whether a comma stands in the name. */
  get comma(): boolean {
    for (let at = this.nameFrom; at < this.nameTo; at++) if (this.line.charCodeAt(at) === COMMA) return true
    return false
  }

  /** libsoup: a comma ends an attribute's name, and all reading behind it. */
  stopAtComma(): void {
    this.bound(this.nameFrom, this.nameFrom + this.name.indexOf(','))
    this.equals = false
    this.at = this.line.length
  }

  /** Whether the name is `word`, which is in lower case, in any case. */
  is(word: string): boolean {
    return holds(this.line, this.nameFrom, word)
  }

  valueIs(word: string): boolean {
    return this.valueTo - this.valueFrom === word.length && holds(this.line, this.valueFrom, word)
  }

  get name(): string {
    return this.line.slice(this.nameFrom, this.nameTo)
  }

  /** Name and value as one. */
  get whole(): string {
    let to = this.at - 1
    while (to > this.nameFrom && isBlank(this.line.charCodeAt(to - 1))) to--
    return this.line.slice(this.nameFrom, to)
  }

  get value(): string {
    return this.line.slice(this.valueFrom, this.valueTo)
  }

  holdsTab(): boolean {
    const { line } = this
    return (
      line.slice(this.nameFrom, this.nameTo).includes('\t') || line.slice(this.valueFrom, this.valueTo).includes('\t')
    )
  }
}
