import type { ParsedCookie } from '../../codec/set-cookie/index.ts'
import type { Address } from './address.ts'
import { prefixOf } from './prefix.ts'
import type { CookieRules, NamePrefix } from './profile.ts'
import type { SettingRule } from './rules.ts'
import type { Scope } from './scope.ts'

/** A cookie before the rules of a browser that decide whether it is kept. */
export interface Candidate {
  readonly cookie: ParsedCookie
  readonly profile: CookieRules
  readonly url: Address
  readonly via: 'header' | 'script'
  /** Whether it is set in a place of its own site, for SameSite and for the jar. */
  readonly sameSite: boolean
  readonly firstParty: boolean
  readonly scope: Scope
  readonly path: string
  /** Whether the connection, or the loopback host, counts as secure. */
  readonly secure: boolean
  /** Whether it has expired as it comes. */
  readonly expired: boolean
}

/** A rule names itself where it refuses the cookie. */
type Rule = (candidate: Candidate) => SettingRule | null

const size: Rule = ({ cookie, profile }) =>
  profile.pairLimit !== null && cookie.name.length + cookie.value.length > profile.pairLimit ? 'too-large' : null

const pathTab: Rule = ({ profile, path }) =>
  profile.dialect === 'gecko' && path.includes('\t') ? 'path-with-tab' : null

const secureFromHttp: Rule = ({ cookie, secure }) => (cookie.secure && !secure ? 'secure-from-http' : null)

const httpOnlyFromScript: Rule = ({ cookie, via }) =>
  cookie.httpOnly && via === 'script' ? 'httponly-from-script' : null

/** Whether SameSite, given or taken for given, binds the cookie to its own site. */
export const isBound = ({ cookie, profile }: Candidate): boolean =>
  cookie.sameSite === 'unset' ? profile.laxByDefault : cookie.sameSite !== 'none'

const sameSite: Rule = candidate =>
  candidate.profile.sameSiteOnSetting === true && !candidate.sameSite && isBound(candidate)
    ? 'samesite-cross-site'
    : null

const noneWithoutSecure: Rule = ({ cookie, profile }) =>
  profile.noneWantsSecure && cookie.sameSite === 'none' && !cookie.secure ? 'none-without-secure' : null

const PREFIX_RULES = {
  '__secure-': 'prefix-secure',
  '__host-': 'prefix-host',
  '__http-': 'prefix-http',
  '__host-http-': 'prefix-host-http',
} as const satisfies Record<NamePrefix, SettingRule>

/** `__Host-` wants no `Domain` and `Path=/`: as they are written, or as they come out in the end. Null: not known which. */
export function isHostBound({ cookie, profile, scope, path, url }: Candidate): boolean | null {
  if (!scope.hostOnly || path !== '/') return false
  if (cookie.path === '/' && (cookie.domain === '' || cookie.domain === url.host)) return true
  return profile.hostPrefixAsWritten === null ? null : !profile.hostPrefixAsWritten
}

const prefix: Rule = candidate => {
  const { cookie, profile, secure } = candidate
  if (cookie.name === '') return prefixOf(cookie.value, profile.prefixes) === null ? null : 'prefix-nameless'
  const found = prefixOf(cookie.name, profile.prefixes)
  if (found === null) return null
  if (!cookie.secure || !secure || (found.endsWith('http-') && !cookie.httpOnly)) return PREFIX_RULES[found]
  return found.startsWith('__host-') && isHostBound(candidate) === false ? PREFIX_RULES[found] : null
}

const partitioned: Rule = ({ cookie, profile }) =>
  cookie.partitioned && profile.partitioned && profile.partitionedWantsSecure === true && !cookie.secure
    ? 'partitioned-without-secure'
    : null

const thirdParty: Rule = ({ cookie, profile, firstParty }) => {
  if (firstParty || (cookie.partitioned && profile.partitioned)) return null
  return profile.thirdParty === 'blocked' || profile.thirdParty === 'unsettable' ? 'third-party-blocked' : null
}

const expired: Rule = candidate => (candidate.expired ? 'expired-at-once' : null)

/** Why the cookie is not kept: in the order of RFC 6265bis section 5.7, the browsers' own rules among it. */
export const refusalOf: Rule = candidate =>
  candidate.cookie.flaw ??
  size(candidate) ??
  pathTab(candidate) ??
  candidate.scope.refusal ??
  secureFromHttp(candidate) ??
  httpOnlyFromScript(candidate) ??
  sameSite(candidate) ??
  noneWithoutSecure(candidate) ??
  prefix(candidate) ??
  partitioned(candidate) ??
  thirdParty(candidate) ??
  expired(candidate)

/** The one refusal that does not hang on how the line is read. */
export const refusalOfAnyLine: Rule = thirdParty
