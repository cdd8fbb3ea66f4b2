import type { Term } from './term.ts'

/** P3P 1.0, 3.4. */
export const CATEGORIES = [
  { id: 'physical', token: 'PHY', choice: false },
  { id: 'online', token: 'ONL', choice: false },
  { id: 'uniqueid', token: 'UNI', choice: false },
  { id: 'purchase', token: 'PUR', choice: false },
  { id: 'financial', token: 'FIN', choice: false },
  { id: 'computer', token: 'COM', choice: false },
  { id: 'navigation', token: 'NAV', choice: false },
  { id: 'interactive', token: 'INT', choice: false },
  { id: 'demographic', token: 'DEM', choice: false },
  { id: 'content', token: 'CNT', choice: false },
  { id: 'state', token: 'STA', choice: false },
  { id: 'political', token: 'POL', choice: false },
  { id: 'health', token: 'HEA', choice: false },
  { id: 'preference', token: 'PRE', choice: false },
  { id: 'location', token: 'LOC', choice: false },
  { id: 'government', token: 'GOV', choice: false },
  { id: 'other-category', token: 'OTC', choice: false },
] as const satisfies readonly Term[]

export type CategoryId = (typeof CATEGORIES)[number]['id']
