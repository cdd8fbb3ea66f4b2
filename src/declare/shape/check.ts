import type * as v from 'valibot'
import type { Path } from '../path.ts'
import type { Flaw } from './flaw.ts'
import { step, told } from './read.ts'

/** A flaw of a value, or of what stands somewhere in it. */
export interface Found {
  readonly flaw: Flaw
  readonly path?: Path
}

type Action<T> = v.BaseValidation<T, T, v.BaseIssue<unknown>>

function action<T>(
  type: string,
  look: (value: T) => readonly Found[],
  ripe: (dataset: { typed: boolean }) => boolean,
): Action<T> {
  return {
    kind: 'validation',
    type,
    reference: action,
    expects: null,
    async: false,
    '~run'(dataset) {
      const found = ripe(dataset) ? look(dataset.value as T) : []
      if (found.length === 0) return dataset as v.OutputDataset<T, v.BaseIssue<unknown>>
      const issues = found.map(({ flaw, path = [] }) =>
        told(dataset.value, flaw, ...path.map(key => step(Object(dataset.value), key))),
      )
      return { ...dataset, issues: [...(dataset.issues ?? []), ...issues] } as v.OutputDataset<T, v.BaseIssue<unknown>>
    },
  }
}

/** Looks at a value whose parts are all sound. */
export const check = <T>(look: (value: T) => readonly Found[]): Action<T> => action('check', look, ({ typed }) => typed)

/**
 * Looks at a value whose parts may be anything, whatever their types say, so that a flaw of one part does not hide what
 * is wrong with another.
 */
export const glance = <T>(look: (value: T) => readonly Found[]): Action<T> => action('glance', look, () => true)

/** A value that passes a test. */
export const holds = <T>(test: (value: T) => boolean, otherwise: (value: T) => Flaw): Action<T> =>
  check(value => (test(value) ? [] : [{ flaw: otherwise(value) }]))
