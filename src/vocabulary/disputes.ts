import type { Term } from './term.ts'

/** P3P 1.0, 3.2.7: what the site does when it has broken its word. */
export const REMEDIES = [
  { id: 'correct', token: 'COR', choice: false },
  { id: 'money', token: 'MON', choice: false },
  { id: 'law', token: 'LAW', choice: false },
] as const satisfies readonly Term[]

export type RemedyId = (typeof REMEDIES)[number]['id']

/** P3P 1.0, 3.2.6 `resolution-type`: who settles a complaint. */
export const DISPUTE_TYPES = ['service', 'independent', 'court', 'law'] as const
export type DisputeType = (typeof DISPUTE_TYPES)[number]

/** Tokens that only tell that an element is there: DISPUTES, NON-IDENTIFIABLE, TEST. */
export const MARKERS = [
  { id: 'disputes', token: 'DSP', choice: false },
  { id: 'non-identifiable', token: 'NID', choice: false },
  { id: 'test', token: 'TST', choice: false },
] as const satisfies readonly Term[]

export type MarkerId = (typeof MARKERS)[number]['id']
