import type { Address } from './address.ts'
import { type Kinship, kinshipOf, type Place } from './place.ts'
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

function alike(a: Address, b: Address, by: keyof Kinship): boolean {
  if (by === 'schemeful') return a.site === b.site
  return by === 'schemeless' ? a.domain === b.domain : a.listedDomain === b.listedDomain
}

/** Whether the request is of one site all through: RFC 6265bis section 5.2. */
function isSameSite(
  request: Request,
  kinship: Kinship,
  { sameSiteBy, redirects, redirectedLinks }: CookieRules,
): boolean {
  const { url, top, navigation } = request.place
  // WebKitGTK: libsoup falls back to comparing the hosts of the request and the top page.
  if (sameSiteBy === 'topOnly' && !navigation && url.host === top.host) return true
  if (!kinship[sameSiteBy]) return false
  if (request.initiator !== null && !alike(request.initiator, url, sameSiteBy)) return false
  const throughOthers = navigation ? redirectedLinks : redirects === 'same-site'
  return !throughOthers || request.redirects.every(hop => alike(hop, url, sameSiteBy))
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
function jarClosed(cookie: KeptCookie, place: Place, rules: CookieRules): SendingRule | null {
  const kinship = kinshipOf(place)
  if (cookie.partition !== null) {
    const open = partitionOf(place, kinship[rules.sameSiteBy])
    return cookie.partition.site === open.site && cookie.partition.foreign === open.foreign ? null : 'other-partition'
  }
  if (kinship[rules.firstPartyBy]) return null
  if (rules.thirdParty === 'partitioned' || rules.thirdParty === 'ephemeral') return 'other-jar'
  return rules.thirdParty === 'blocked' ? 'third-party-withheld' : null
}

/** Browsers that let a redirect through another site spoil all cookies of what a page loads. */
const isLatched = ({ place, redirects }: Request, { redirects: cost, firstPartyBy }: CookieRules): boolean =>
  cost === 'everything' && !place.navigation && redirects.some(hop => !alike(hop, place.top, firstPartyBy))

/** RFC 6265bis section 5.8.3: whether the cookie goes along, and by which rule. */
export function decideSending(cookie: KeptCookie, request: Request, rules: CookieRules): SendingRule {
  const { url } = request.place
  if (cookie.expiresAt !== null && cookie.expiresAt <= request.now) return 'expired'
  if (!inScope(cookie, url.host)) return 'host-differs'
  if (!onPath(cookie.path, url.path)) return 'path-differs'
  if (cookie.secure && !url.encrypted && !(url.loopback && rules.trustsLoopback)) return 'secure-over-http'
  const closed = jarClosed(cookie, request.place, rules)
  if (closed !== null) return closed
  if (isLatched(request, rules)) return 'redirected-across-sites'
  if (isSameSite(request, kinshipOf(request.place), rules)) return 'sent'
  return crossSite(cookie, request, rules) ?? 'sent'
}
