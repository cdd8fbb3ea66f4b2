import { compactOfP3p, decodeCompact, encodeCompact } from '../codec/compact/index.ts'
import { policyForUrl } from '../codec/p3p-reference/index.ts'
import { decodeP3p, expiresAt, type P3pDocument } from '../codec/p3p-xml/index.ts'
import { type Issue, issue, type P3pPolicies, type P3pReferenceFile } from '../model/index.ts'
import type { Fetched, FetchResult } from './fetch-safely.ts'
import { policyLink } from './policy-links.ts'

/** A way to fetch, its bounds set. */
export type Fetch = (url: string) => Promise<FetchResult>

export interface FindOptions {
  /** Milliseconds since 1970. */
  readonly now: number
  /** Whether a file with an error, or an expired one, counts as absent. */
  readonly strict: boolean
}

/** Policies, and how they were come by. */
export interface FoundPolicies {
  readonly policies: P3pPolicies
  /** The one that the reference file names for the page; null: none is named. */
  readonly name: string | null
  /** Where the file is that the policies stand in. */
  readonly url: string
  readonly reference: P3pReferenceFile | null
}

/** A problem, with the address of what has it. */
export interface SourcedIssue {
  readonly source: string
  readonly issue: Issue
}

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

const isThere = ({ status }: Fetched): boolean => status >= 200 && status < 300

/** Whether a body may be a P3P file: other XML, and HTML, begins otherwise. */
function looksLikeP3p({ body }: Fetched): boolean {
  const start = new TextDecoder().decode(body.subarray(0, 4096))
  return /<(?:[\w.-]+:)?(?:META|POLICIES|POLICY|DATASCHEMA)[\s/>]/.test(start)
}

/** The name after `#`, escapes undone; null where there is none. */
function fragmentOf({ hash }: URL): string | null {
  const written = hash.slice(1)
  try {
    return decodeURIComponent(written) || null
  } catch {
    return written
  }
}

/** One search: what it met with, and what is wrong with it. */
class Search {
  readonly issues: SourcedIssue[] = []
  private readonly fetch: Fetch
  private readonly options: FindOptions

  constructor(fetch: Fetch, options: FindOptions) {
    this.fetch = fetch
    this.options = options
  }

  tell(source: string, ...found: readonly Issue[]) {
    this.issues.push(...found.map(one => ({ source, issue: one })))
  }

  /** An answer, if there is one. `expected`: somebody said that it is there. */
  async get(url: string, expected: boolean): Promise<Fetched | undefined> {
    const result = await this.fetch(url)
    if (!result.ok) {
      this.tell(url, result.issue)
      return undefined
    }
    if (isThere(result.value)) return result.value
    if (expected) this.tell(url, issue('fetch-status', { url, status: result.value.status }))
    return undefined
  }

  decode(file: Fetched, expected?: 'META' | 'POLICIES'): P3pDocument | undefined {
    const { strict } = this.options
    const read = decodeP3p(file.body, expected === undefined ? { strict } : { strict, expected })
    this.tell(file.url, ...read.issues)
    return read.ok ? read.value : undefined
  }

  /** P3P 1.0, 2.3.2.3: an expired reference file counts as absent; who imports wants to hear of it all the same. */
  private isUsable({ expiry }: P3pReferenceFile, { url, receivedAt }: Fetched): boolean {
    const until = expiresAt(expiry, { fetchedAt: receivedAt })
    if (until !== undefined && until > this.options.now) return true
    if (until !== undefined)
      this.tell(url, issue('import-expired', { date: new Date(until).toISOString().slice(0, 10) }))
    return !this.options.strict
  }

  /** The policies that a file leads to for the page, or holds. */
  async policiesOf(doc: P3pDocument, file: Fetched, page: string): Promise<FoundPolicies | undefined> {
    if (doc.kind === 'policies') return { policies: doc.policies, name: null, url: file.url, reference: null }
    if (doc.kind !== 'reference' || !this.isUsable(doc.file, file)) return undefined
    const ref = policyForUrl(doc.file, { url: page })
    if (ref === undefined) {
      this.tell(file.url, issue('import-not-covered', { url: page }))
      return undefined
    }
    return this.policyAt(ref.about, doc.file, file.url)
  }

  /** P3P 1.0, 2.3.2.4: `about` is relative to the reference file, and may lead into it. */
  private async policyAt(about: string, reference: P3pReferenceFile, base: string): Promise<FoundPolicies | undefined> {
    const missing = () => this.tell(base, issue('import-policy-missing', { about }))
    if (about === '' || !URL.canParse(about, base)) {
      missing()
      return undefined
    }
    const target = new URL(about, base)
    const name = fragmentOf(target)
    target.hash = ''
    const inside = target.href === base ? reference.policies : null
    const policies = inside ?? (await this.policyFile(target.href))
    if (policies === undefined || policies.policies.length === 0) {
      missing()
      return undefined
    }
    if (name !== null && !policies.policies.some(policy => policy.name === name)) missing()
    return { policies, name, url: target.href, reference }
  }

  private async policyFile(url: string): Promise<P3pPolicies | undefined> {
    const file = await this.get(url, true)
    const doc = file && this.decode(file, 'POLICIES')
    if (doc?.kind === 'policies') return doc.policies
    return doc?.kind === 'reference' ? (doc.file.policies ?? undefined) : undefined
  }

  /** A reference file that is where one may be. */
  async referenceAt(url: string, page: string, expected: boolean): Promise<FoundPolicies | undefined> {
    const file = await this.get(url, expected)
    if (file === undefined || (!expected && !looksLikeP3p(file))) return undefined
    const doc = this.decode(file, 'META')
    return doc && this.policiesOf(doc, file, page)
  }
}

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
  if (isThere(page) && looksLikeP3p(page)) return policyInFile(page, fetch, options)
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
