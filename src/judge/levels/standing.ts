/**
 * What an agent finds in a compact policy, worst first: no policy; one it cannot read; objectionable uses of identifying
 * data without a choice; with an opt-out at least; with an opt-in throughout, or no such uses.
 */
export const STANDINGS = ['no-policy', 'unreadable', 'no-consent', 'opt-out', 'opt-in'] as const
export type Standing = (typeof STANDINGS)[number]

/** The choice that a level wants for objectionable uses; an opt-in does where an opt-out is wanted. */
export type Demand = Extract<Standing, 'opt-out' | 'opt-in'>

/** Whether a policy of this standing falls short of the demand. */
export const fallsShort = (standing: Standing, demand: Demand): boolean =>
  STANDINGS.indexOf(standing) < STANDINGS.indexOf(demand)
