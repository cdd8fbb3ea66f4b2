import type { VisitLimits } from './looking.ts'

const DEFAULTS = { seconds: 20, quiet: 500, redirects: 20, bytes: 64 * 1024 * 1024, most: 1000 }

export type Limits = Readonly<typeof DEFAULTS>

export const limitsOf = (given: VisitLimits = {}): Limits => ({ ...DEFAULTS, ...given })

/** More of one page is not even remembered. */
export const MOST_REQUESTS = 5000
export const MOST_WRITES = 5000
export const MOST_FRAMES = 100
export const MOST_POPUPS = 3
export const MOST_DIALOGS = 20
/** How long a page may take to answer one question, in milliseconds. */
export const ANSWER_LIMIT = 5000
