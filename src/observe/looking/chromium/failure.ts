import type { RecordedGap } from '../../collect/page-record.ts'
import { hostOf } from '../../collect/site.ts'

const REASONS: readonly (readonly [RegExp, RecordedGap['what'], RecordedGap['why']])[] = [
  [/TOO_MANY_REDIRECTS/, 'page', 'too-many-redirects'],
  [/CERT|SSL/, 'certificate', 'network'],
  [/ABORTED|BLOCKED_BY_RESPONSE/, 'page', 'not-a-page'],
]

/** Why no page came, by the browser's word for it. */
export function failureGap(url: string, error: string, refused: ReadonlyMap<string, string>): RecordedGap {
  const host = hostOf(url)
  if (refused.has(host)) return { what: 'page', why: 'private-address', detail: host, more: null }
  const [, what = 'page', why = 'network'] = REASONS.find(([word]) => word.test(error)) ?? []
  return { what, why, detail: error.slice(0, 300), more: null }
}
