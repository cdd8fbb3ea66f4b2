import { leavingCookieName } from '../../codec/choice/index.ts'
import type { DoorDecision, DoorMode, Policy } from '../../model/index.ts'
import { cookieValue } from './cookie-header.ts'
import type { Departure, Leaving, Place, Visitor } from './door.ts'
import { createKeptStorage } from './kept-storage.ts'
import { leavingNoteLine, readLeavingNote } from './leaving-note.ts'
import type { Tallies } from './tallies.ts'
import { createWithdrawnCookies, type WithdrawnCookie } from './withdrawn-cookies.ts'

/** Every place is tried so often before a cookie is said to survive: a script may just have set it again. */
const ROUNDS = 2

const NOTHING: Leaving = { setCookies: [], headers: [], decisions: [] }

const isShared = (cacheControl: string | null | undefined): boolean =>
  typeof cacheControl === 'string' && /\b(?:public|s-maxage)\b/i.test(cacheControl)

export interface WithdrawalOptions {
  readonly policy: Policy
  readonly modeOf: (practice: string | null) => DoorMode
  readonly tallies: Tallies
  readonly secure: boolean
}

/** Takes back what a visitor still has though its practice is not allowed. */
export function createWithdrawal({ policy, modeOf, tallies, secure }: WithdrawalOptions) {
  const withdrawn = createWithdrawnCookies(policy)
  const storage = createKeptStorage(policy)
  const noteCookie = leavingCookieName(secure)

  /** Behind whatever ends the encryption, requests look as if there were none. */
  const reached = ({ host, path, https }: Place): Place => ({ host, path, https: https || secure })

  function decide(cookies: readonly WithdrawnCookie[], reason: 'cookie-withdrawn' | 'cookie-survives') {
    return cookies.map(({ name, practice, declared }): DoorDecision => {
      const decision: DoorDecision = { action: 'expired', cookie: name, practice, reason, mode: modeOf(practice) }
      tallies.of(decision, declared[0]?.name ?? name).count++
      return decision
    })
  }

  /** One more try, or the word that all were in vain. */
  function takeBack(cookies: readonly WithdrawnCookie[], visitor: Visitor, place: Place): Leaving {
    const names = cookies.map(({ name }) => name)
    const { tries, over } = readLeavingNote(cookieValue(visitor.cookieHeader ?? '', noteCookie), names)
    if (over) return NOTHING
    const portions = withdrawn.portions(cookies, visitor, place)
    const ended = tries >= portions.length * ROUNDS
    const line = leavingNoteLine(noteCookie, names, { tries: tries + 1, over: ended })
    if (ended) return { setCookies: [line], headers: [], decisions: decide(cookies, 'cookie-survives') }
    return {
      setCookies: [...(portions[tries % portions.length] ?? []), line],
      headers: tries === 0 ? storage.clearing(visitor, place) : [],
      decisions: decide(cookies, 'cookie-withdrawn'),
    }
  }

  const enforced = ({ practice }: WithdrawnCookie): boolean => modeOf(practice) === 'enforce'
  const reported = ({ practice }: WithdrawnCookie): boolean => modeOf(practice) === 'report'

  function onRequest(visitor: Visitor, departure: Departure): Leaving {
    const cookies = withdrawn.sent(visitor)
    if (cookies.length === 0 || isShared(departure.cacheControl)) return NOTHING
    const told = decide(cookies.filter(reported), 'cookie-withdrawn')
    const going = cookies.filter(enforced)
    if (going.length === 0) return { ...NOTHING, decisions: told }
    const back = takeBack(going, visitor, reached(departure))
    return { ...back, decisions: [...told, ...back.decisions] }
  }

  /** For the answer to a choice: the first try, and the storage, of which no request tells. */
  function onChoice(visitor: Visitor, asked: Place): Leaving {
    const place = reached(asked)
    const cookies = withdrawn.sent(visitor).filter(enforced)
    const headers = storage.clearing(visitor, place)
    return cookies.length === 0 ? { ...NOTHING, headers } : { ...takeBack(cookies, visitor, place), headers }
  }

  return { onRequest, onChoice, storageToClear: storage.toClear }
}
