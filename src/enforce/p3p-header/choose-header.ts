import { type CookieKey, compactHeaderOf } from '../../compile/index.ts'
import type { Policy } from '../../model/index.ts'
import { createCookieReader } from '../door/cookie-line.ts'
import type { Place } from '../door/door.ts'
import { createShapes, type LineParts, type Worked } from '../door/shapes.ts'

/** Which `P3P` header a response is to carry, from the cookies it sets; null: none. */
export type HeaderChooser = (setCookies: readonly string[], place: Place) => string | null

/** Headers worked out are kept for so many different sets of cookies; then all are forgotten and worked out anew. */
const KEPT = 256

/** Which declared cookie a line is, and the same as a text. */
interface KnownLine {
  readonly key: CookieKey
  readonly id: string
}

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
  const readLine = createCookieReader(policy.site.url)

  /** A line that browsers do not read, or not alike, is a cookie that nobody declared. */
  function knowLine(line: string, { name }: LineParts, place: Place): Worked<KnownLine> {
    const read = readLine(line, place, 0)
    const key = read ?? { name, host: '', path: '' }
    const id = `${key.name}\0${key.host}\0${key.path}`
    return { known: { key, id }, pathless: read?.pathless ?? true, lasting: true }
  }

  const lineAt = createShapes(knowLine)
  return (setCookies, place) => {
    if (setCookies.length === 0) return null
    const lines = setCookies.map(line => lineAt(line, place))
    const id = lines.length === 1 ? (lines[0]?.id ?? '') : lines.map(line => line.id).join('\n')
    let header = kept.get(id)
    if (header === undefined) {
      const keys = lines.map(({ key }) => key)
      header = compactHeaderOf(policy, keys)
      if (kept.size >= KEPT) kept.clear()
      kept.set(id, header)
    }
    return header
  }
}
