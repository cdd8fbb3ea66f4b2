import type { PolicyHeaderObservation } from '../../model/index.ts'
import { frameAddress } from './frame-address.ts'
import type { PageRecord } from './page-record.ts'
import { hostOf, partyOf } from './site.ts'

export type PolicyHeaderSighting = Omit<PolicyHeaderObservation, 'state'>

/** Headers that say something of a site's practices. */
const NAMES = ['p3p', 'clear-site-data', 'tk'] as const

const LONGEST = 8192

export const collectPolicyHeaders = (record: PageRecord): PolicyHeaderSighting[] =>
  record.requests.flatMap(({ url, at, frame, answer, setCookies }) =>
    (answer?.headers ?? [])
      .map(([name, value]) => [name.toLowerCase(), value] as const)
      .filter(([name]) => NAMES.some(known => known === name))
      .map(([name, value]) => ({
        kind: 'policy-header' as const,
        engine: record.engine,
        page: record.page,
        frame: frameAddress(frame),
        at,
        name,
        value: value.slice(0, LONGEST),
        url,
        host: hostOf(url),
        party: partyOf(hostOf(url), record.url),
        cookies: setCookies.length,
      })),
  )
