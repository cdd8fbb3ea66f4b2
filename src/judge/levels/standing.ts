import { STANDINGS, type Standing } from '../../model/index.ts'

/** The choice that a level wants for objectionable uses; an opt-in does where an opt-out is wanted. */
export type Demand = Extract<Standing, 'opt-out' | 'opt-in'>

/** Whether a policy of this standing falls short of the demand. */
export const fallsShort = (standing: Standing, demand: Demand): boolean =>
  STANDINGS.indexOf(standing) < STANDINGS.indexOf(demand)
