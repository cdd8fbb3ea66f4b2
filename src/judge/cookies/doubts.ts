import type { ParsedCookie } from '../../codec/set-cookie/index.ts'
import { prefixOf } from './prefix.ts'
import type { SettingRule } from './rules.ts'
import { type Candidate, isBound, isHostBound } from './setting-rules.ts'

/** RFC 6265bis section 4.1.1, what servers should send: such a line surely every browser reads alike. */
const IN_NAMES = /[!#$%&'*+\-.^_`|~0-9A-Za-z]/
const IN_VALUES = /[!#-+\--:<-[\]-~]/

/** By octet: a table costs less than looking for the class anew with every cookie. */
const octetsIn = (allowed: RegExp) => Array.from({ length: 256 }, (_, code) => allowed.test(String.fromCharCode(code)))
const NAME_OCTETS = octetsIn(IN_NAMES)
const VALUE_OCTETS = octetsIn(IN_VALUES)

function isOf(octets: readonly boolean[], text: string): boolean {
  for (let at = 0; at < text.length; at++) if (octets[text.charCodeAt(at)] !== true) return false
  return true
}

/** What browsers with a limit take of name and value together. */
const USUAL_LIMIT = 4096

export const isPlain = ({ name, value, common }: ParsedCookie): boolean =>
  common && name !== '' && isOf(NAME_OCTETS, name) && isOf(VALUE_OCTETS, value)

/** What leaves open whether a browser keeps the cookie that no known rule of its refuses. */
export function doubtOf(candidate: Candidate): SettingRule | null {
  const { cookie, profile, sameSite } = candidate
  if (profile.pairLimit === null && cookie.name.length + cookie.value.length > USUAL_LIMIT) return 'size-not-known'
  if (profile.sameSiteOnSetting === null && !sameSite && isBound(candidate)) return 'samesite-not-known'
  if (profile.hostPrefixAsWritten === null && isHostBound(candidate) === null) {
    if (prefixOf(cookie.name, profile.prefixes)?.hostBound === true) return 'prefix-not-known'
  }
  const unsure = profile.partitioned && profile.partitionedWantsSecure === null
  return unsure && cookie.partitioned && !cookie.secure ? 'partition-not-known' : null
}
