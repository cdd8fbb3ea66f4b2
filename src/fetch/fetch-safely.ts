import { type IncomingMessage, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import type { RecordedResponse } from '../codec/har/index.ts'
import { type Issue, issue } from '../model/index.ts'
import { checkedLookup, checkLiteral, PrivateAddress, type Resolve, systemResolve } from './checked-lookup.ts'
import { ENCODINGS, readBody, TooLarge, UnknownEncoding } from './read-body.ts'

export interface FetchOptions {
  /** Whether addresses that are not of the public internet may be asked. Default: no. */
  readonly allowPrivate?: boolean
  /** Longest body, decompressed, in bytes. Default: 8 MiB. */
  readonly limit?: number
  /** For one answer with all its redirects. Default: 15. */
  readonly seconds?: number
  /** Most redirects followed. Default: 5. */
  readonly redirects?: number
  /** Ends everything. */
  readonly signal?: AbortSignal
  /** Default: as the system does. */
  readonly resolve?: Resolve
}

/** An answer, at the address that the redirects led to. */
export interface Fetched extends RecordedResponse {
  readonly url: string
  readonly receivedAt: number
  readonly status: number
  readonly body: Uint8Array
}

export type FetchResult = { readonly ok: true; readonly value: Fetched } | { readonly ok: false; readonly issue: Issue }

const DEFAULTS = { allowPrivate: false, limit: 8_388_608, seconds: 15, redirects: 5, resolve: systemResolve }

type Settings = typeof DEFAULTS & { readonly signal: AbortSignal }

/** Of what a browser would send, only what an answer needs: no cookies and no Referer (P3P 1.0, 2.4.3). */
const HEADERS = {
  Accept: 'text/html, application/xhtml+xml, application/xml, text/xml, */*;q=0.1',
  'Accept-Encoding': ENCODINGS,
  'User-Agent': 'Candor',
  'Cache-Control': 'no-cache',
  // P3P 1.0, 2.3.2.3.3: caches of HTTP/1.0 know only this.
  Pragma: 'no-cache',
}

function ask(url: URL, settings: Settings): Promise<IncomingMessage> {
  const request = url.protocol === 'https:' ? requestHttps : requestHttp
  return new Promise((resolve, reject) => {
    if (!settings.allowPrivate) checkLiteral(url.hostname)
    const sent = request(url, {
      agent: false,
      headers: HEADERS,
      lookup: checkedLookup(settings.resolve, settings.allowPrivate),
      signal: settings.signal,
    })
    sent.on('response', resolve).on('error', reject).end()
  })
}

const headersOf = ({ rawHeaders }: IncomingMessage): RecordedResponse['headers'] =>
  rawHeaders.flatMap((name, at) => (at % 2 === 0 ? [[name, rawHeaders[at + 1] ?? ''] as const] : []))

const REDIRECTS: readonly number[] = [301, 302, 303, 307, 308]

const isWeb = ({ protocol }: URL) => protocol === 'http:' || protocol === 'https:'

async function follow(start: URL, settings: Settings): Promise<FetchResult> {
  const refuse = (found: Issue): FetchResult => ({ ok: false, issue: found })
  let url = start
  for (let hops = 0; hops <= settings.redirects; hops++) {
    if (!isWeb(url)) return refuse(issue('fetch-scheme', { url: url.href }))
    const message = await ask(url, settings)
    const status = message.statusCode ?? 0
    const { location } = message.headers
    if (!REDIRECTS.includes(status) || location === undefined || !URL.canParse(location, url)) {
      const body = await readBody(message, settings.limit)
      const value = { url: url.href, receivedAt: Date.now(), status, headers: headersOf(message), body }
      return { ok: true, value }
    }
    message.destroy()
    url = new URL(location, url)
  }
  return refuse(issue('fetch-redirects', { url: start.href, limit: settings.redirects }))
}

/** Families of codes that mean the same to a person; any other code is told as it is. */
const REASONS: readonly (readonly [string, RegExp])[] = [
  ['certificate', /^(?:CERT_|DEPTH_|SELF_SIGNED|UNABLE_TO_|ERR_TLS_CERT)/],
  ['encoding', /^(?:Z_|ERR_BROTLI|ERR__ERROR)/],
  ['http', /^HPE_/],
]

/** Why there is no answer, as an issue; what is no failure of the network is thrown on. */
function failure(error: unknown, url: string, { limit, seconds, signal }: Settings): Issue {
  if (error instanceof PrivateAddress) return issue('fetch-private', { host: error.host, address: error.address })
  if (error instanceof TooLarge) return issue('fetch-large', { url, limit })
  if (error instanceof UnknownEncoding) return issue('fetch-failed', { url, reason: 'encoding' })
  if (!(error instanceof Error)) throw error
  if (signal.aborted) return issue('fetch-slow', { url, seconds })
  const code = 'code' in error ? String(error.code) : undefined
  if (code === undefined) throw error
  const reason = REASONS.find(([, codes]) => codes.test(code))?.[0] ?? code
  return issue('fetch-failed', { url, reason })
}

/**
 * Asks for one address of the web, within bounds. Every redirect is checked like the first address; the connection
 * goes to the address that was checked. What fails is an issue.
 */
export async function fetchSafely(address: string, options: FetchOptions = {}): Promise<FetchResult> {
  const given = { ...DEFAULTS, ...options }
  const late = AbortSignal.timeout(given.seconds * 1000)
  const settings = { ...given, signal: given.signal === undefined ? late : AbortSignal.any([given.signal, late]) }
  if (!URL.canParse(address)) return { ok: false, issue: issue('fetch-scheme', { url: address.slice(0, 200) }) }
  try {
    return await follow(new URL(address), settings)
  } catch (error) {
    return { ok: false, issue: failure(error, address, settings) }
  }
}
