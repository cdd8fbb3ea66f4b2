import type { CarriedId, RequestObservation } from '../../model/index.ts'
import { frameAddress } from './frame-address.ts'
import { carriedIds, knownIds } from './identifiers.ts'
import type { PageRecord, RecordedRequest } from './page-record.ts'
import { hostOf, partyOf } from './site.ts'

export type RequestSighting = Omit<RequestObservation, 'state'>

const PIXEL_BYTES = 200

/** `cookie`, `parameter uid`, `path`, `body uid`. */
const identifiers = (request: RecordedRequest, carried: readonly CarriedId[]): string[] => [
  ...new Set([
    ...((request.cookies ?? []).length > 0 ? ['cookie'] : []),
    ...carried.map(id => (id.name === '' ? id.in : `${id.in} ${id.name}`)),
  ]),
]

const isPixel = ({ type, answer, length }: RecordedRequest): boolean =>
  type === 'image' && (answer?.status === 204 || (answer?.status === 200 && length !== null && length <= PIXEL_BYTES))

/** What goes to other hosts than the page's own, and what goes home in silence. */
const matters = (request: RecordedRequest, page: string): boolean =>
  hostOf(request.url) !== hostOf(page) || request.type === 'beacon' || request.type === 'report'

export function collectRequests(record: PageRecord): RequestSighting[] {
  const ids = knownIds(record)
  return record.requests
    .filter(request => /^(?:https?|wss?):/.test(request.url) && matters(request, record.url))
    .map(request => {
      const carried = carriedIds(request, ids)
      const host = hostOf(request.url)
      return {
        kind: 'request',
        engine: record.engine,
        page: record.page,
        frame: frameAddress(request.frame),
        at: request.at,
        url: request.url,
        host,
        party: partyOf(host, record.url),
        type: request.type,
        method: request.method,
        status: request.answer?.status ?? null,
        pixel: isPixel(request),
        identifiers: identifiers(request, carried),
        carried,
        cookies: request.cookies,
        source: request.source,
      }
    })
}
