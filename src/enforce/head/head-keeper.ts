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
  /** A header that goes on every response while all else stays: nobody need look at them. Null: it depends. */
  readonly always: Leaving['headers'] | null
  keep(departing: Departing): HeadChange
}

const NO_HEADERS: Leaving['headers'] = []

/** The `P3P` header alone. */
export function createPolicyKeeper(policy: Policy): HeadKeeper {
  const choose = createHeaderChooser(policy)
  const dressed = (header: string | null): Leaving['headers'] => (header === null ? NO_HEADERS : [['P3P', header]])
  const { header } = policy.p3p
  return {
    secure: true,
    always: header === 'with-cookies' ? null : dressed(choose([], { host: '', path: '/', https: true })),
    keep: departing => ({
      setCookies: departing.setCookies,
      headers: dressed(choose(departing.setCookies, departing)),
    }),
  }
}

/** All that the door does. */
export const createDoorKeeper = (door: Door): HeadKeeper => ({
  secure: door.secure,
  always: null,
  keep: departing => door.leave(door.visitor(departing.cookieHeader, departing.secGpc), departing),
})
