import type { IncomingMessage } from 'node:http'
import type { HeadChanges } from '../http/response-head.ts'
import type { Coding } from './content-coding.ts'
import { type Extension, extendContentSecurity } from './content-security.ts'
import { taggedEtag } from './visit-tag.ts'

export interface PageHeadOptions {
  /** How the page looks to this visitor. */
  readonly tag: string
  /** What the pieces put in need; null: nothing is put in. */
  readonly needed: Extension | null
  readonly outCoding: Coding
}

/** Of a page whose bytes change: what counted or summed them, and what let parts of it be had. */
const OF_BYTES = [
  'content-length',
  'content-encoding',
  'content-md5',
  'content-digest',
  'repr-digest',
  'digest',
  'accept-ranges',
  'last-modified',
]
/** What is written anew. */
const RENEWED = ['etag', 'cache-control', 'expires', 'pragma', 'vary']
const POLICIES = ['content-security-policy', 'content-security-policy-report-only'] as const

/** On what of a request the look of a page depends. */
const VARIES = ['Cookie', 'Sec-GPC', 'Accept-Language']

function vary(value: string | undefined): string {
  if (value?.trim() === '*') return '*'
  const there = (value ?? '')
    .split(',')
    .map(name => name.trim())
    .filter(name => name !== '')
  const lower = there.map(name => name.toLowerCase())
  return [...there, ...VARIES.filter(name => !lower.includes(name.toLowerCase()))].join(', ')
}

/** RFC 9111, 5.2.2: no shared cache keeps what is for one visitor; a browser asks before it shows it again. */
const cacheControl = (value: string | undefined): string =>
  /(?:^|[,\s])no-store(?:$|[,\s])/i.test(value ?? '') ? 'no-store' : 'private, no-cache'

function contentSecurity(response: IncomingMessage, needed: Extension): [string, string][] {
  return POLICIES.flatMap(name =>
    (response.headersDistinct[name] ?? []).map((value): [string, string] => [
      name,
      extendContentSecurity(value, needed),
    ]),
  )
}

/** How the head of a page changes: it is for one visitor now, and as long as it comes out. */
export function pageHead(response: IncomingMessage, { tag, needed, outCoding }: PageHeadOptions): HeadChanges {
  const { headers } = response
  const added: [string, string][] = [
    ['Cache-Control', cacheControl(headers['cache-control'])],
    ['Vary', vary(headers.vary)],
  ]
  if (headers.etag !== undefined) added.push(['ETag', taggedEtag(headers.etag, tag)])
  if (outCoding !== 'identity') added.push(['Content-Encoding', outCoding])
  if (needed !== null) added.push(...contentSecurity(response, needed))
  return { dropped: new Set([...OF_BYTES, ...RENEWED, ...(needed === null ? [] : POLICIES)]), added }
}

/** The same for an answer that says that a page kept is still good: without a body, with the page's own validators. */
export function keptPageHead({ headers }: IncomingMessage, tag: string): HeadChanges {
  const added: [string, string][] = [
    ['Cache-Control', cacheControl(headers['cache-control'])],
    ['Vary', vary(headers.vary)],
  ]
  if (headers.etag !== undefined) added.push(['ETag', taggedEtag(headers.etag, tag)])
  return { dropped: new Set([...RENEWED, 'last-modified']), added }
}
