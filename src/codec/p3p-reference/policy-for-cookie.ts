import type { P3pCookiePattern, P3pPolicyRef, P3pReferenceFile } from '../../model/index.ts'
import { type EffectiveCookie, effectiveCookie, type SetCookie } from './effective-cookie.ts'
import { matchEscaped } from './match-escaped.ts'

export interface CookieSource {
  /** The request whose answer set the cookie. */
  readonly url: string
  /** The host whose reference file this is, where the cookie is sent to another than set it. */
  readonly declaredBy?: string
}

/** P3P 1.0, 2.3.2.7: an attribute that is not written matches anything; `domain="."` only what has no Domain. */
function fits(pattern: P3pCookiePattern, cookie: EffectiveCookie): boolean {
  const { name, value, domain, path } = pattern
  const one = (wanted: string | null, found: string) => wanted === null || matchEscaped(wanted, found)
  if (domain?.trim() === '.') {
    if (!cookie.hostOnly) return false
  } else if (!one(domain && domain.toLowerCase(), cookie.domain)) return false
  return one(name, cookie.name) && one(value, cookie.value) && one(path, cookie.path)
}

/** 2.3.2.7: however wide the pattern, a host speaks only of cookies that it could set. */
function couldSet(host: string, { domain, hostOnly }: EffectiveCookie): boolean {
  return hostOnly ? host === domain : `.${host}`.endsWith(domain)
}

/**
 * Which reference covers the cookie: some COOKIE-INCLUDE fits, and no COOKIE-EXCLUDE of the same reference.
 * INCLUDE and EXCLUDE say nothing of cookies. Whether the file has expired is for the caller to see.
 */
export function policyForCookie(
  file: P3pReferenceFile,
  cookie: SetCookie,
  { url, declaredBy }: CookieSource,
): P3pPolicyRef | undefined {
  if (!URL.canParse(url)) return undefined
  const setter = new URL(url)
  const effective = effectiveCookie(cookie, setter)
  if (!couldSet((declaredBy ?? setter.hostname).toLowerCase(), effective)) return undefined
  const matches = (pattern: P3pCookiePattern) => fits(pattern, effective)
  return file.refs.find(ref => ref.cookieIncludes.some(matches) && !ref.cookieExcludes.some(matches))
}
