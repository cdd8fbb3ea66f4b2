import { getDomain } from 'tldts'
import {
  type CompactPolicy,
  decodeCompact,
  EMPTY_COMPACT_POLICY,
  encodeCompact,
  p3pOfCompact,
} from '../../codec/compact/index.ts'
import type { RecordedResponse } from '../../codec/har/index.ts'
import { effectiveCookie } from '../../codec/p3p-reference/index.ts'
import { parseHttpDate } from '../../codec/p3p-xml/index.ts'
import { DIALECTS, headerLine, parseSetCookie } from '../../codec/set-cookie/index.ts'
import { type Issue, issue, type P3pPolicy } from '../../model/index.ts'
import type { P3pSource, SeenCookie } from './source.ts'

/** RFC 6265bis, 5.5: no cookie is kept longer than this. */
const LONGEST_LIFE = 400 * 86_400

const valuesOf = ({ headers }: RecordedResponse, name: string): readonly string[] =>
  headers.filter(([key]) => key.toLowerCase() === name).map(([, value]) => value)

const siteOf = (host: string): string => getDomain(host, { allowPrivateDomains: true }) ?? host

const urlOf = ({ url }: RecordedResponse): URL | undefined =>
  url !== null && URL.canParse(url) ? new URL(url) : undefined

/** How long the cookie is kept, in seconds; null until the browser is closed; undefined where it is taken back. */
function lifetimeOf(
  { maxAge, expires }: { readonly maxAge: number | null; readonly expires: number | null },
  response: RecordedResponse,
): number | null | undefined {
  if (maxAge === null && expires === null) return null
  const date = parseHttpDate(valuesOf(response, 'date')[0] ?? '') ?? response.receivedAt
  const seconds = maxAge ?? (date === null ? LONGEST_LIFE : Math.round(((expires ?? 0) - date) / 1000))
  return seconds > 0 ? Math.min(seconds, LONGEST_LIFE) : undefined
}

function cookiesOf(response: RecordedResponse, site: string): readonly SeenCookie[] {
  const url = urlOf(response)
  if (url === undefined) return []
  return valuesOf(response, 'set-cookie').flatMap(line => {
    const parsed = parseSetCookie(headerLine(line), DIALECTS.draft)
    const lifetime = lifetimeOf(parsed, response)
    if (parsed.flaw !== null || parsed.name === '' || lifetime === undefined) return []
    const { name, domain, path } = effectiveCookie({ ...parsed, domain: parsed.domain || null }, url)
    const party = siteOf(url.hostname) === site ? 'first' : 'third'
    return [{ name, host: domain, path, lifetime, party }]
  })
}

/** `CURa`, as IBM's editor wrote it: on what takes no choice a choice says nothing, and the token is read without it. */
const withoutIdleChoices = (header: string): string => header.replace(/\b(CUR|OUR)[aio]\b/g, '$1')

/** The policies of several headers as one: each header's statements. */
function united(policies: readonly CompactPolicy[]): P3pPolicy {
  const full = policies.map(p3pOfCompact)
  const [first = p3pOfCompact(EMPTY_COMPACT_POLICY)] = full
  return { ...first, test: full.some(policy => policy.test), statements: full.flatMap(policy => policy.statements) }
}

const keyOf = ({ name, host, path }: SeenCookie): string => JSON.stringify([name, host, path])

export interface ResponsesReading {
  /** Undefined where no answer of the site has a compact policy, or none with a word of the vocabulary in it. */
  readonly source: P3pSource | undefined
  readonly issues: readonly Issue[]
}

/**
 * What headers tell: the compact policies of the site itself, which is the one first asked, and every cookie that
 * anybody set. A compact policy names neither data nor reasons, and does not say which cookie is of which practice.
 */
export function sourceFromResponses(responses: readonly RecordedResponse[]): ResponsesReading {
  const first = responses.map(urlOf).find(url => url !== undefined)
  const site = siteOf(first?.hostname ?? '')
  const own = responses.filter(response => siteOf(urlOf(response)?.hostname ?? '') === site)
  const headers = new Set(own.flatMap(response => valuesOf(response, 'p3p').slice(0, 1)))
  const issues = [...headers].flatMap(header => decodeCompact(header).issues)
  const policies = new Map(
    [...headers].flatMap(header => {
      const { policy } = decodeCompact(withoutIdleChoices(header))
      const written = policy === null ? '' : encodeCompact(policy)
      return policy === null || written === '' ? [] : [[written, policy] as const]
    }),
  )
  if (policies.size === 0) return { source: undefined, issues }
  const cookies = new Map(
    responses.flatMap(response => cookiesOf(response, site).map(cookie => [keyOf(cookie), cookie] as const)),
  )
  const source: P3pSource = {
    variants: [{ policy: united([...policies.values()]), language: null, tag: null }],
    schema: null,
    reference: null,
    policyUrl: null,
    siteUrl: first === undefined ? null : `${first.origin}/`,
    cookies: [...cookies.values()],
  }
  return { source, issues: [...issues, issue('import-compact-only', {})] }
}
