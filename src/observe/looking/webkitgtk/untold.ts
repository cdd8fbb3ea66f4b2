import type { RecordedGap } from '../../collect/page-record.ts'

const cannot = (what: RecordedGap['what'], detail: string | null): RecordedGap => ({
  what,
  why: 'engine-cannot',
  detail,
  more: null,
})

/** What its driver has no words for, and what must not be concluded from it. */
export const UNTOLD: readonly RecordedGap[] = [
  cannot('page', 'WebKitGTK is not Safari: it keeps cookies by rules of its own'),
  cannot('cookie', 'cookies of other sites than the page’s own'),
  cannot('cookie-source', null),
  cannot('storage-source', null),
  cannot('request', 'cookies, bodies and redirects of requests'),
  cannot('policy-header', null),
  cannot('certificate', null),
]
