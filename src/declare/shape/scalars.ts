import * as v from 'valibot'
import type { Flaw } from './flaw.ts'
import { kindOf } from './kind.ts'
import { accept, acceptFor, refuse, wrongKind } from './read.ts'
import { respell } from './respell.ts'

/** Where text is wanted, what looks like a number or a truth is text all the same. */
export const asText = (input: unknown): string | undefined =>
  kindOf(input) === 'text' || kindOf(input) === 'number' || kindOf(input) === 'truth' ? String(input) : undefined

/** A text. */
export const text = (): v.StringSchema<undefined> => ({
  ...v.string(),
  '~run'({ value: input }) {
    const written = asText(input)
    return written === undefined ? refuse(input, wrongKind(input, ['text'])) : accept(written)
  },
})

const TRUTHS: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['yes', true],
  ['on', true],
  ['false', false],
  ['no', false],
  ['off', false],
])

/** True or false. */
export const truth = (): v.BooleanSchema<undefined> => ({
  ...v.boolean(),
  '~run'({ value: input }) {
    if (typeof input === 'boolean') return accept(input)
    const meant = typeof input === 'string' ? TRUTHS.get(input.toLowerCase()) : undefined
    return meant === undefined ? refuse(input, wrongKind(input, ['truth'])) : acceptFor(meant, String(input))
  },
})

/** One of a list of words; `unknown` is the flaw of any other. */
export const oneOf = <const T extends readonly string[]>(
  words: T,
  unknown: (word: string, words: readonly string[]) => Flaw,
): v.PicklistSchema<T, undefined> => ({
  ...v.picklist(words),
  '~run'({ value: input }) {
    const written = asText(input)
    if (written === undefined) return refuse(input, wrongKind(input, ['text']))
    if (words.includes(written)) return accept(written)
    const meant = respell(written, words)
    return meant === undefined ? refuse(input, unknown(written, words)) : acceptFor(meant, written)
  },
})
