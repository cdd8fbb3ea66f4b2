import type { P3pPolicyRef, P3pReferenceFile } from '../../model/index.ts'
import { matchEscaped } from './match-escaped.ts'

/** A request, of the host that the reference file belongs to. */
export interface PageRequest {
  readonly url: string
  /** Default: GET. */
  readonly method?: string
}

/** P3P 1.0, 2.3.2.5 and 2.3.2.8: INCLUDE, EXCLUDE and METHOD are weighed together. */
function covers({ includes, excludes, methods }: P3pPolicyRef, address: string, method: string): boolean {
  // 2.3.2.1.2: patterns are below the root of the host, and the query takes part in the comparison.
  const matches = (pattern: string) => matchEscaped(pattern, address)
  // 2.3.2.5: an EXCLUDE without an INCLUDE is legal and says nothing; 2.3.2.8: neither does METHOD alone.
  if (!includes.some(matches)) return false
  if (excludes.some(matches)) return false
  // 2.3.2.8: without METHOD all methods are meant; with it, those not listed have no policy from here.
  return methods.length === 0 || methods.includes(method)
}

/**
 * Which reference covers the request; none is no policy. Whether the file is of this host, and has not expired, is
 * for the caller to see.
 */
export function policyForUrl(file: P3pReferenceFile, { url, method = 'GET' }: PageRequest): P3pPolicyRef | undefined {
  if (!URL.canParse(url)) return undefined
  const { pathname, search } = new URL(url)
  // 2.3.2.1.1: in the file's order; the first that applies is the one.
  return file.refs.find(ref => covers(ref, pathname + search, method))
}
