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

/** What a cookie is known by: worked out once for all sightings of it. */
interface Recognised {
  readonly shape: string
  readonly host: string
  readonly declared: DeclaredEntry | null
}

/** Knows cookies by name, host and path. */
function createRecogniser(policy: Declarations, addresses: Addresses): (seen: CookieObservation) => Recognised {
  const known = new Map<string, Recognised>()
  return seen => {
    const { name, path } = seen
    const key = `${name}\n${seen.host}\n${path}`
    const found = known.get(key)
    if (found !== undefined) return found
    const host = addresses.host(seen.host)
    const declared = entryOf(policy, cookiesMatching(policy, { name, host, path })[0])
    const recognised = { shape: shapeOf(name), host, declared }
    known.set(key, recognised)
    return recognised
  }
}

/** Cookies as they are told apart: by name, host, and the declared one they are. */
export function seenCookies(
  observations: readonly CookieObservation[],
  policy: Declarations,
  addresses: Addresses,
): readonly SeenCookie[] {
  const recognise = createRecogniser(policy, addresses)
  const groups = groupAlike(observations.filter(wasSet), seen => {
    const { shape, host, declared } = recognise(seen)
    return `${shape}\n${host}\n${declared?.at ?? -1}`
  })
  const found = new Set(groups.map(([first]) => recognise(first).declared?.at))
  return groups.map(sightings => {
    const [first] = sightings
    const { shape, host, declared } = recognise(first)
    const names = new Set(sightings.map(({ name }) => name))
    const other = policy.cookies.find(
      (cookie, at) => cookie.name === first.name && cookie.party !== first.party && !found.has(at),
    )
    return {
      name: names.size === 1 ? first.name : shape,
      shape,
      host,
      sightings,
      declared,
      misplaced: declared === null ? entryOf(policy, other) : null,
    }
  })
}
