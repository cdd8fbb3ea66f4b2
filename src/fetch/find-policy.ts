import { compactOfP3p, decodeCompact, encodeCompact } from '../codec/compact/index.ts'
import { type Issue, issue } from '../model/index.ts'
import type { Fetched } from './fetch-safely.ts'
import { looksLikeP3p } from './looks-like-p3p.ts'
import { policyLink } from './policy-links.ts'
import { type Fetch, type FindOptions, type FoundPolicies, isThere, Search, type SourcedIssue } from './search.ts'

export interface Finding {
  /** The page or file that was asked for, at the end of its redirects; null where it could not be fetched. */
  readonly page: Fetched | null
  /** Null where there is no full policy. */
  readonly found: FoundPolicies | null
  readonly issues: readonly SourcedIssue[]
}

/** P3P 1.0, 2.2.1. */
const WELL_KNOWN = '/w3c/p3p.xml'

const headerOf = ({ headers }: Fetched, name: string): string | undefined =>
  headers.find(([key]) => key.toLowerCase() === name)?.[1]

/** Where reference files may be, in the order in which they count (P3P 1.0, 2.2 and 2.4.1). */
async function* places(page: Fetched): AsyncGenerator<readonly [url: string, expected: boolean]> {
  yield [new URL(WELL_KNOWN, page.url).href, false]
  const header = headerOf(page, 'p3p')
  const named = header === undefined ? null : decodeCompact(header).policyref
  const link = await policyLink(page.body, headerOf(page, 'content-type') ?? '')
  for (const reference of [named, link]) {
    if (reference != null && URL.canParse(reference, page.url)) yield [new URL(reference, page.url).href, true]
  }
}

const wordsOf = (compact: string): readonly string[] => compact.split(' ').filter(word => word !== '')

/** P3P 1.0, 4.1: a site is bound by its compact policy even where the full one says something else. */
function compareCompact(page: Fetched, { policies, name }: FoundPolicies): readonly Issue[] {
  const header = headerOf(page, 'p3p')
  const sent = header === undefined ? null : decodeCompact(header).policy
  const full = compactOfP3p(policies.policies.filter(policy => name === null || policy.name === name).slice(0, 1))
  if (sent === null || !full.ok) return []
  const [inHeader, inPolicy] = [wordsOf(encodeCompact(sent)), wordsOf(encodeCompact(full.value))]
  const only = (a: readonly string[], b: readonly string[]) => a.filter(word => !b.includes(word)).join(' ') || '–'
  const data = { header: only(inHeader, inPolicy), policy: only(inPolicy, inHeader) }
  return data.header === data.policy ? [] : [issue('import-compact-differs', data)]
}

/** The policies that a P3P file holds or leads to. */
export async function policyInFile(file: Fetched, fetch: Fetch, options: FindOptions): Promise<Finding> {
  const search = new Search(fetch, options)
  const doc = search.decode(file)
  const root = new URL('/', file.url).href
  const found = doc && (await search.policiesOf(doc, file, root))
  return { page: file, found: found ?? null, issues: search.issues }
}

/**
 * The policy of a page: at the well-known place, else where a header or a link of the page leads; or in the file
 * itself, where the address is a P3P file's.
 */
export async function findPolicy(url: string, fetch: Fetch, options: FindOptions): Promise<Finding> {
  const result = await fetch(url)
  if (!result.ok) return { page: null, found: null, issues: [{ source: url, issue: result.issue }] }
  const page = result.value
  if (isThere(page) && looksLikeP3p(page.body)) return policyInFile(page, fetch, options)
  const search = new Search(fetch, options)
  const { issues } = search
  for await (const [place, expected] of places(page)) {
    const found = await search.referenceAt(place, page.url, expected)
    if (found === undefined) continue
    search.tell(page.url, ...compareCompact(page, found))
    return { page, found, issues }
  }
  if (!isThere(page)) search.tell(page.url, issue('fetch-status', { url: page.url, status: page.status }))
  return { page, found: null, issues }
}
