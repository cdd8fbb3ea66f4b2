import type { IssueCode, IssueData } from '../model/index.ts'

/** A problem that is not yet tied to its place. */
export type Flaw = { readonly [C in IssueCode]: { readonly code: C; readonly data: IssueData<C> } }[IssueCode]

/**
 * All that a check of valibot can say of what it met is one string. Ours is a code with its data,
 * written down here and read back where the places are known.
 */
export const flaw = <C extends IssueCode>(code: C, data: IssueData<C>): string => JSON.stringify({ code, data })

export const readFlaw = (message: string): Flaw => JSON.parse(message) as Flaw
