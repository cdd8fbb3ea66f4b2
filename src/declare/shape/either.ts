import * as v from 'valibot'
import { type Kind, kindOf } from './kind.ts'
import { kindsOf, refuse, wrongKind } from './read.ts'
import { asText } from './scalars.ts'

/**
 * One of several shapes of different kinds. The kind of what was written tells which one was meant, so that its flaws
 * are told and no others' (valibot's own union tries all, and tells of all).
 */
export function either<const O extends readonly v.GenericSchema[]>(...options: O): v.UnionSchema<O, undefined> {
  const kinds = options.map(kindsOf)
  const optionFor = (kind: Kind) => options[kinds.findIndex(some => some.includes(kind))]
  return {
    ...v.union(options),
    '~run'({ value: input }, config) {
      const meant = optionFor(kindOf(input)) ?? (asText(input) === undefined ? undefined : optionFor('text'))
      return meant === undefined
        ? refuse(input, wrongKind(input, kinds.flat()))
        : meant['~run']({ value: input }, config)
    },
  }
}
