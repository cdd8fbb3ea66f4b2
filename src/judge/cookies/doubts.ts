import type { ParsedCookie } from '../../codec/set-cookie/index.ts'
import { prefixOf } from './prefix.ts'
import type { SettingRule } from './rules.ts'
import { type Candidate, isBound, isHostBound } from './setting-rules.ts'

/** RFC 6265bis section 4.1.1: what servers should send, which surely every browser reads alike. */
const PLAIN_NAME = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/
const PLAIN_VALUE = /^[!#-+\--:<-[\]-~]*$/

/** What browsers with a limit take of name and value together. */
const USUAL_LIMIT = 4096

export const isPlain = ({ name, value, common }: ParsedCookie): boolean =>
  common && PLAIN_NAME.test(name) && PLAIN_VALUE.test(value)

/** What leaves open whether a browser keeps the cookie that no known rule of its refuses. */
export function doubtOf(candidate: Candidate): SettingRule | null {
  const { cookie, profile, sameSite } = candidate
  if (profile.pairLimit === null && cookie.name.length + cookie.value.length > USUAL_LIMIT) return 'size-not-known'
  if (profile.sameSiteOnSetting === null && !sameSite && isBound(candidate)) return 'samesite-not-known'
  if (profile.hostPrefixAsWritten === null && isHostBound(candidate) === null) {
    const prefix = prefixOf(cookie.name, profile.prefixes)
    if (prefix?.startsWith('__host-') === true) return 'prefix-not-known'
  }
  const unsure = profile.partitioned && profile.partitionedWantsSecure === null
  return unsure && cookie.partitioned && !cookie.secure ? 'partition-not-known' : null
}
