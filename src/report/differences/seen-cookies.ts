import { cookiesMatching } from '../../compile/index.ts'
import { type CookieObservation, type DeclaredCookie, groupAlike, type Practice } from '../../model/index.ts'
import type { Addresses } from './addresses.ts'
import type { Declarations } from './declarations.ts'
import { shapeOf } from './shape.ts'

/** One cookie, in all its sightings. */
export interface SeenCookie {
  /** As it was seen; with `*` where several differ only in something random. */
  readonly name: string
  readonly shape: string
  /** As the declaration would say it. */
  readonly host: string
  readonly sightings: readonly [CookieObservation, ...CookieObservation[]]
  readonly declared: DeclaredEntry | null
  /** Declared under this name for another party: where the declaration and the site part. */
  readonly misplaced: DeclaredEntry | null
}

export interface DeclaredEntry {
  readonly cookie: DeclaredCookie
  /** Its place in the declaration's list. */
  readonly at: number
  readonly practice: Practice | null
}

/** Whether it was on the device: a line that deletes a cookie, or one the browser refused, puts none there. */
export const wasSet = ({ fate, lifetime, earlier }: CookieObservation): boolean =>
  fate === 'kept' || (fate === 'gone' && !earlier && (lifetime === 'session' || lifetime > 0))

function entryOf(policy: Declarations, cookie: DeclaredCookie | undefined): DeclaredEntry | null {
  if (cookie === undefined) return null
  const practice = policy.practices.find(({ id }) => id === cookie.practice) ?? null
  return { cookie, at: policy.cookies.indexOf(cookie), practice }
}

/** Cookies as they are told apart: by name, host, and the declared one they are. */
export function seenCookies(
  observations: readonly CookieObservation[],
  policy: Declarations,
  addresses: Addresses,
): readonly SeenCookie[] {
  const matched = new Map<string, DeclaredEntry | null>()
  const match = ({ name, path, ...seen }: CookieObservation): DeclaredEntry | null => {
    const host = addresses.host(seen.host)
    const key = JSON.stringify([name, host, path])
    const known = matched.get(key)
    if (known !== undefined) return known
    const entry = entryOf(policy, cookiesMatching(policy, { name, host, path })[0])
    matched.set(key, entry)
    return entry
  }
  const groups = groupAlike(observations.filter(wasSet), seen =>
    JSON.stringify([shapeOf(seen.name), addresses.host(seen.host), match(seen)?.at ?? -1]),
  )
  const found = new Set(groups.map(([first]) => match(first)?.at))
  return groups.map(sightings => {
    const [first] = sightings
    const declared = match(first)
    const names = new Set(sightings.map(({ name }) => name))
    const other = policy.cookies.find(
      (cookie, at) => cookie.name === first.name && cookie.party !== first.party && !found.has(at),
    )
    return {
      name: names.size === 1 ? first.name : shapeOf(first.name),
      shape: shapeOf(first.name),
      host: addresses.host(first.host),
      sightings,
      declared,
      misplaced: declared === null ? entryOf(policy, other) : null,
    }
  })
}
