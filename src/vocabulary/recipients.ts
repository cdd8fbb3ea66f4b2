import type { Term } from './term.ts'

/** P3P 1.0, 3.3.5. */
export const RECIPIENTS = [
  { id: 'ours', token: 'OUR', choice: false },
  { id: 'delivery', token: 'DEL', choice: true },
  { id: 'same', token: 'SAM', choice: true },
  { id: 'unrelated', token: 'UNR', choice: true },
  { id: 'public', token: 'PUB', choice: true },
  { id: 'other-recipient', token: 'OTR', choice: true },
] as const satisfies readonly Term[]

export type RecipientId = (typeof RECIPIENTS)[number]['id']
