import type { Breach } from './breach.ts'
import { COOKIES } from './cookies.ts'
import { OTHERS } from './others.ts'
import { RECIPIENTS } from './recipients.ts'
import { STORAGE } from './storage.ts'

export type { Breach, Expected } from './breach.ts'

/** Every way in which the broken shop breaks its word. */
export const BREACHES: readonly Breach[] = [...COOKIES, ...STORAGE, ...RECIPIENTS, ...OTHERS]
