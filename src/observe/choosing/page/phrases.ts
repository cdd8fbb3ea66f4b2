/** Letters that Unicode does not take apart into a letter and its accent. */
const LETTERS: Readonly<Record<string, string>> = { ß: 'ss', ς: 'σ', ø: 'o', ł: 'l', đ: 'd', ħ: 'h' }

/** More of a text is not read. */
const LONGEST = 20_000

/** A text as its words: no case, no accents, no punctuation. */
export const wordsOf = (text: string): readonly string[] =>
  text
    .slice(0, LONGEST)
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[ßςøłđħ]/g, letter => LETTERS[letter] ?? letter)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word !== '')

type Fits = (word: string) => boolean

/** How many other words may stand between two of a phrase: "only use strictly necessary". */
const BETWEEN = 2

function fits(pattern: string): Fits {
  const stem = wordsOf(pattern)[0] ?? ''
  const open = { start: pattern.startsWith('*'), end: pattern.endsWith('*') }
  if (open.start && open.end) return word => word.includes(stem)
  if (open.start) return word => word.endsWith(stem)
  if (open.end) return word => word.startsWith(stem)
  return word => word === stem
}

function standsAt(sought: readonly Fits[], words: readonly string[], from: number): boolean {
  let at = from
  for (const [place, isFit] of sought.entries()) {
    const last = Math.min(place === 0 ? from : at + BETWEEN, words.length - 1)
    while (at <= last && !isFit(words[at] ?? '')) at++
    if (at > last) return false
    at++
  }
  return true
}

export const phrasesIn = (texts: readonly string[]): readonly string[] => [
  ...new Set(texts.flatMap(text => text.split(',')).map(text => text.trim().replace(/\s+/g, ' '))),
]

/** Tells whether any of the phrases stands in the words. */
export function phraseFinder(texts: readonly string[]): (words: readonly string[]) => boolean {
  const phrases = phrasesIn(texts).map(text => text.split(' ').map(fits))
  return words => words.some((_, from) => phrases.some(sought => standsAt(sought, words, from)))
}
