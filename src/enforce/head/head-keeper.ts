import type { Policy } from '../../model/index.ts'
import type { Departure, Door, Leaving } from '../door/door.ts'
import { createHeaderChooser } from '../p3p-header/choose-header.ts'

/** A response about to go out, with what the request tells of who asked. */
export interface Departing extends Departure {
  readonly cookieHeader: string | null
  readonly secGpc: string | null
}

export type HeadChange = Pick<Leaving, 'setCookies' | 'headers'>

/** Decides what goes out instead. */
export interface HeadKeeper {
  readonly secure: boolean
  /** True: it never changes anything. */
  readonly idle: boolean
  /** Whether the `P3P` header is the declaration's alone: any other goes. */
  readonly ownsPolicyHeader: boolean
  keep(departing: Departing): HeadChange
}

const NO_HEADERS: Leaving['headers'] = []

/** The `P3P` header alone. */
export function createPolicyKeeper(policy: Policy): HeadKeeper {
  const choose = createHeaderChooser(policy)
  const dressed = (header: string | null): Leaving['headers'] => (header === null ? NO_HEADERS : [['P3P', header]])
  return {
    secure: true,
    idle: policy.p3p.header === 'never',
    ownsPolicyHeader: true,
    keep: departing => ({
      setCookies: departing.setCookies,
      headers: dressed(choose(departing.setCookies, departing)),
    }),
  }
}

/** All that the door does. */
export const createDoorKeeper = (door: Door): HeadKeeper => ({
  secure: door.secure,
  idle: false,
  ownsPolicyHeader: door.mode === 'enforce',
  keep: departing => door.leave(door.visitor(departing.cookieHeader, departing.secGpc), departing),
})
