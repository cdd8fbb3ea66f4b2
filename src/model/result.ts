import type { Issue } from './issue.ts'

/** What reading gives: a value, or why there is none. Issues may come with a value too: notes and warnings. */
export type Result<T> =
  | { readonly ok: true; readonly value: T; readonly issues: readonly Issue[] }
  | { readonly ok: false; readonly issues: readonly Issue[] }
