import type { Verb } from './verb.ts'

/** Every verb, loaded only when it is run. A new verb is a file and a line here, and its help in `messages/`. */
export const VERBS = {
  build: () => import('./build.ts'),
  check: () => import('./check.ts'),
  explain: () => import('./explain.ts'),
  gateway: () => import('./gateway.ts'),
  import: () => import('./import.ts'),
  init: () => import('./init.ts'),
  judge: () => import('./judge.ts'),
  lab: () => import('./lab.ts'),
  observe: () => import('./observe.ts'),
  receipts: () => import('./receipts.ts'),
  survey: () => import('./survey.ts'),
  serve: () => import('./serve.ts'),
} as const satisfies Record<string, () => Promise<{ readonly verb: Verb }>>

export type VerbName = keyof typeof VERBS
