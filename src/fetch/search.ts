import { policyForUrl } from '../codec/p3p-reference/index.ts'
import { decodeP3p, expiresAt, type P3pDocument } from '../codec/p3p-xml/index.ts'
import { type Issue, issue, type P3pPolicies, type P3pReferenceFile } from '../model/index.ts'
import type { Fetched, FetchResult } from './fetch-safely.ts'
import { looksLikeP3p } from './looks-like-p3p.ts'

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

export const isThere = ({ status }: Fetched): boolean => status >= 200 && status < 300

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
export class Search {
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
    if (file === undefined || (!expected && !looksLikeP3p(file.body))) return undefined
    const doc = this.decode(file, 'META')
    return doc && this.policiesOf(doc, file, page)
  }
}
