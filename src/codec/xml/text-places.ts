import type { Span } from '../../model/index.ts'

/** Line and column of any offset of a text; the lines are found once, when the first place is asked for. */
export function textPlaces(text: string): (place: { readonly offset: number }) => Span {
  let starts: number[] | undefined
  return ({ offset }) => {
    starts ??= [0, ...[...text.matchAll(/\r\n?|\n/g)].map(match => match.index + match[0].length)]
    let low = 0
    for (let high = starts.length; low + 1 < high; ) {
      const middle = (low + high) >> 1
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 }
  }
}
