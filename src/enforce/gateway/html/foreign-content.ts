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

/** Browsers go no deeper. */
const DEEPEST = 512

interface Open {
  readonly name: string
  /** Of which of the two it is: one of them within the other is an element of the outer one. */
  readonly root: string
  readonly leadsBack: boolean
}

/** Whether the page is in SVG or MathML, where other rules hold for what is text. */
export class ForeignContent {
  readonly #open: Open[] = []

  get inside(): boolean {
    return this.#open.at(-1)?.leadsBack === false
  }

  /** Whether the page is in neither, nor in HTML that stands within one. */
  get outside(): boolean {
    return this.#open.length === 0
  }

  /** Takes account of a start tag; gives back whether the element itself is foreign. */
  enter(name: string, selfClosing: boolean): boolean {
    const within = this.inside ? this.#open.at(-1) : undefined
    if (within !== undefined && BREAKS_OUT.has(name)) {
      this.#breakOut()
      return false
    }
    if (within === undefined && !FOREIGN.has(name)) return false
    const root = within?.root ?? name
    if (!selfClosing && this.#open.length < DEEPEST)
      this.#open.push({ name, root, leadsBack: INTEGRATION[root]?.includes(name) === true })
    return true
  }

  /** Takes account of an end tag. One that ends nothing foreign is taken to end what the foreign content is in. */
  leave(name: string): void {
    // 13.2.6.4.7: these end nothing.
    if (name === 'body' || name === 'html') return
    const at = this.#open.findLastIndex(open => open.name === name)
    if (at >= 0 && name !== 'p' && name !== 'br') this.#open.length = at
    else if (this.#open.length < DEEPEST) this.#breakOut()
  }

  #breakOut(): void {
    while (this.inside) this.#open.pop()
  }
}
