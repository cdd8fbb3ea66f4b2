/** 13.2.6.5: tags that end foreign content, as far as pages use them. */
const BREAKS_OUT = new Set(
  (
    'b blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li main menu nobr ol p pre ' +
    's small span strong sub sup table tt u ul var'
  ).split(' '),
)
export const FOREIGN: ReadonlySet<string> = new Set(['svg', 'math'])
/** 13.2.4.2: what leads from foreign content back to HTML. */
const INTEGRATION: Readonly<Record<string, readonly string[]>> = {
  svg: ['foreignobject', 'desc', 'title'],
  math: ['annotation-xml', 'mi', 'mo', 'mn', 'ms', 'mtext'],
}
const DEEPEST = 64

/** Whether the page is in SVG or MathML, where other rules hold for what is text. */
export class ForeignContent {
  /** With what leads out of them in between. */
  readonly #open: string[] = []

  get inside(): boolean {
    return FOREIGN.has(this.#open.at(-1) ?? '')
  }

  /** Whether the page is in neither, nor in HTML that stands within one. */
  get outside(): boolean {
    return this.#open.length === 0
  }

  /** Whether a `script` here is one. */
  get runsScripts(): boolean {
    return this.#root !== 'math'
  }

  /** 13.2.6.5: which of the two it is: one of them within the other is an element of the outer one. */
  get #root(): string {
    const before = this.#open.findLastIndex(name => !FOREIGN.has(name))
    return this.#open[before + 1] ?? ''
  }

  /** Takes account of a start tag; gives back whether the element itself is foreign. */
  enter(name: string, selfClosing: boolean): boolean {
    const { inside } = this
    if (inside && BREAKS_OUT.has(name)) {
      this.#breakOut()
      return false
    }
    const opens = FOREIGN.has(name) || INTEGRATION[this.#root]?.includes(name) === true
    if (opens && !selfClosing && this.#open.length < DEEPEST) this.#open.push(name)
    return inside || FOREIGN.has(name)
  }

  /** Takes account of an end tag. */
  leave(name: string): void {
    if (name === 'p' || name === 'br') this.#breakOut()
    const at = this.#open.lastIndexOf(name)
    if (at >= 0) this.#open.length = at
  }

  #breakOut(): void {
    while (this.inside) this.#open.pop()
  }
}
