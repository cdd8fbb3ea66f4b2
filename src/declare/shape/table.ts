import * as v from 'valibot'
import { type Flaw, flaw } from './flaw.ts'
import { kindOf } from './kind.ts'
import { nearest } from './nearest.ts'
import { below, dataset, refuse, step, told, wrongKind } from './read.ts'
import { respell } from './respell.ts'

export interface TableFlaws {
  /** The flaw of a key that the table does not have; undefined if that was said elsewhere. */
  readonly unknown: (key: string, keys: readonly string[]) => Flaw | undefined
  /** The flaw of a key that must be there and is not. */
  readonly lacking: (key: string) => Flaw
}

type Given = Readonly<Record<string, unknown>>

/** What a written key stands for: a key of the table, perhaps only by guess, or none. */
interface Meaning {
  readonly written: string
  readonly key?: string | undefined
  /** What is wrong with writing it so. */
  readonly flaw?: Flaw | undefined
  readonly sound: boolean
}

/** Of so many wrong keys in one table it is guessed which were meant. */
const MOST_GUESSES = 16

/**
 * What each key stands for that was written. One in other letters is taken for the one meant; a slip of the pen is
 * wrong, but what stands under it is read all the same, so that its flaws are told in the same go.
 */
function meaningsOf(given: Given, keys: readonly string[], { unknown }: TableFlaws): readonly Meaning[] {
  const free = new Set(keys.filter(key => !Object.hasOwn(given, key)))
  let guesses = 0
  return Object.keys(given).map((written): Meaning => {
    if (keys.includes(written)) return { written, key: written, sound: true }
    const meant = respell(written, keys)
    if (meant !== undefined)
      return free.delete(meant)
        ? { written, key: meant, flaw: flaw('term-respelled', () => ({ written, meant })), sound: true }
        : { written, flaw: flaw('key-twice', () => ({ key: meant })), sound: false }
    guesses += 1
    const guess = guesses > MOST_GUESSES ? undefined : nearest(written, [...free])
    if (guess !== undefined) free.delete(guess)
    return { written, key: guess, flaw: unknown(written, keys), sound: false }
  })
}

const isOptional = ({ type }: v.GenericSchema) => type === 'optional' || type === 'exact_optional'

/** A mapping with fixed keys. Of the keys that it does not have all are told (valibot's own tells of one). */
export function table<const E extends v.ObjectEntries>(
  entries: E,
  flaws: TableFlaws,
): v.StrictObjectSchema<E, undefined> {
  const keys = Object.keys(entries)
  const schemaOf = (key: string) => entries[key] as v.GenericSchema
  return {
    ...v.strictObject(entries),
    '~run'({ value: input }, config) {
      if (kindOf(input) !== 'table') return refuse(input, wrongKind(input, ['table']))
      const given = input as Given
      const value: Record<string, unknown> = {}
      const issues: v.BaseIssue<unknown>[] = []
      let typed = true
      for (const { written, key, flaw, sound } of meaningsOf(given, keys, flaws)) {
        typed &&= sound
        if (flaw !== undefined) issues.push(told(given[written], flaw, step(given, written, 'key')))
        if (key === undefined || (given[written] === undefined && !isOptional(schemaOf(key)))) continue
        const read = schemaOf(key)['~run']({ value: given[written] }, config)
        for (const found of read.issues ?? []) issues.push(below(found, step(given, written)))
        typed &&= read.typed
        value[key] = read.value
      }
      for (const key of keys) {
        if (Object.hasOwn(value, key) || isOptional(schemaOf(key))) continue
        issues.push(told(undefined, flaws.lacking(key), step(given, key, 'key')))
        typed = false
      }
      return dataset(typed, value, issues)
    },
  }
}
