import { bareWord, nearestWord } from '../../model/index.ts'
import { ALIASES } from './aliases.ts'

/** The word of the list that was probably meant: one known to be written for it, or one near enough in letters. */
export const nearest = (written: string, words: readonly string[]): string | undefined =>
  ALIASES.get(bareWord(written))?.find(word => words.includes(word)) ?? nearestWord(written, words)
