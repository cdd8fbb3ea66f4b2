import { setTimeout as pause } from 'node:timers/promises'
import type { GapReason } from '../../model/index.ts'
import type { Looking, PageLook, VisitLimits } from '../looking/looking.ts'

/** What may be over in a moment: a site that is just being started, a line that was cut. */
const PASSING: readonly GapReason[] = ['name-unknown', 'nobody-answers', 'cut-off', 'network']

/** Before it is tried again, in milliseconds. */
const PAUSES = [500, 1500]

const mayPass = ({ ok, gaps }: PageLook): boolean =>
  !ok && gaps.some(({ what, why }) => what === 'page' && PASSING.includes(why))

export interface Patience {
  readonly limits: VisitLimits
  readonly stop?: AbortSignal
}

/** Goes to an address that all else depends on; a failure that may pass counts only when it lasts. */
export async function visitPatiently(looking: Looking, url: string, { limits, stop }: Patience): Promise<PageLook> {
  let look = await looking.visit(url, limits)
  for (const milliseconds of PAUSES) {
    if (!mayPass(look) || stop?.aborted === true) break
    // Whoever is stopped meanwhile goes on at once, and sees it.
    await pause(milliseconds, undefined, stop === undefined ? {} : { signal: stop }).catch(() => {})
    look = await looking.visit(url, limits)
  }
  return look
}
