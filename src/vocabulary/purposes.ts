import type { Term } from './term.ts'

/** P3P 1.0, 3.3.4. `current` takes no choice: prose and ABNF 38 outvote the XML Schema. */
export const PURPOSES = [
  { id: 'current', token: 'CUR', choice: false },
  { id: 'admin', token: 'ADM', choice: true },
  { id: 'develop', token: 'DEV', choice: true },
  { id: 'tailoring', token: 'TAI', choice: true },
  { id: 'pseudo-analysis', token: 'PSA', choice: true },
  { id: 'pseudo-decision', token: 'PSD', choice: true },
  { id: 'individual-analysis', token: 'IVA', choice: true },
  { id: 'individual-decision', token: 'IVD', choice: true },
  { id: 'contact', token: 'CON', choice: true },
  { id: 'historical', token: 'HIS', choice: true },
  { id: 'telemarketing', token: 'TEL', choice: true },
  { id: 'other-purpose', token: 'OTP', choice: true },
] as const satisfies readonly Term[]

export type PurposeId = (typeof PURPOSES)[number]['id']
