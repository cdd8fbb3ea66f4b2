import { CHOICE_COOKIE, decodeChoice, PLAIN_CHOICE_COOKIE } from '../../codec/choice/index.ts'
import { standingOf } from '../../compile/index.ts'
import type { ConsentTerm, PracticeStanding, StandingChoice } from '../../model/index.ts'
import { cookieNames, cookieValue } from './cookie-header.ts'
import type { Visitor } from './door.ts'

/** So many different choices are kept worked out; then all are forgotten and worked out anew. */
const KEPT = 2048

/** What follows from a choice: the same for all visitors who chose so. */
interface Position {
  readonly choice: StandingChoice | null
  readonly signal: boolean
  readonly standing: ReadonlyMap<string, PracticeStanding>
}

/** A visitor of whom nothing is read before it is asked for. */
class DoorVisitor implements Visitor {
  readonly position: Position
  readonly cookieHeader: string | null
  private names: readonly string[] | undefined

  constructor(position: Position, cookieHeader: string | null) {
    this.position = position
    this.cookieHeader = cookieHeader
  }

  get choice(): StandingChoice | null {
    return this.position.choice
  }

  get signal(): boolean {
    return this.position.signal
  }

  get standing(): ReadonlyMap<string, PracticeStanding> {
    return this.position.standing
  }

  get cookies(): readonly string[] {
    this.names ??= this.cookieHeader === null ? [] : cookieNames(this.cookieHeader)
    return this.names
  }
}

/** Global Privacy Control, section 3.2: the field says `1`, or it says nothing. */
const isSignal = (secGpc: string | null): boolean => secGpc !== null && secGpc.trim() === '1'

/** Knows visitors by what they send. */
export function createVisitors(terms: readonly ConsentTerm[], secure: boolean) {
  const cookieName = secure ? CHOICE_COOKIE : PLAIN_CHOICE_COOKIE
  const positionOf = (choice: StandingChoice | null, signal: boolean): Position => ({
    choice,
    signal,
    standing: standingOf(terms, choice, signal),
  })
  const undecided = [positionOf(null, false), positionOf(null, true)] as const
  const strangers = undecided.map(position => new DoorVisitor(position, null))
  const kept = [new Map<string, Position>(), new Map<string, Position>()] as const

  function positionBy(value: string, signal: boolean): Position {
    const positions = kept[signal ? 1 : 0]
    let position = positions.get(value)
    if (position === undefined) {
      const choice = decodeChoice(value)
      position = choice === null ? undecided[signal ? 1 : 0] : positionOf(choice, signal)
      if (positions.size >= KEPT) positions.clear()
      positions.set(value, position)
    }
    return position
  }

  return {
    visitor(cookieHeader: string | null, secGpc: string | null): Visitor {
      const signal = isSignal(secGpc)
      const stranger = strangers[signal ? 1 : 0] as DoorVisitor
      if (cookieHeader === null) return stranger
      const value = cookieValue(cookieHeader, cookieName)
      return new DoorVisitor(value === null ? stranger.position : positionBy(value, signal), cookieHeader)
    },
    withChoice: ({ signal, cookieHeader }: Visitor, choice: StandingChoice): Visitor =>
      new DoorVisitor(positionOf(choice, signal), cookieHeader),
  }
}
