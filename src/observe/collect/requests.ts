import type { RequestObservation } from '../../model/index.ts'
import { frameAddress } from './frame-address.ts'
import { type Carried, carriedIds, knownIds } from './identifiers.ts'
import type { PageRecord, RecordedRequest } from './page-record.ts'
import { hostOf, partyOf } from './site.ts'

export type RequestSighting = Omit<RequestObservation, 'state'>

const LONGEST_ADDRESS = 2048
const PIXEL_BYTES = 200

/** Credentials in an address are nobody's business, ids only if asked. */
function address(url: string, { inAddress }: Carried, values: boolean): string {
  const bare = url.replace(/^(\w+:\/\/)[^/?#]*@/, '$1')
  const hidden = values ? bare : inAddress.reduce((text, id) => text.replaceAll(id, '{id}'), bare)
  return hidden.slice(0, LONGEST_ADDRESS)
}

/** `cookie`, `parameter uid`, `path`, `body uid`. */
const identifiers = (request: RecordedRequest, { ids }: Carried): string[] => [
  ...new Set([
    ...((request.cookies ?? []).length > 0 ? ['cookie'] : []),
    ...ids.map(id => (id.name === '' ? id.in : `${id.in} ${id.name}`)),
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
        url: address(request.url, carried, record.values),
        host,
        party: partyOf(host, record.url),
        type: request.type,
        method: request.method,
        status: request.answer?.status ?? null,
        pixel: isPixel(request),
        identifiers: identifiers(request, carried),
        carried: carried.ids,
        cookies: request.cookies,
        source: request.source,
      }
    })
}
