/** An octet, capitals made small. No octet but a letter's own capital becomes a letter by this. */
const smallAt = (text: string, at: number): number => text.charCodeAt(at) | 0x20

/** Whether `word`, in lower case, stands at `from` in any case. */
export function standsAt(word: string, line: string, from: number): boolean {
  for (let at = 0; at < word.length; at++) if (smallAt(line, from + at) !== word.charCodeAt(at)) return false
  return true
}
