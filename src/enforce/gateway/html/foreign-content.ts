/** 13.2.6.5: tags that end foreign content, as far as pages use them. */
const BREAKS_OUT = new Set(
  (
    'b blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li main menu nobr ol p pre ' +
    's small span strong sub sup table tt u ul var'
  ).split(' '),
)
export const FOREIGN: ReadonlySet<string> = new Set(['svg', 'math'])
/** What leads from foreign content back to HTML. */
const INTEGRATION = new Set(['foreignobject', 'desc', 'annotation-xml'])
const DEEPEST = 64

/** Whether the page is in SVG or MathML, where other rules hold for what is text. */
export class ForeignContent {
  readonly #open: string[] = []

  get inside(): boolean {
    return FOREIGN.has(this.#open.at(-1) ?? '')
  }

  /** Whether the page is in neither, nor in HTML that stands within one. */
  get outside(): boolean {
    return this.#open.length === 0
  }

  /** Takes account of a start tag; gives back whether the element itself is foreign. */
  enter(name: string, selfClosing: boolean): boolean {
    const { inside } = this
    if (inside && BREAKS_OUT.has(name)) {
      while (this.inside) this.#open.pop()
      return false
    }
    const opens = FOREIGN.has(name) || (inside && INTEGRATION.has(name))
    if (opens && !selfClosing && this.#open.length < DEEPEST) this.#open.push(name)
    return inside || FOREIGN.has(name)
  }

  leave(name: string): void {
    const at = this.#open.lastIndexOf(name)
    if (at >= 0) this.#open.length = at
  }
}
