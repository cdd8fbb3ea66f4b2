import type { Issue, Policy } from '../../model/index.ts'

/** One thing that can be wrong with a policy: what of it is. Paths lead to the declaration's places. */
export type Rule = (policy: Policy) => readonly Issue[]

/** Words of the vocabulary as a declaration writes them. */
export const listed = (words: Iterable<string>): string => [...new Set(words)].join(', ')
