/** Whether the whole text is the pieces in their order with any characters between them. It never goes back: linear. */
export function matchPieces(pieces: readonly string[], text: string): boolean {
  const head = pieces[0] ?? ''
  const tail = pieces.at(-1) ?? ''
  if (pieces.length <= 1) return text === head
  if (text.length < head.length + tail.length || !text.startsWith(head) || !text.endsWith(tail)) return false
  let from = head.length
  for (const piece of pieces.slice(1, -1)) {
    const found = text.indexOf(piece, from)
    if (found < 0) return false
    from = found + piece.length
  }
  return from <= text.length - tail.length
}

/** Whether the whole text fits a pattern in which `*` stands for any characters. */
export const matchPattern = (pattern: string, text: string): boolean => matchPieces(pattern.split('*'), text)
