import type { Policy } from '../../model/index.ts'
import { createHeaderChooser } from '../p3p-header/choose-header.ts'
import type { Departure, Leaving } from './door.ts'
import type { Verdict } from './line-judge.ts'

/** What is left of the lines of a response. */
export interface Judged extends Pick<Leaving, 'setCookies' | 'decisions'> {
  /** The verdict on the only line there is, where that leaves. */
  readonly only: Verdict | null
}

/** So many different headers are kept as they are sent; then all are made anew. */
const KEPT = 256

const NONE: Leaving['headers'] = []

/** Finds the `P3P` header that goes with what leaves. */
export function createPolicyHeader(policy: Policy) {
  const choose = createHeaderChooser(policy)
  const kept = new Map<string, Leaving['headers']>()

  function headerFor(setCookies: readonly string[], departure: Departure): Leaving['headers'] {
    const header = choose(setCookies, departure)
    if (header === null) return NONE
    let made = kept.get(header)
    if (made === undefined) {
      made = [['P3P', header]]
      if (kept.size >= KEPT) kept.clear()
      kept.set(header, made)
    }
    return made
  }

  return ({ setCookies, only }: Judged, departure: Departure): Leaving['headers'] => {
    if (only === null) return headerFor(setCookies, departure)
    only.policyHeader ??= headerFor(setCookies, departure)
    return only.policyHeader
  }
}
