/** Text that is passed over to its end, which may be cut in two. */
export interface SkippedText {
  /** Where in this piece it has ended; null if it goes on. */
  readonly find: (piece: string) => number | null
}

const COMMENT_END = /--!?>/g
const COMMENT_TAIL = 3

/** 13.2.5.43-52, after `<!--`: the dashes that begin a comment may also end it, but not with a `!`. */
export function createComment(): SkippedText {
  let tail = '--'
  /** Where the tail begins, counted from the first letter of the comment. */
  let tailAt = -2
  /** What ends in the piece but begins before it is found in a few letters: to join all of it each time is too long. */
  function endAcross(piece: string): number | null {
    const seam = tail + piece.slice(0, COMMENT_TAIL)
    COMMENT_END.lastIndex = 0
    for (let found = COMMENT_END.exec(seam); found !== null; found = COMMENT_END.exec(seam)) {
      if (tailAt + found.index >= 0 || found[0] === '-->') return found.index + found[0].length - tail.length
      COMMENT_END.lastIndex = found.index + 1
    }
    return null
  }

  return {
    find(piece) {
      const across = endAcross(piece)
      if (across !== null) return across
      COMMENT_END.lastIndex = 0
      if (COMMENT_END.test(piece)) return COMMENT_END.lastIndex
      const before = tail.length + piece.length
      tail = (tail + piece.slice(-COMMENT_TAIL)).slice(-COMMENT_TAIL)
      tailAt += before - tail.length
      return null
    },
  }
}

const CDATA_END = ']]>'

/** 13.2.5.69-71, after `<![CDATA[`. */
export function createCdata(): SkippedText {
  let tail = ''
  return {
    find(piece) {
      const whole = tail + piece
      const found = whole.indexOf(CDATA_END)
      if (found >= 0) return found + CDATA_END.length - tail.length
      tail = whole.slice(1 - CDATA_END.length)
      return null
    },
  }
}
