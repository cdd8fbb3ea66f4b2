/** A word's octets in both cases, and what it stands for. */
interface Spelling<Meaning> {
  readonly small: readonly number[]
  readonly capital: readonly number[]
  readonly meaning: Meaning
}

/** Words to be looked for: the few of each length. */
export type Words<Meaning> = readonly (readonly Spelling<Meaning>[])[]

const octetsOf = (text: string): readonly number[] => Array.from(text, char => char.charCodeAt(0))

/** Words, written small, and what each stands for. */
export function wordsOf<Meaning>(meanings: Readonly<Record<string, Meaning>>): Words<Meaning> {
  const words = Object.entries(meanings)
  const lengths = Math.max(...words.map(([word]) => word.length)) + 1
  const spellings = (length: number) =>
    words
      .filter(([word]) => word.length === length)
      .map(([word, meaning]) => ({ small: octetsOf(word), capital: octetsOf(word.toUpperCase()), meaning }))
  return Array.from({ length: lengths }, (_, length) => spellings(length))
}

function isAt(line: string, from: number, { small, capital }: Spelling<unknown>): boolean {
  for (let at = 0; at < small.length; at++) {
    const code = line.charCodeAt(from + at)
    if (code !== small[at] && code !== capital[at]) return false
  }
  return true
}

/** What the word that begins there stands for, written in any case; null where it is none of them, all of its length. */
export function meaningAt<Meaning>(
  ofItsLength: readonly Spelling<Meaning>[] | undefined,
  line: string,
  from: number,
): Meaning | null {
  if (ofItsLength === undefined) return null
  for (const spelling of ofItsLength) if (isAt(line, from, spelling)) return spelling.meaning
  return null
}
