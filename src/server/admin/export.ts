import { admin as messages } from '../../messages/index.ts'
import type { Receipt } from '../../model/index.ts'
import type { LoggedIn } from './asking.ts'
import { sendPage } from './pages/frame.ts'
import { dayOf } from './pages/history.ts'
import { receiptsPage } from './pages/receipts-page.ts'

/** A day as a form gives it; undefined where it is left empty, null where it is none. */
function dayIn(query: URLSearchParams, name: string): string | undefined | null {
  const day = query.get(name) ?? ''
  if (day === '') return undefined
  const time = /^\d{4}-\d\d-\d\d$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN
  return Number.isNaN(time) || dayOf(time) !== day ? null : `${day}T00:00:00Z`
}

/** A line at a time, as fast as it is taken: memory stays the same however many there are. */
function linesOf(receipts: AsyncIterable<Receipt>): ReadableStream<Uint8Array> {
  const each = receipts[Symbol.asyncIterator]()
  const encoder = new TextEncoder()
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await each.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(`${JSON.stringify(value)}\n`))
    },
    cancel: async () => void (await each.return?.(undefined)),
  })
}

/** Receipts of the site as JSON, one a line. */
export function exportReceipts({ request, frame, store, options }: LoggedIn): Response {
  const query = new URL(request.url).searchParams
  const [since, until] = [dayIn(query, 'since'), dayIn(query, 'until')]
  if (since === null || until === null) {
    const problem = messages[frame.language]['problem.time']
    return sendPage(frame, { ...receiptsPage(frame, { policy: options.policy(), problem }), status: 400 })
  }
  const times = { ...(since === undefined ? {} : { since }), ...(until === undefined ? {} : { until }) }
  return new Response(linesOf(store.export({ site: frame.site, ...times })), {
    headers: {
      'Content-Type': 'application/x-ndjson',
      'Content-Disposition': `attachment; filename="receipts-${frame.site.replace(/[^a-z0-9.-]/g, '-')}.ndjson"`,
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  })
}
