import type { NamePrefix } from './profile.ts'

const PREFIXES: readonly NamePrefix[] = ['__host-http-', '__host-', '__secure-', '__http-']

/** RFC 6265bis section 5.4, layered-cookies: the reserved prefix a name, or the value of a nameless cookie, begins with. */
export function prefixOf(name: string, known: readonly NamePrefix[]): NamePrefix | null {
  if (name.charCodeAt(0) !== 0x5f || name.charCodeAt(1) !== 0x5f) return null
  const start = name.slice(0, 12).toLowerCase()
  for (const prefix of PREFIXES) if (start.startsWith(prefix) && known.includes(prefix)) return prefix
  return null
}
