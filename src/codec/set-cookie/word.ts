const LETTER_BITS = 5
const LETTERS_IN_HEAD = 6
const OTHER = 31

/**
 * A word of at most twelve letters and hyphens as three numbers, letters in any case: five bits a letter, so that two
 * words are alike exactly when their numbers are.
 */
export interface Word {
  readonly length: number
  readonly head: number
  readonly tail: number
}

/** An octet in five bits; what is neither letter nor hyphen is in no word. */
function letterOf(code: number): number {
  const small = code | 0x20
  if (small >= 0x61 && small <= 0x7a) return small - 0x60
  return code === 0x2d ? 27 : OTHER
}

/** The head with one more octet, if it belongs there; so the tail. Longer words run over, and are told by their length. */
export const headWith = (head: number, at: number, code: number): number =>
  at < LETTERS_IN_HEAD ? (head << LETTER_BITS) | letterOf(code) : head
export const tailWith = (tail: number, at: number, code: number): number =>
  at < LETTERS_IN_HEAD ? tail : (tail << LETTER_BITS) | letterOf(code)

export function wordOf(text: string): Word {
  let head = 0
  let tail = 0
  for (let at = 0; at < text.length; at++) {
    head = headWith(head, at, text.charCodeAt(at))
    tail = tailWith(tail, at, text.charCodeAt(at))
  }
  return { length: text.length, head, tail }
}
