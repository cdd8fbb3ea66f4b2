import type { IssueCode, IssueData } from '../../model/index.ts'

/**
 * A problem that does not know its place yet. Its data are made only if it is told: a file may have thousands of
 * flaws, and to find the word that was meant takes time.
 */
export type Flaw = { readonly [C in IssueCode]: { readonly code: C; readonly data: () => IssueData<C> } }[IssueCode]

export const flaw = <C extends IssueCode>(code: C, data: () => IssueData<C>): Flaw =>
  ({ code, data }) as unknown as Flaw

/** The flaw of a code that has nothing more to say. */
export const simpleFlaw = (
  code: { [C in IssueCode]: [keyof IssueData<C>] extends [never] ? C : never }[IssueCode],
): Flaw => flaw(code, () => ({}))

const LONGEST_QUOTE = 80

/** What was written, short enough to be quoted. */
export const quote = (written: unknown): string => {
  const text = String(written)
  return text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE - 1)}…` : text
}
