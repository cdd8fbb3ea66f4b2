import type { JarLimits, Limit } from './profile.ts'
import type { KeptCookie } from './settle.ts'

/** A cookie in a jar, and when it was last set or sent. */
export interface Kept {
  readonly cookie: KeptCookie
  readonly accessed: number
}

/** Chromium protects so many of each priority in a round (`kDomainCookiesQuotaLow` and its like). */
const QUOTA = { low: 30, medium: 50, high: 70 } as const
const RANK = { low: 0, medium: 1, high: 2 } as const

/** Chromium's rounds (`CookieMonster::GarbageCollect`): which priority, and whether Secure cookies are spared. */
const ROUNDS = [
  { priority: 'low', spareSecure: true },
  { priority: 'low', spareSecure: false },
  { priority: 'medium', spareSecure: true },
  { priority: 'high', spareSecure: true },
  { priority: 'medium', spareSecure: false },
  { priority: 'high', spareSecure: false },
] as const

const byAccess = (kept: readonly Kept[]): Kept[] => [...kept].sort((a, b) => a.accessed - b.accessed)

/** Chromium: by rounds, each time those that were used longest ago. */
function byPriority(kept: readonly Kept[], goal: number): readonly Kept[] {
  const gone = new Set<Kept>()
  const oldestFirst = byAccess(kept)
  for (const { priority, spareSecure } of ROUNDS) {
    const left = oldestFirst.filter(one => !gone.has(one))
    const concerned = left.filter(({ cookie }) => RANK[cookie.priority] <= RANK[priority])
    const secure = spareSecure ? concerned.filter(({ cookie }) => cookie.secure).length : 0
    const deletable = concerned.length - Math.max(secure, QUOTA[priority])
    const candidates = concerned.filter(({ cookie }) => !spareSecure || !cookie.secure)
    for (const one of candidates.slice(0, Math.max(0, Math.min(deletable, goal - gone.size)))) gone.add(one)
  }
  return [...gone]
}

/**
 * Firefox (`CookieStorage::AddCookie`): of those that are not Secure, the ones used longest ago; where there are none, a
 * Secure cookie takes the place of other Secure ones, and one that is not is not taken.
 */
function bySecurity(kept: readonly Kept[], fresh: KeptCookie, goal: number): readonly Kept[] {
  const others = byAccess(kept.filter(({ cookie }) => cookie !== fresh))
  const insecure = others.filter(({ cookie }) => !cookie.secure)
  if (insecure.length > 0) return insecure.slice(0, goal)
  return fresh.secure ? others.slice(0, goal) : kept.filter(({ cookie }) => cookie === fresh)
}

const bytesOf = ({ cookie }: Kept): number => cookie.name.length + cookie.value.length

/** CHIPS: so many bytes in a partition of a site; those that were used longest ago go. */
function byBytes(kept: readonly Kept[], { most, left }: Limit): readonly Kept[] {
  const counted = byAccess(kept.filter(({ cookie }) => cookie.partitioned))
  let bytes = counted.reduce((sum, one) => sum + bytesOf(one), 0)
  const gone: Kept[] = []
  if (bytes <= most) return gone
  for (const one of counted) {
    if (bytes <= left) break
    bytes -= bytesOf(one)
    gone.push(one)
  }
  return gone
}

/** The cookies of one site in one jar that have to go when `fresh` makes them too many: RFC 6265bis section 5.7. */
export function crowdedOut(kept: readonly Kept[], fresh: KeptCookie, limits: JarLimits): readonly Kept[] {
  const apart = kept.some(({ cookie }) => cookie.partition !== null)
  const tooHeavy = apart ? byBytes(kept, limits.partitionBytes) : []
  if (tooHeavy.length > 0) return tooHeavy
  const { most, left } = apart ? limits.partition : limits.cookies
  if (kept.length <= most) return []
  const goal = kept.length - left
  // Priorities count in the common jar alone.
  if (apart && limits.order === 'priority') return byAccess(kept).slice(0, goal)
  return limits.order === 'priority' ? byPriority(kept, goal) : bySecurity(kept, fresh, goal)
}
