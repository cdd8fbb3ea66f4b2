import { type DeclaredCookie, durationSeconds } from '../../model/index.ts'

const MINUTE = 60
const DAY = 86_400

/** What a declared life may be over: a clock that is a little off, and months and years, which are not all equally long. */
function slack(lifetime: Exclude<DeclaredCookie['lifetime'], 'session'>): number {
  return lifetime.unit === 'month' || lifetime.unit === 'year' ? 2 * DAY : MINUTE
}

/** Whether a cookie that lives for so many seconds (null: until the browser is closed) lives longer than declared. */
export function outlives(seconds: number | null, { lifetime }: DeclaredCookie): boolean {
  if (seconds === null) return false
  return lifetime === 'session' || seconds > durationSeconds(lifetime) + slack(lifetime)
}

/** An attribute's name, and where its value begins. */
function attributeOf(part: string): { readonly name: string; readonly from: number } {
  const equals = part.indexOf('=')
  return {
    name: part
      .slice(0, equals < 0 ? undefined : equals)
      .trim()
      .toLowerCase(),
    from: equals + 1,
  }
}

/** The attributes of a `Set-Cookie` line with every age in them cut to the declared one, the rest byte for byte. */
export function shortened(attributes: string, { lifetime }: DeclaredCookie, now: number): string {
  const parts = attributes.split(';').flatMap(part => {
    const { name, from } = attributeOf(part)
    if (name !== 'max-age' && name !== 'expires') return [part]
    if (lifetime === 'session') return []
    const seconds = Math.floor(durationSeconds(lifetime))
    const age = name === 'max-age' ? String(seconds) : new Date(now + seconds * 1000).toUTCString()
    return from === 0 ? [part] : [part.slice(0, from) + age]
  })
  return parts.join(';')
}
