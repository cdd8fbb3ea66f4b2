const SCRIPT_TURN = /<!--|-->|<\/?script(?=[\t\n\f\r />])/gi

/** 13.1.2.2-3: elements whose content is not looked through for tags. `noscript` is, for those who have no scripts. */
const TURNS = new Map([
  ['script', SCRIPT_TURN],
  ...['style', 'title', 'textarea', 'iframe', 'noembed', 'noframes', 'xmp'].map(
    name => [name, new RegExp(`</${name}(?=[\\t\\n\\f\\r />])`, 'gi')] as const,
  ),
])

/** What the end of a piece can cut in two is no longer than `</textarea`. */
const LONGEST_TURN = '</textarea'.length

export const RAW_TEXT: readonly string[] = [...TURNS.keys()]

export const isRawText = (name: string): boolean => TURNS.has(name)

/** Where a piece of raw text ends the element: places within the piece, negative if an earlier one began it. */
export interface RawEnd {
  readonly start: number
  readonly nameEnd: number
}

/** Looks for the end of the text of one such element, piece by piece. */
export class RawText {
  readonly #turn: RegExp
  #tail = ''
  /** 13.2.5.15-31: how deep in `<!-- <script>` a script's text is. */
  #escape: 'none' | 'escaped' | 'double' = 'none'

  constructor(name: string) {
    this.#turn = TURNS.get(name) ?? SCRIPT_TURN
  }

  find(piece: string): RawEnd | null {
    const whole = this.#tail + piece
    const before = -this.#tail.length
    const turn = this.#turn
    let read = 0
    turn.lastIndex = 0
    for (let found = turn.exec(whole); found !== null; found = turn.exec(whole)) {
      if (this.#ends(found[0])) return { start: before + found.index, nameEnd: before + turn.lastIndex }
      // The dashes that begin it may also end it.
      if (found[0] === '<!--') turn.lastIndex -= 2
      read = turn.lastIndex
    }
    this.#tail = whole.slice(Math.max(read, whole.length - LONGEST_TURN))
    return null
  }

  #ends(turn: string): boolean {
    if (turn === '-->') this.#escape = 'none'
    else if (turn === '<!--') this.#escape = this.#escape === 'none' ? 'escaped' : this.#escape
    else if (turn.charAt(1) !== '/') this.#escape = this.#escape === 'none' ? 'none' : 'double'
    else if (this.#escape !== 'double') return true
    else this.#escape = 'escaped'
    return false
  }
}
