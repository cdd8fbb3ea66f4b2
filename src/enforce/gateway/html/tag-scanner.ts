import { ForeignContent } from './foreign-content.ts'
import { isRawText, RawText } from './raw-text.ts'
import { createCdata, createComment, type SkippedText } from './skipped-text.ts'

/**
 * HTML Standard, 13.2.5 "Tokenization", as far as it takes to know where tags are and where text only looks like one.
 * Incremental without going back: text comes in pieces cut anywhere, each character is looked at once.
 * Offsets count from the beginning of the page.
 */

export interface ScannedAttribute {
  readonly name: string
  readonly value: string
  /** Where its name begins. */
  readonly start: number
}

export interface ScannedTag {
  readonly name: string
  /** Where its `<` stands. */
  readonly start: number
  /** After the last letter of its name. */
  readonly nameEnd: number
  /** After its `>`. */
  readonly end: number
  /** Whether it is one that has text of its own, up to its end tag; of foreign elements `script` alone counts. */
  readonly hasText: boolean
  /** Whether it is of SVG or MathML. */
  readonly isForeign: boolean
  /** Empty unless they were wanted. 13.2.5.33: of two of one name the first counts, as long as it is there. */
  readonly attributes: readonly ScannedAttribute[]
}

/** What the scanner tells of, in the order of the page. */
export interface TagSink {
  /** The attributes to be told of, where any are wanted. */
  readonly attributes: ReadonlySet<string>
  /** Where, from this place in text that is not foreign, something begins that is to be told of. */
  readonly passOver: (text: string, from: number) => number
  /** Text other than white space begins here, or goes on. */
  readonly text: (at: number) => void
  /** A start tag's name is known; gives back whether its attributes are wanted. */
  readonly named: (name: string, start: number) => boolean
  readonly opened: (tag: ScannedTag) => void
  /** An end tag's name is known. */
  readonly closing: (name: string, start: number) => void
}

/** No element of HTML has so long a name. */
const LONGEST_NAME = 40

const CDATA = '[CDATA['
const NOT_SPACE = /[^\t\n\f\r ]/g
const LETTER = /[A-Za-z]/
const NAME_END = /[\t\n\f\r />]/g
const ATTRIBUTE_NAME_END = /[\t\n\f\r />=]/g
const BARE_VALUE_END = /[\t\n\f\r >]/g
const SPACES = '\t\n\f\r '

type Step = (this: TagScanner, text: string, from: number) => number

const firstOf = (pattern: RegExp, text: string, from: number): number => {
  pattern.lastIndex = from
  const found = pattern.exec(text)
  return found === null ? text.length : found.index
}

export class TagScanner {
  readonly #sink: TagSink
  /** The offset of the piece being read. */
  #base = 0
  #step: Step = this.#inText
  /** Where the `<` now read stands. */
  #start = 0
  #undecided = false
  #closing = false
  #wanted = false
  #name = ''
  #nameEnd = 0
  #attributes: ScannedAttribute[] = []
  #attribute: { name: string; value: string; start: number } | null = null
  #quote = '"'
  #slash = false
  /** What was read after `<!`. */
  #mark = ''
  #skipped: SkippedText | null = null
  #rawText: RawText | null = null
  readonly #foreign = new ForeignContent()

  constructor(sink: TagSink) {
    this.#sink = sink
  }

  /** Where the tag begins of which too little is known, or which is wanted whole; null if there is none. */
  get undecided(): number | null {
    return this.#undecided ? this.#start : null
  }

  get position(): number {
    return this.#base
  }

  /** Whether text added here would be text of the page, not part of a tag, comment or script. */
  get inText(): boolean {
    return this.#step === this.#inText
  }

  feed(text: string): void {
    for (let at = 0; at < text.length; ) at = this.#step(text, at)
    this.#base += text.length
  }

  /** No longer waits for the end of the tag being read: it has grown beyond measure. */
  giveUp(): void {
    this.#undecided = false
    this.#wanted = false
    this.#attributes = []
  }

  #inText(text: string, begin: number): number {
    const from = this.#foreign.outside ? this.#sink.passOver(text, begin) : begin
    const less = text.indexOf('<', from)
    const end = less < 0 ? text.length : less
    const first = firstOf(NOT_SPACE, text, from)
    if (first < end) this.#sink.text(this.#base + first)
    if (less < 0) return end
    this.#start = this.#base + less
    this.#undecided = true
    this.#step = this.#tagOpen
    return less + 1
  }

  #tagOpen(text: string, from: number): number {
    const letter = text.charAt(from)
    if (letter === '/') return this.#go(this.#endTagOpen, from + 1)
    if (LETTER.test(letter)) return this.#beginTag(false, from)
    this.#undecided = false
    if (letter === '!') {
      this.#mark = ''
      return this.#go(this.#markup, from + 1)
    }
    if (letter === '?') return this.#go(this.#bogus, from + 1)
    this.#sink.text(this.#start)
    return this.#go(this.#inText, from)
  }

  #endTagOpen(text: string, from: number): number {
    const letter = text.charAt(from)
    if (LETTER.test(letter)) return this.#beginTag(true, from)
    this.#undecided = false
    return letter === '>' ? this.#go(this.#inText, from + 1) : this.#go(this.#bogus, from)
  }

  #go(step: Step, from: number): number {
    this.#step = step
    return from
  }

  #beginTag(closing: boolean, from: number): number {
    this.#closing = closing
    this.#name = ''
    this.#attributes = []
    this.#slash = false
    return this.#go(this.#tagName, from)
  }

  #tagName(text: string, from: number): number {
    const end = firstOf(NAME_END, text, from)
    this.#name += text.slice(from, Math.min(end, from + LONGEST_NAME))
    if (end === text.length && this.#name.length < LONGEST_NAME) return end
    this.#nameEnd = this.#base + end
    this.#decide(this.#name.toLowerCase())
    return this.#go(end === text.length ? this.#restOfName : this.#beforeAttribute, end)
  }

  #restOfName(text: string, from: number): number {
    const end = firstOf(NAME_END, text, from)
    return end === text.length ? end : this.#go(this.#beforeAttribute, end)
  }

  #decide(name: string): void {
    this.#name = name
    if (this.#closing) {
      this.#foreign.leave(name)
      this.#sink.closing(name, this.#start)
    }
    this.#wanted = !this.#closing && this.#sink.named(name, this.#start)
    this.#undecided = this.#wanted
  }

  #beforeAttribute(text: string, from: number): number {
    const letter = text.charAt(from)
    if (letter === '>') return this.#endTag(from + 1)
    this.#slash = letter === '/'
    if (this.#slash || SPACES.includes(letter)) return from + 1
    this.#attribute = { name: letter, value: '', start: this.#base + from }
    return this.#go(this.#attributeName, from + 1)
  }

  #attributeName(text: string, from: number): number {
    const end = firstOf(ATTRIBUTE_NAME_END, text, from)
    this.#growName(text.slice(from, end))
    return end === text.length ? end : this.#go(this.#afterName, end)
  }

  #afterName(text: string, from: number): number {
    const letter = text.charAt(from)
    if (SPACES.includes(letter)) return from + 1
    if (letter === '=') return this.#go(this.#beforeValue, from + 1)
    return this.#endAttribute(from)
  }

  #beforeValue(text: string, from: number): number {
    const letter = text.charAt(from)
    if (SPACES.includes(letter)) return from + 1
    if (letter === '>') return this.#endAttribute(from)
    if (letter !== '"' && letter !== "'") return this.#go(this.#bareValue, from)
    this.#quote = letter
    return this.#go(this.#quotedValue, from + 1)
  }

  #quotedValue(text: string, from: number): number {
    const found = text.indexOf(this.#quote, from)
    this.#growValue(text, from, found < 0 ? text.length : found)
    return found < 0 ? text.length : this.#endAttribute(found + 1)
  }

  #bareValue(text: string, from: number): number {
    const end = firstOf(BARE_VALUE_END, text, from)
    this.#growValue(text, from, end)
    return end === text.length ? end : this.#endAttribute(end)
  }

  #growName(part: string): void {
    if (this.#wanted && this.#attribute !== null) this.#attribute.name += part
  }

  #growValue(text: string, from: number, end: number): void {
    if (this.#wanted && this.#attribute !== null) this.#attribute.value += text.slice(from, end)
  }

  #endAttribute(from: number): number {
    const { name = '', value = '', start = 0 } = this.#attribute ?? {}
    const lower = name.toLowerCase()
    if (this.#wanted && this.#sink.attributes.has(lower)) this.#attributes.push({ name: lower, value, start })
    this.#attribute = null
    return this.#go(this.#beforeAttribute, from)
  }

  #endTag(end: number): number {
    this.#undecided = false
    if (this.#closing) return this.#go(this.#inText, end)
    const name = this.#name
    const isForeign = this.#foreign.enter(name, this.#slash)
    this.#sink.opened({
      name,
      start: this.#start,
      nameEnd: this.#nameEnd,
      end: this.#base + end,
      hasText: isForeign ? !this.#slash && name === 'script' : isRawText(name),
      isForeign,
      attributes: this.#attributes,
    })
    return this.#go(isForeign ? this.#inText : this.#contentOf(name), end)
  }

  /** What follows a start tag: text, or something in which tags mean nothing. */
  #contentOf(name: string): Step {
    if (name === 'plaintext') return this.#plain
    if (!isRawText(name)) return this.#inText
    this.#rawText = new RawText(name)
    return this.#raw
  }

  #markup(text: string, from: number): number {
    const mark = this.#mark + text.charAt(from)
    if (mark === '--') return this.#beginSkipping(createComment(), from + 1)
    if (mark === CDATA) return this.#beginSkipping(createCdata(), from + 1)
    if (mark !== '-' && !(this.#foreign.inside && CDATA.startsWith(mark))) return this.#go(this.#bogus, from)
    this.#mark = mark
    return from + 1
  }

  #beginSkipping(skipped: SkippedText, from: number): number {
    this.#skipped = skipped
    return this.#go(this.#skip, from)
  }

  #bogus(text: string, from: number): number {
    const found = text.indexOf('>', from)
    return found < 0 ? text.length : this.#go(this.#inText, found + 1)
  }

  #skip(text: string, from: number): number {
    const end = this.#skipped?.find(text.slice(from)) ?? null
    return end === null ? text.length : this.#go(this.#inText, from + end)
  }

  #plain(text: string): number {
    return text.length
  }

  #raw(text: string, from: number): number {
    const end = this.#rawText?.find(text.slice(from))
    if (end === null || end === undefined) return text.length
    this.#start = this.#base + from + end.start
    this.#closing = true
    this.#attributes = []
    this.#decide(this.#name)
    return this.#go(this.#beforeAttribute, from + end.nameEnd)
  }
}
