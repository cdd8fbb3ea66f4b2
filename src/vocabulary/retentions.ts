import type { Term } from './term.ts'

/** P3P 1.0, 3.3.6. `timetable`: the notice must hold or link when the data are destroyed. */
export const RETENTIONS = [
  { id: 'no-retention', token: 'NOR', choice: false, timetable: false },
  { id: 'stated-purpose', token: 'STP', choice: false, timetable: true },
  { id: 'legal-requirement', token: 'LEG', choice: false, timetable: true },
  { id: 'business-practices', token: 'BUS', choice: false, timetable: true },
  { id: 'indefinitely', token: 'IND', choice: false, timetable: false },
] as const satisfies readonly (Term & { readonly timetable: boolean })[]

export type RetentionId = (typeof RETENTIONS)[number]['id']
