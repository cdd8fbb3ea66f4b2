import type { ParsedCookie } from '../../codec/set-cookie/index.ts'
import type { Address } from './address.ts'
import { prefixOf } from './prefix.ts'
import type { CookieRules } from './profile.ts'
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

/** Whether SameSite, given or taken for given, binds the cookie to its own site. */
export const isBound = ({ cookie, profile }: Candidate): boolean =>
  cookie.sameSite === 'unset' ? profile.laxByDefault : cookie.sameSite !== 'none'

/** `__Host-` wants no `Domain` and `Path=/`: as they are written, or as they come out in the end. Null: not known which. */
export function isHostBound({ cookie, profile, scope, path, url }: Candidate): boolean | null {
  if (!scope.hostOnly || path !== '/') return false
  if (cookie.path === '/' && (cookie.domain === '' || cookie.domain === url.host)) return true
  return profile.hostPrefixAsWritten === null ? null : !profile.hostPrefixAsWritten
}

/** What the line itself says against it. */
const badLine: Rule = ({ cookie, profile, path }) => {
  if (cookie.flaw !== null) return cookie.flaw
  if (profile.pairLimit !== null && cookie.name.length + cookie.value.length > profile.pairLimit) return 'too-large'
  return profile.dialect === 'gecko' && path.includes('\t') ? 'path-with-tab' : null
}

/** What its attributes say against it where it is set. */
const badPlace: Rule = candidate => {
  const { cookie, profile, via, scope, secure } = candidate
  if (scope.refusal !== null) return scope.refusal
  if (cookie.secure && !secure) return 'secure-from-http'
  if (cookie.httpOnly && via === 'script') return 'httponly-from-script'
  if (profile.sameSiteOnSetting === true && !candidate.sameSite && isBound(candidate)) return 'samesite-cross-site'
  return profile.noneWantsSecure && cookie.sameSite === 'none' && !cookie.secure ? 'none-without-secure' : null
}

/** What a reserved prefix of its name says against it. */
const badPrefix: Rule = candidate => {
  const { cookie, profile, secure } = candidate
  if (cookie.name === '') return prefixOf(cookie.value, profile.prefixes) === null ? null : 'prefix-nameless'
  const prefix = prefixOf(cookie.name, profile.prefixes)
  if (prefix === null) return null
  if (!cookie.secure || !secure || (prefix.httpOnly && !cookie.httpOnly)) return prefix.rule
  return prefix.hostBound && isHostBound(candidate) === false ? prefix.rule : null
}

/** The one refusal that does not hang on how the line is read. */
export const thirdParty: Rule = ({ cookie, profile, firstParty }) => {
  if (firstParty || (cookie.partitioned && profile.partitioned)) return null
  return profile.thirdParty === 'blocked' || profile.thirdParty === 'unsettable' ? 'third-party-blocked' : null
}

/** What the browser's jars say against it. */
const badJar: Rule = candidate => {
  const { cookie, profile } = candidate
  const bare = cookie.partitioned && profile.partitioned && !cookie.secure
  return bare && profile.partitionedWantsSecure === true ? 'partitioned-without-secure' : thirdParty(candidate)
}

/** Why the cookie is not kept: in the order of RFC 6265bis section 5.7, the browsers' own rules among it. */
export const refusalOf: Rule = candidate =>
  badLine(candidate) ??
  badPlace(candidate) ??
  badPrefix(candidate) ??
  badJar(candidate) ??
  (candidate.expired ? 'expired-at-once' : null)
