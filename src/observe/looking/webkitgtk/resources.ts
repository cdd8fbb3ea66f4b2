import type { RequestType } from '../../../model/index.ts'
import type { RecordedFrame, RecordedRequest } from '../../collect/page-record.ts'

/** An entry of the page's own Resource Timing. */
export interface Resource {
  readonly url: string
  readonly by: string
  readonly at: number
  readonly status: number
}

/** An expression: every request the document knows of, which other sites may partly withhold. */
export const RESOURCES = `performance.getEntriesByType('resource').slice(0, 5000).map(entry => ({
  url: entry.name, by: entry.initiatorType, at: Math.round(entry.startTime), status: entry.responseStatus || 0 }))`

const TYPES: Readonly<Record<string, RequestType>> = {
  img: 'image',
  image: 'image',
  script: 'script',
  css: 'style',
  link: 'style',
  xmlhttprequest: 'fetch',
  fetch: 'fetch',
  beacon: 'beacon',
  iframe: 'frame',
  frame: 'frame',
  audio: 'media',
  video: 'media',
}

export const requestOf = (frame: RecordedFrame, { url, by, at, status }: Resource): RecordedRequest => ({
  url,
  method: 'GET',
  type: TYPES[by] ?? 'other',
  frame,
  navigation: false,
  at: frame.ancestors.length === 0 ? at : null,
  body: null,
  source: null,
  redirectedFrom: null,
  cookies: null,
  answer: status === 0 ? null : { status, headers: [], certificate: null },
  setCookies: [],
  length: null,
})
