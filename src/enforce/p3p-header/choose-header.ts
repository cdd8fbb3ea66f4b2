import { type CookieKey, compactHeaderOf } from '../../compile/index.ts'
import type { Policy } from '../../model/index.ts'

/** Which `P3P` header a response is to carry, from the cookies it sets; null: none. */
export type HeaderChooser = (setCookies: readonly string[], host: string) => string | null

/** Headers worked out are kept for so many different sets of cookies; then all are forgotten and worked out anew. */
const KEPT = 256

/** RFC 6265bis, 5.6: name, and the Domain and Path that decide which declared cookie this one is. */
function cookieKey(line: string, host: string): CookieKey {
  const [pair = '', ...attributes] = line.split(';')
  const key = { name: pair.slice(0, Math.max(0, pair.indexOf('='))).trim(), host, path: '/' }
  for (const attribute of attributes) {
    const equals = attribute.indexOf('=')
    const value = equals < 0 ? '' : attribute.slice(equals + 1).trim()
    const name = attribute
      .slice(0, equals < 0 ? undefined : equals)
      .trim()
      .toLowerCase()
    if (name === 'domain' && value !== '') key.host = value
    if (name === 'path' && value.startsWith('/')) key.path = value
  }
  return key
}

const withoutPort = (host: string): string => host.replace(/:\d+$/, '').toLowerCase()

const identity = ({ name, host, path }: CookieKey): string => `${name}\0${host}\0${path}`

/**
 * Chooses by the policy: always the same header, none, or, with the cookies a response sets, that of their practices.
 * The work of choosing is done once for each set of cookies.
 */
export function createHeaderChooser(policy: Policy): HeaderChooser {
  const whole = compactHeaderOf(policy)
  if (policy.p3p.header === 'never') return () => null
  if (policy.p3p.header === 'always') return () => whole
  if (policy.p3p.scope === 'site') return setCookies => (setCookies.length === 0 ? null : whole)
  const kept = new Map<string, string>()
  return (setCookies, host) => {
    if (setCookies.length === 0) return null
    const keys = setCookies.map(line => cookieKey(line, withoutPort(host)))
    const id = keys.map(identity).join('\n')
    let header = kept.get(id)
    if (header === undefined) {
      header = compactHeaderOf(policy, keys)
      if (kept.size >= KEPT) kept.clear()
      kept.set(id, header)
    }
    return header
  }
}
