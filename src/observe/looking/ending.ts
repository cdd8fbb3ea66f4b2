import type { RecordedGap, RecordedRequest } from '../collect/page-record.ts'
import { hostOf } from '../collect/site.ts'
import type { Guard } from '../guard/guard.ts'
import type { Heard } from './browser-page.ts'
import type { Visit } from './visit.ts'

/** Where a visit ended. */
export interface Ending {
  readonly url: string
  /** Whether a page came. */
  readonly ok: boolean
  readonly status: number | null
  /** Why none came. */
  readonly failure: RecordedGap | null
}

/** What our guard answers where it reaches nobody. */
const GUARDS_STATUS: readonly number[] = [403, 502]

/** Whether an answer may be our guard's: it speaks for hosts of plain http only. Null: it was not told. */
const isGuards = (url: string, status: number | null): boolean =>
  url.startsWith('http:') && (status === null || GUARDS_STATUS.includes(status))

/** The request that the page is of, or would be, and what came of it; not every engine tells. */
function asked(visit: Visit, { address, failure, requests }: Heard) {
  const isWeb = /^https?:/.test(address)
  const pages = requests.filter(({ navigation }) => navigation)
  const main = pages.findLast(({ answer }) => !isWeb || answer !== null)
  const url = isWeb ? address : (main?.url ?? visit.page)
  const last = failure === null ? url : (pages.at(-1)?.url ?? visit.page)
  return { isWeb, url, last, status: main?.answer?.status ?? null }
}

export function endingOf(visit: Visit, heard: Heard, guard: Guard): Ending {
  const { failure } = heard
  const { isWeb, url, last, status } = asked(visit, heard)
  const none = (why: RecordedGap['why'], detail: string): Ending => {
    return { url, ok: false, status: null, failure: { what: 'page', why, detail, more: null } }
  }
  const unreached = guard.unreached(last)
  if (unreached !== null && (failure !== null || isGuards(last, status))) return none(unreached.why, unreached.detail)
  if (failure !== null && guard.overdrawn()) return none('too-large', `${visit.limits.bytes} bytes`)
  // RFC 9110, 15.5: an error may come without content; browsers then show a page of their own.
  if (failure?.why === 'network' && status !== null && status >= 400) return none('empty-answer', String(status))
  const ok = isWeb && failure === null
  return { url, ok, status: ok ? status : null, failure }
}

/** What our own guard answered in the place of a host is nobody's answer. */
export function withoutGuard(requests: readonly RecordedRequest[], guard: Guard): readonly RecordedRequest[] {
  const refused = guard.refused()
  const isOurs = ({ url, answer }: RecordedRequest) =>
    refused.has(hostOf(url)) || (answer !== null && isGuards(url, answer.status) && guard.unreached(url) !== null)
  return requests.map(it => (isOurs(it) ? { ...it, answer: null, setCookies: [] } : it))
}

/** What an engine's words for a failure tell. */
export type FailureWords = readonly (readonly [word: RegExp, what: RecordedGap['what'], why: RecordedGap['why']])[]

/** Why no page came, by the engine's own words for it. */
export function failureGap(words: FailureWords, said: unknown): RecordedGap {
  const text = String(said)
  const [, what = 'page', why = 'network'] = words.find(([word]) => word.test(text)) ?? []
  return { what, why, detail: text.slice(0, 300), more: null }
}

/** What was asked for is no page, but a file. */
export const downloadGap = (url: string): RecordedGap => ({
  what: 'page',
  why: 'download',
  detail: url.slice(0, 500),
  more: null,
})
