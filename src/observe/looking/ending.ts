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

export function endingOf(visit: Visit, { address, failure, requests }: Heard, guard: Guard): Ending {
  const refused = guard.refused()
  const isWeb = /^https?:/.test(address)
  const main = requests.findLast(({ navigation, answer }) => navigation && (!isWeb || answer !== null))
  const url = isWeb ? address : (main?.url ?? visit.page)
  const host = hostOf(url)
  const gap = (why: RecordedGap['why'], detail: string) => ({ what: 'page', why, detail, more: null }) as const
  if (refused.has(host)) return { url, ok: false, status: null, failure: gap('private-address', host) }
  if (failure !== null && guard.overdrawn())
    return { url, ok: false, status: null, failure: gap('too-large', `${visit.limits.bytes} bytes`) }
  const ok = isWeb && failure === null
  return { url, ok, status: ok ? (main?.answer?.status ?? null) : null, failure }
}

/** What our own guard answered in the place of a private address is nobody's answer. */
export function withoutGuard(requests: readonly RecordedRequest[], guard: Guard): readonly RecordedRequest[] {
  const refused = guard.refused()
  if (refused.size === 0) return requests
  return requests.map(it => (refused.has(hostOf(it.url)) ? { ...it, answer: null, setCookies: [] } : it))
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
