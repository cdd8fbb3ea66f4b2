import type { Engine } from '../../model/index.ts'
import type { RecordedGap } from '../collect/page-record.ts'
import type { Guard } from '../guard/guard.ts'
import type { Doing } from './browser-page.ts'
import { type Limits, limitsOf } from './limits.ts'
import type { LookingOptions, PageLook, VisitLimits } from './looking.ts'
import { noLook } from './page-look.ts'
import { untilQuiet } from './quiet.ts'

/** A page that is being looked at. */
export interface Visit {
  readonly page: string
  readonly limits: Limits
  /** Milliseconds since 1970. */
  readonly began: number
  readonly deadline: number
}

/** A visit that begins; from now on the page has its bytes. */
export function newVisit(page: string, given: VisitLimits | undefined, guard: Guard): Visit {
  const limits = limitsOf(given)
  const began = Date.now()
  guard.allow(limits.bytes)
  return { page, limits, began, deadline: began + limits.seconds * 1000 }
}

/** The same page, looked at once more, with as many bytes again. */
export function continued(visit: Visit, given: VisitLimits | undefined, guard: Guard): Visit {
  const limits = given === undefined ? visit.limits : limitsOf(given)
  guard.allow(limits.bytes)
  return { ...visit, limits, deadline: Date.now() + limits.seconds * 1000 }
}

/** Only what visitors reach over the web is looked at. */
export const notAPage = (engine: Engine, page: string): PageLook | null =>
  /^https?:\/\//i.test(page)
    ? null
    : noLook(engine, page, [{ what: 'page', why: 'not-a-page', detail: page.slice(0, 200), more: null }])

/** The browser itself did not do as it was told. */
export const lostLook = (engine: Engine, page: string, error: unknown, stopped: boolean): PageLook =>
  noLook(engine, page, [
    { what: 'page', why: stopped ? 'stopped' : 'crashed', detail: String(error).slice(0, 300), more: null },
  ])

export const tooLong = ({ seconds }: Limits): RecordedGap => ({
  what: 'page',
  why: 'too-long',
  detail: `${seconds} s`,
  more: null,
})

/** Waits until the page is at rest, or has had enough; why it was not left to itself. Throws when told to stop. */
export async function settle(
  { limits, deadline }: Visit,
  guard: Guard,
  { stop, doing }: { readonly stop: LookingOptions['stop']; readonly doing: () => Doing },
): Promise<RecordedGap | null> {
  const activity = () => {
    const { crashed, documents, ...rest } = doing()
    const over = crashed || documents > limits.redirects || guard.overdrawn() || stop?.aborted === true
    return { ...rest, over }
  }
  const quiet = await untilQuiet(activity, limits.quiet, deadline)
  stop?.throwIfAborted()
  const { crashed, documents } = doing()
  const gap = (why: RecordedGap['why'], detail: string | null) => ({ what: 'page', why, detail, more: null }) as const
  if (crashed) return gap('crashed', null)
  if (documents > limits.redirects) return gap('too-many-redirects', null)
  if (guard.overdrawn()) return gap('too-large', `${limits.bytes} bytes`)
  return quiet ? null : tooLong(limits)
}
