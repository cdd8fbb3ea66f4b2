import type { Term } from './term.ts'

/** P3P 1.0, 3.2.5: what a person may see of the identified data about them. */
export const ACCESS = [
  { id: 'nonident', token: 'NOI', choice: false },
  { id: 'all', token: 'ALL', choice: false },
  { id: 'contact-and-other', token: 'CAO', choice: false },
  { id: 'ident-contact', token: 'IDC', choice: false },
  { id: 'other-ident', token: 'OTI', choice: false },
  { id: 'none', token: 'NON', choice: false },
] as const satisfies readonly Term[]

export type AccessId = (typeof ACCESS)[number]['id']
