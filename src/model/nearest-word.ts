/** Letters and digits only, small: `Opt_In` and `opt-in` are one word written twice. */
export const bareWord = (word: string): string => word.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

/** A longer one is cut: nobody means it. */
const LONGEST = 64

/** Damerau's distance (letters put in, left out, changed, two neighbours swapped); infinite once it is beyond `limit`. */
function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return Number.POSITIVE_INFINITY
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row++) {
    const line = [row]
    let least = row
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1]
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
      const cost = Math.min(
        (last[column] ?? 0) + 1,
        (line[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
        swapped ? (before[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      )
      line[column] = cost
      least = Math.min(least, cost)
    }
    if (least > limit) return Number.POSITIVE_INFINITY
    before = last
    last = line
  }
  return last[b.length] ?? 0
}

/** The word of the list that is near enough in letters to be the one that was meant. */
export function nearestWord(written: string, words: readonly string[]): string | undefined {
  const asked = bareWord(written.slice(0, LONGEST))
  let best: string | undefined
  let limit = Math.max(1, Math.floor(asked.length / 3))
  for (const word of words) {
    const far = distance(asked, bareWord(word), limit)
    if (far <= limit) [best, limit] = [word, far - 1]
    if (limit < 0) break
  }
  return best
}
