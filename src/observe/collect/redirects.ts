import type { RedirectObservation } from '../../model/index.ts'
import type { PageRecord, RecordedRequest } from './page-record.ts'
import { hostOf, siteOf } from './site.ts'

export type RedirectSighting = Omit<RedirectObservation, 'state'>

const crosses = (from: string, to: string): boolean => siteOf(hostOf(from)) !== siteOf(hostOf(to))

/** How the visitor was led from site to site: every step of the documents in the address bar. */
export function collectRedirects(record: PageRecord): RedirectSighting[] {
  const steps = record.requests.filter(({ navigation, url }) => navigation && /^https?:/.test(url))
  return steps.flatMap((step, at): RedirectSighting[] => {
    const before: RecordedRequest | undefined = steps[at - 1]
    if (before === undefined || !crosses(before.url, step.url)) return []
    const byAnswer = step.redirectedFrom !== null
    return [
      {
        kind: 'redirect',
        engine: record.engine,
        page: record.page,
        frame: null,
        at: step.at,
        from: before.url,
        to: step.url,
        status: byAnswer ? (before.answer?.status ?? null) : null,
      },
    ]
  })
}
