import type { PageRecord } from './journal.ts'

export interface Stop {
  readonly address: string
  readonly depth: number
}

/** Which pages are looked at, one after the other. */
export interface Route {
  readonly next: () => Promise<Stop | null>
  /** What was found on a page. */
  readonly found: (record: PageRecord) => void
  /** How many may still come. */
  readonly left: () => number
}

/** The pages that were looked at before, in the same order. */
export function sameRoute(pages: readonly string[]): Route {
  let at = 0
  return {
    next: async () => {
      const address = pages[at++]
      return address === undefined ? null : { address, depth: 0 }
    },
    found: () => {},
    left: () => Math.max(0, pages.length - at),
  }
}
