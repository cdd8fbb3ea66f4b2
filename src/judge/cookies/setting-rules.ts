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
  readonly firstParty: boolean
  readonly scope: Scope
  readonly path: string
  /** Whether the connection, or the loopback host, counts as secure. */
  readonly secure: boolean
  /** Whether it has expired as it comes. */
  readonly expired: boolean
}

/** A rule says why the cookie is not kept, or why that cannot be known; or nothing. */
type Rule = (candidate: Candidate) => SettingRule | null

const PLAIN_NAME = "!#$%&'*+-.^_`|~"

/** RFC 6265bis section 4.1.1: what servers should send. */
function isPlain({ name, value, repeated, ageUnread }: ParsedCookie): boolean {
  if (name === '' || repeated || ageUnread) return false
  for (let at = 0; at < name.length; at++) {
    const code = name.charCodeAt(at)
    const alphanumeric = (code >= 0x30 && code <= 0x39) || ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a)
    if (!alphanumeric && !PLAIN_NAME.includes(name.charAt(at))) return false
  }
  for (let at = 0; at < value.length; at++) {
    const code = value.charCodeAt(at)
    if (code <= 0x20 || code >= 0x7f || code === 0x22 || code === 0x2c || code === 0x5c) return false
  }
  return true
}

const syntax: Rule = ({ cookie, profile }) => {
  if (profile.plainOnly && (cookie.flaw !== null || !isPlain(cookie))) return 'syntax-not-known'
  return cookie.flaw
}

const size: Rule = ({ cookie, profile }) => {
  const bytes = cookie.name.length + cookie.value.length
  if (profile.pairLimit === null) return bytes > 4096 ? 'size-not-known' : null
  return bytes > profile.pairLimit ? 'too-large' : null
}

const pathTab: Rule = ({ profile, path }) =>
  profile.dialect === 'gecko' && path.includes('\t') ? 'path-with-tab' : null

const domain: Rule = ({ scope }) => scope.refusal

const secureFromHttp: Rule = ({ cookie, secure }) => (cookie.secure && !secure ? 'secure-from-http' : null)

const httpOnlyFromScript: Rule = ({ cookie, via }) =>
  cookie.httpOnly && via === 'script' ? 'httponly-from-script' : null

const sameSite: Rule = ({ cookie, profile, firstParty }) => {
  if (firstParty || cookie.sameSite === 'none') return null
  if (cookie.sameSite === 'unset' && !profile.laxByDefault) return null
  if (profile.sameSiteOnSetting === null) return 'samesite-not-known'
  return profile.sameSiteOnSetting ? 'samesite-cross-site' : null
}

const noneWithoutSecure: Rule = ({ cookie, profile }) =>
  profile.noneWantsSecure && cookie.sameSite === 'none' && !cookie.secure ? 'none-without-secure' : null

const PREFIX_RULES = {
  '__secure-': 'prefix-secure',
  '__host-': 'prefix-host',
  '__http-': 'prefix-http',
  '__host-http-': 'prefix-host-http',
} as const

/** `__Host-` wants no `Domain` and `Path=/`: as they are written, or as they come out in the end. */
function boundToHost({ cookie, profile, scope, path, url }: Candidate): boolean | null {
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
  if (!found.startsWith('__host-')) return null
  const bound = boundToHost(candidate)
  if (bound === null) return 'prefix-not-known'
  return bound ? null : PREFIX_RULES[found]
}

const partitioned: Rule = ({ cookie, profile }) => {
  if (!cookie.partitioned || !profile.partitioned || cookie.secure) return null
  return profile.partitionedWantsSecure === null ? 'partition-not-known' : 'partitioned-without-secure'
}

const thirdParty: Rule = ({ cookie, profile, firstParty }) => {
  if (firstParty || (cookie.partitioned && profile.partitioned)) return null
  return profile.thirdParty === 'blocked' || profile.thirdParty === 'unsettable' ? 'third-party-blocked' : null
}

const expired: Rule = candidate => (candidate.expired ? 'expired-at-once' : null)

/** In the order of RFC 6265bis section 5.7; the browsers' own at the end. */
export const SETTING_ORDER: readonly Rule[] = [
  syntax,
  size,
  pathTab,
  domain,
  secureFromHttp,
  httpOnlyFromScript,
  sameSite,
  noneWithoutSecure,
  prefix,
  partitioned,
  thirdParty,
  expired,
]
