import type { Address } from './address.ts'
import type { CookieRules } from './profile.ts'
import type { SettingRule } from './rules.ts'

/** The hosts a cookie goes to. */
export interface Scope {
  readonly domain: string
  readonly hostOnly: boolean
  /** Why the `Domain` attribute is refused. */
  readonly refusal: Extract<SettingRule, 'public-suffix' | 'domain-mismatch'> | null
}

const DOT = 0x2e

/** Whether the host lies below the domain. */
const isBelow = (host: string, domain: string): boolean =>
  host.length > domain.length && host.charCodeAt(host.length - domain.length - 1) === DOT && host.endsWith(domain)

/** RFC 6265bis section 5.1.3. */
export const inScope = ({ domain, hostOnly }: Pick<Scope, 'domain' | 'hostOnly'>, host: string): boolean =>
  host === domain || (!hostOnly && isBelow(host, domain))

/** RFC 6265bis sections 5.6.3 and 5.7: what the `Domain` attribute makes of the host that sets the cookie. */
export function scopeOf(attribute: string, url: Address, { suffixOwnCookie }: CookieRules): Scope {
  const { host } = url
  const refusal = url.suffix && !suffixOwnCookie ? 'public-suffix' : null
  if (attribute === '') return { domain: host, hostOnly: true, refusal }
  const domain = (attribute.charCodeAt(0) === DOT ? attribute.slice(1) : attribute).toLowerCase()
  if (domain === host) {
    // A host without a registrable domain (an address, a suffix) may name itself, and gets a cookie for itself alone.
    if (url.registrable) return { domain, hostOnly: false, refusal: null }
    return { domain, hostOnly: true, refusal }
  }
  if (domain === '' || !isBelow(host, domain)) return { domain, hostOnly: false, refusal: 'domain-mismatch' }
  const tooWide = !url.registrable || domain.length < url.domain.length
  return { domain, hostOnly: false, refusal: tooWide ? 'public-suffix' : null }
}

/** RFC 6265bis section 5.1.4: the path of the URL up to its last slash. */
export function pathOf(attribute: string, url: Address): string {
  if (attribute.charCodeAt(0) === 0x2f) return attribute
  const slash = url.path.lastIndexOf('/')
  return slash <= 0 ? '/' : url.path.slice(0, slash)
}

/** RFC 6265bis section 5.1.4. */
export const onPath = (cookiePath: string, path: string): boolean =>
  path.startsWith(cookiePath) &&
  (path.length === cookiePath.length ||
    cookiePath.charCodeAt(cookiePath.length - 1) === 0x2f ||
    path.charCodeAt(cookiePath.length) === 0x2f)
