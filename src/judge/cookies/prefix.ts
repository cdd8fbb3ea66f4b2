import type { NamePrefix } from './profile.ts'
import type { SettingRule } from './rules.ts'

/** A prefix that is reserved for cookies with certain attributes, besides Secure. */
interface ReservedPrefix {
  readonly id: NamePrefix
  /** What refuses a cookie that has the prefix and not the attributes. */
  readonly rule: SettingRule
  readonly hostBound: boolean
  readonly httpOnly: boolean
}

/** The longer before those they begin with. */
const PREFIXES: readonly ReservedPrefix[] = [
  { id: '__host-http-', rule: 'prefix-host-http', hostBound: true, httpOnly: true },
  { id: '__host-', rule: 'prefix-host', hostBound: true, httpOnly: false },
  { id: '__secure-', rule: 'prefix-secure', hostBound: false, httpOnly: false },
  { id: '__http-', rule: 'prefix-http', hostBound: false, httpOnly: true },
]

/** RFC 6265bis section 5.4, layered-cookies: the reserved prefix a name, or the value of a nameless cookie, begins with. */
export function prefixOf(name: string, known: readonly NamePrefix[]): ReservedPrefix | null {
  if (name.charCodeAt(0) !== 0x5f || name.charCodeAt(1) !== 0x5f) return null
  const start = name.slice(0, 12).toLowerCase()
  for (const prefix of PREFIXES) if (start.startsWith(prefix.id) && known.includes(prefix.id)) return prefix
  return null
}
