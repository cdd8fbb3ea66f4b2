import type { PracticeStanding, StandingReason } from '../../model/index.ts'

/** Where only the record is missing, or the question is open again, what is there may stay. */
const GO: readonly StandingReason[] = ['refused', 'signal', 'not-asked']

/** Whether what a practice has put on a visitor's device must go from it. */
export const mustGo = (standing: PracticeStanding | undefined): boolean =>
  standing !== undefined && !standing.allowed && GO.includes(standing.because)
