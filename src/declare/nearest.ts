/** Letters and digits only, small: `Opt_In` and `opt-in` are the same word written twice. */
export const bare = (word: string): string => word.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

const LONGEST = 64

/** Damerau's distance: letters put in, left out, changed, or two neighbours swapped. */
function distance(a: string, b: string): number {
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row++) {
    const line = [row]
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1]
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
      line[column] = Math.min(
        (last[column] ?? 0) + 1,
        (line[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
        swapped ? (before[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      )
    }
    before = last
    last = line
  }
  return last[b.length] ?? 0
}

/** The word of the list that was probably meant, if one is near enough: a third of the letters may be wrong. */
export function nearest(written: string, words: readonly string[]): string | undefined {
  const asked = bare(written.slice(0, LONGEST))
  let best: string | undefined
  let least = Math.max(1, Math.floor(asked.length / 3)) + 1
  for (const word of words) {
    const far = distance(asked, bare(word))
    if (far < least) [best, least] = [word, far]
  }
  return best
}
