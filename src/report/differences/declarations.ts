import type { Policy } from '../../model/index.ts'

/** What of a policy things that were seen are known by. */
export type Declarations = Pick<Policy, 'practices' | 'cookies' | 'storage'>

/** Where there is no declaration, everything is as yet unknown. */
export const NOTHING_DECLARED: Declarations = { practices: [], cookies: [], storage: [] }
