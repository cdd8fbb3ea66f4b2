import type { Sighting } from '../../model/index.ts'
import { collectCertificates } from './certificates.ts'
import { collectCookies } from './cookies.ts'
import { collectFormFields } from './form-fields.ts'
import { hideIds } from './hide-ids.ts'
import type { PageRecord, RecordedGap } from './page-record.ts'
import { collectPolicyHeaders } from './policy-headers.ts'
import { collectRedirects } from './redirects.ts'
import { collectRequests } from './requests.ts'
import { collectStorage } from './storage.ts'

type Seen = Exclude<Sighting, { readonly kind: 'gap' }>
type Collector = (record: PageRecord) => readonly Seen[]

/** Each tells one kind of fact, and judges nothing. */
const COLLECTORS: readonly { readonly what: RecordedGap['what']; readonly collect: Collector }[] = [
  { what: 'cookie', collect: collectCookies },
  { what: 'storage', collect: collectStorage },
  { what: 'request', collect: collectRequests },
  { what: 'form-field', collect: collectFormFields },
  { what: 'policy-header', collect: collectPolicyHeaders },
  { what: 'page', collect: collectRedirects },
  { what: 'certificate', collect: collectCertificates },
]

export interface Collected {
  readonly observations: readonly Seen[]
  /** What was too much to be told. */
  readonly gaps: readonly RecordedGap[]
}

/** All that a page's record shows, at most `most` of each kind. */
export function collect(record: PageRecord, most: number): Collected {
  const found = COLLECTORS.map(({ what, collect: collector }) => ({ what, all: collector(record) }))
  return {
    observations: hideIds(
      found.flatMap(({ all }) => all.slice(0, most)),
      record,
    ),
    gaps: found
      .filter(({ all }) => all.length > most)
      .map(({ what, all }) => ({ what, why: 'too-many', detail: null, more: all.length - most })),
  }
}
