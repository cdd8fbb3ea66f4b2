import type { Span } from '../../../model/index.ts'

/** Tells the line and column of places in a text. */
export function createPlaces(text: string): (from: number, to: number) => Span {
  const lineStarts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lineStarts.push(at + 1)

  const lineOf = (at: number): number => {
    let low = 0
    let high = lineStarts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((lineStarts[middle] ?? 0) <= at) low = middle
      else high = middle - 1
    }
    return low
  }
  const columnOf = (line: number, at: number): number => at - (lineStarts[line] ?? 0) + 1

  return (from, to) => {
    const line = lineOf(from)
    const endLine = lineOf(to)
    return { line: line + 1, column: columnOf(line, from), endLine: endLine + 1, endColumn: columnOf(endLine, to) }
  }
}
