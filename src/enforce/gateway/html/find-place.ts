import type { ScannedTag } from './tag-scanner.ts'

/** 13.2.6.4.4: what may stand before or in the head, and so begins no body. */
const HEAD = new Set(
  'html head base basefont bgsound link meta noframes noscript script style template title'.split(' '),
)
/** 13.2.6.4.6: these end tags begin a body that is not there yet. */
const BODY_ENDS = new Set(['body', 'html', 'br'])

/** Where the body of a page begins: after its tag, or where a browser would begin one. */
export class PlaceFinder {
  /** Undefined: not known yet. Null: the page has no body. */
  place: number | null | undefined
  #headClosed = false
  #templates = 0
  #noscript = false

  get #heedless(): boolean {
    return this.place !== undefined || this.#templates > 0 || this.#noscript
  }

  text(at: number): void {
    if (!this.#heedless) this.place = at
  }

  named(name: string, start: number): void {
    if (this.place !== undefined) return
    if (name === 'template') this.#templates++
    if (this.#heedless || name === 'body') return
    if (name === 'frameset') this.place = null
    else if (name === 'noscript' && !this.#headClosed) this.#noscript = true
    else if (!HEAD.has(name) || name === 'noscript') this.place = start
  }

  opened({ name, end }: ScannedTag): void {
    if (name === 'body' && !this.#heedless) this.place = end
  }

  closing(name: string, start: number): void {
    if (this.place !== undefined) return
    if (name === 'template') this.#templates = Math.max(0, this.#templates - 1)
    else if (name === 'noscript') this.#noscript = false
    else if (name === 'head') this.#headClosed = true
    else if (BODY_ENDS.has(name) && !this.#heedless) this.place = start
  }

  /** The page has ended: what has no body yet gets it here. */
  end(at: number, inText: boolean): void {
    if (this.place === undefined) this.place = inText && at > 0 && this.#templates === 0 && !this.#noscript ? at : null
  }
}
