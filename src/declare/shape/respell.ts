import { bareWord } from '../../model/index.ts'
import { ACCESS, CATEGORIES, PURPOSES, RECIPIENTS, REMEDIES, RETENTIONS } from '../../vocabulary/index.ts'

const TOKENS: ReadonlyMap<string, string> = new Map(
  [ACCESS, CATEGORIES, PURPOSES, RECIPIENTS, REMEDIES, RETENTIONS]
    .flat()
    .map(({ token, id }): [string, string] => [token, id]),
)

/** The word of the list that was written in other letters: `Opt_In`, or by its compact token: `CUR`. */
export function respell(written: string, words: readonly string[]): string | undefined {
  const letters = bareWord(written)
  const same = letters === '' ? undefined : words.find(word => bareWord(word) === letters)
  if (same !== undefined) return same
  const id = TOKENS.get(written)
  return id !== undefined && words.includes(id) ? id : undefined
}
