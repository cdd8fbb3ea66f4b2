import type { Address } from './address.ts'
import { kinshipOf, type Place } from './place.ts'
import type { CookieRules } from './profile.ts'
import type { SendingRule } from './rules.ts'
import { inScope, onPath } from './scope.ts'
import { type KeptCookie, partitionOf } from './settle.ts'

/** A request the cookie may go along with. */
export interface Request {
  readonly place: Place
  readonly method: string
  /** The page that asks; null for an address that was typed. */
  readonly initiator: Address | null
  readonly redirects: readonly Address[]
  readonly now: number
}

/** Safe methods: RFC 9110 section 9.2.1. */
const isSafe = (method: string): boolean =>
  method === 'GET' || method === 'HEAD' || method === 'OPTIONS' || method === 'TRACE'

const alike = (a: Address, b: Address, { kinship }: CookieRules): boolean =>
  kinship === 'schemeful'
    ? a.site === b.site
    : kinship === 'schemeless'
      ? a.domain === b.domain
      : a.listedDomain === b.listedDomain

/** Whether the request is of one site all through: RFC 6265bis section 5.2. */
function isSameSite(request: Request, firstParty: boolean, profile: CookieRules): boolean {
  const { url, top, navigation } = request.place
  // WebKitGTK: libsoup falls back to comparing the hosts of the request and the top page.
  if (profile.kinship === 'topOnly' && !navigation && url.host === top.host) return true
  if (!firstParty) return false
  if (request.initiator !== null && !alike(request.initiator, url, profile)) return false
  return profile.redirects !== 'same-site' || request.redirects.every(hop => alike(hop, url, profile))
}

/** RFC 6265bis section 5.6.7.1 and 5.6.7.2, for a cross-site request. */
function crossSite(cookie: KeptCookie, request: Request, profile: CookieRules): SendingRule | null {
  if (cookie.sameSite === 'none' || (cookie.sameSite === 'unset' && !profile.laxByDefault)) return null
  if (cookie.sameSite === 'strict') return 'samesite-strict'
  if (!request.place.navigation) return 'samesite-lax'
  if (isSafe(request.method)) return null
  if (cookie.sameSite !== 'unset' || profile.laxPostSeconds === 0) return 'lax-unsafe-method'
  return request.now - cookie.createdAt > profile.laxPostSeconds * 1000 ? 'lax-post-late' : null
}

/** Whether the jar the cookie lies in is open to the request. */
function jarClosed(cookie: KeptCookie, request: Request, profile: CookieRules): SendingRule | null {
  const firstParty = kinshipOf(request.place)[profile.kinship]
  if (cookie.partition !== null) {
    const open = partitionOf(request.place, firstParty)
    return cookie.partition.site === open.site && cookie.partition.foreign === open.foreign ? null : 'other-partition'
  }
  if (!firstParty) {
    if (profile.thirdParty === 'partitioned' || profile.thirdParty === 'ephemeral') return 'other-jar'
    if (profile.thirdParty === 'blocked') return 'third-party-withheld'
  }
  return null
}

/** RFC 6265bis section 5.8.3: whether the cookie goes along, and by which rule. */
export function decideSending(cookie: KeptCookie, request: Request, profile: CookieRules): SendingRule {
  const { url, navigation } = request.place
  if (cookie.expiresAt !== null && cookie.expiresAt <= request.now) return 'expired'
  if (!inScope(cookie, url.host)) return 'host-differs'
  if (!onPath(cookie.path, url.path)) return 'path-differs'
  if (cookie.secure && !url.encrypted && !(url.loopback && profile.trustsLoopback)) return 'secure-over-http'
  const closed = jarClosed(cookie, request, profile)
  if (closed !== null) return closed
  const { top } = request.place
  if (profile.redirects === 'everything' && !navigation && request.redirects.some(hop => !alike(hop, top, profile)))
    return 'redirected-across-sites'
  const firstParty = kinshipOf(request.place)[profile.kinship]
  if (isSameSite(request, firstParty, profile)) return 'sent'
  return crossSite(cookie, request, profile) ?? 'sent'
}
