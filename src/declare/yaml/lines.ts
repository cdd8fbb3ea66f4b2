import type { Span } from '../../model/index.ts'

/** Finds the line and column of an offset. */
export interface Lines {
  readonly span: (start: number, end: number) => Span
}

export function linesOf(text: string): Lines {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)

  /** The last line that starts at or before the offset, from 0. */
  function lineOf(offset: number): number {
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return low
  }

  return {
    span(start, end) {
      const from = lineOf(start)
      const to = lineOf(Math.max(start, end))
      return {
        line: from + 1,
        column: start - (starts[from] ?? 0) + 1,
        endLine: to + 1,
        endColumn: Math.max(start, end) - (starts[to] ?? 0) + 1,
      }
    },
  }
}
