import { ACCESS, CATEGORIES, PURPOSES, RECIPIENTS, REMEDIES, RETENTIONS } from '../../vocabulary/index.ts'
import { bare } from './nearest.ts'

const TOKENS: ReadonlyMap<string, string> = new Map(
  [ACCESS, CATEGORIES, PURPOSES, RECIPIENTS, REMEDIES, RETENTIONS]
    .flat()
    .map(({ token, id }): [string, string] => [token, id]),
)

/** The word of the list that was written in other letters: `Opt_In`, or by its compact token: `CUR`. */
export function respell(written: string, words: readonly string[]): string | undefined {
  const letters = bare(written)
  const same = letters === '' ? undefined : words.find(word => bare(word) === letters)
  if (same !== undefined) return same
  const id = TOKENS.get(written)
  return id !== undefined && words.includes(id) ? id : undefined
}
