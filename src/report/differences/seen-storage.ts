import {
  type DeclaredStorage,
  groupAlike,
  matchPattern,
  type Practice,
  type StorageObservation,
} from '../../model/index.ts'
import type { Addresses } from './addresses.ts'
import type { Declarations } from './declarations.ts'
import { shapeOf } from './shape.ts'

/** One entry of a storage, in all its sightings. */
export interface SeenStorage {
  readonly area: StorageObservation['area']
  readonly key: string
  readonly shape: string
  readonly origin: string
  readonly sightings: readonly [StorageObservation, ...StorageObservation[]]
  readonly declared: {
    readonly storage: DeclaredStorage
    readonly at: number
    readonly practice: Practice | null
  } | null
}

/** A service worker's scope may be declared whole, or as a path of its origin. */
const namesOf = ({ key, origin }: StorageObservation): readonly string[] =>
  key.startsWith(`${origin}/`) ? [key, key.slice(origin.length)] : [key]

/** An exact key before a pattern, the longer pattern before the shorter: each the narrower one. */
function declaredFor(policy: Declarations, seen: StorageObservation, origin: string): SeenStorage['declared'] {
  const [storage] = policy.storage
    .filter(
      declared =>
        declared.area === seen.area &&
        declared.origin === origin &&
        namesOf(seen).some(key => (declared.pattern ? matchPattern(declared.key, key) : declared.key === key)),
    )
    .sort((a, b) => Number(a.pattern) - Number(b.pattern) || b.key.length - a.key.length)
  if (storage === undefined) return null
  const practice = policy.practices.find(({ id }) => id === storage.practice) ?? null
  return { storage, at: policy.storage.indexOf(storage), practice }
}

export function seenStorage(
  observations: readonly StorageObservation[],
  policy: Declarations,
  addresses: Addresses,
): readonly SeenStorage[] {
  const entries = observations.map(seen => {
    const origin = addresses.origin(seen.origin)
    return { seen, origin, declared: declaredFor(policy, seen, origin) }
  })
  const groups = groupAlike(entries, ({ seen, origin, declared }) =>
    JSON.stringify([seen.area, shapeOf(seen.key), origin, declared?.at ?? -1]),
  )
  return groups.map(([first, ...others]) => {
    const keys = new Set([first, ...others].map(({ seen }) => seen.key))
    return {
      area: first.seen.area,
      key: keys.size === 1 ? first.seen.key : shapeOf(first.seen.key),
      shape: shapeOf(first.seen.key),
      origin: first.origin,
      sightings: [first.seen, ...others.map(({ seen }) => seen)],
      declared: first.declared,
    }
  })
}
