import { keptWithoutChoice } from '../../compile/index.ts'
import type { DeclaredStorage, Policy } from '../../model/index.ts'
import type { Place, StorageToClear, Visitor } from './door.ts'
import { mustGo } from './must-go.ts'

/** Clear Site Data, section 3.1: all storage of the origin, and nothing else. */
const CLEAR_STORAGE = ['Clear-Site-Data', '"storage"'] as const

const originOf = ({ host, https }: Place): string => `${https ? 'https' : 'http'}://${host.toLowerCase()}`

/** What is declared to be kept in browsers besides cookies, against who allows it. */
export function createKeptStorage(policy: Policy) {
  const practices = new Map(policy.practices.map(practice => [practice.id, practice]))

  function mayStay({ practice: id, uses }: DeclaredStorage, { standing }: Visitor): boolean {
    const practice = practices.get(id)
    return !mustGo(standing.get(id)) || (practice !== undefined && keptWithoutChoice(practice, uses))
  }

  const at = (origin: string) => policy.storage.filter(storage => storage.origin === origin)

  return {
    toClear: (visitor: Visitor, origin: string): readonly StorageToClear[] =>
      at(origin)
        .filter(storage => !mayStay(storage, visitor))
        .map(({ area, key, pattern, practice }) => ({ area, key, pattern, practice })),

    /** The header that clears it all, where nothing that is allowed would go with it. Browsers hear it only encrypted. */
    clearing(visitor: Visitor, place: Place): readonly (readonly [string, string])[] {
      const there = at(originOf(place))
      const all = there.length > 0 && there.every(storage => !mayStay(storage, visitor))
      return place.https && all ? [CLEAR_STORAGE] : []
    },
  }
}
