import type { PageRecord, RecordedRequest } from '../../src/observe/collect/page-record.ts'

const PAGE = 'https://shop.example/'

/** A page on which nothing was seen. */
export const emptyRecord: PageRecord = {
  engine: 'chromium',
  page: PAGE,
  url: PAGE,
  began: Date.UTC(2026, 10, 22),
  ended: Date.UTC(2026, 10, 22, 0, 0, 1),
  requests: [],
  writes: [],
  documents: [],
  jar: [],
  known: new Map(),
  kept: new Set(),
  values: false,
}

/** A request for something of the page's, answered by nothing in particular. */
export const request = (given: Partial<RecordedRequest>): RecordedRequest => ({
  url: PAGE,
  method: 'GET',
  type: 'other',
  frame: { url: PAGE, ancestors: [] },
  navigation: false,
  at: 0,
  body: null,
  source: null,
  redirectedFrom: null,
  cookies: [],
  answer: { status: 200, headers: [], certificate: null },
  setCookies: [],
  length: 1000,
  ...given,
})
