import { choiceCookieName, commonPart, decodeChoice } from '../../codec/choice/index.ts'
import { standingOf } from '../../compile/index.ts'
import type { ConsentTerm, StandingChoice } from '../../model/index.ts'
import { cookieNames, cookieValue } from './cookie-header.ts'
import type { Visitor } from './door.ts'

/** So many different choices are kept worked out; then all are forgotten and worked out anew. */
const KEPT = 2048

type Standing = Visitor['standing']

/** What follows from the choices of many visitors. */
interface Standings {
  readonly undecided: Standing
  readonly kept: Map<string, Standing>
  /** The one asked for last: most visitors choose as the one before did, and to compare is cheaper than to look up. */
  last: { readonly common: string; readonly standing: Standing } | null
}

/** A visitor of whom nothing is read before it is asked for. */
class DoorVisitor implements Visitor {
  readonly signal: boolean
  readonly standing: Standing
  readonly cookieHeader: string | null
  private readonly value: string | null
  private decoded: StandingChoice | null | undefined
  private names: readonly string[] | undefined

  constructor(of: Pick<Visitor, 'signal' | 'standing' | 'cookieHeader'>, value: string | null) {
    this.signal = of.signal
    this.standing = of.standing
    this.cookieHeader = of.cookieHeader
    this.value = value
  }

  get choice(): StandingChoice | null {
    this.decoded ??= this.value === null ? null : decodeChoice(this.value)
    return this.decoded
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
  const cookieName = choiceCookieName(secure)
  const standings = (signal: boolean): Standings => ({
    undecided: standingOf(terms, null, signal),
    kept: new Map(),
    last: null,
  })
  const [silent, signalling] = [standings(false), standings(true)]
  const stranger = (signal: boolean, { undecided }: Standings): Visitor =>
    new DoorVisitor({ signal, standing: undecided, cookieHeader: null }, null)
  const strangers = { silent: stranger(false, silent), signalling: stranger(true, signalling) }

  function standingBy(value: string, signal: boolean): Standing {
    const standings = signal ? signalling : silent
    const { kept, undecided, last } = standings
    const common = commonPart(value)
    if (common === null) return undecided
    if (last !== null && last.common === common) return last.standing
    let standing = kept.get(common)
    if (standing === undefined) {
      const choice = decodeChoice(value)
      // What one visitor sends wrongly is not remembered: another may send the rest of it rightly.
      if (choice === null) return undecided
      standing = standingOf(terms, choice, signal)
      if (kept.size >= KEPT) kept.clear()
      kept.set(common, standing)
    }
    standings.last = { common, standing }
    return standing
  }

  return {
    visitor(cookieHeader: string | null, secGpc: string | null): Visitor {
      const signal = isSignal(secGpc)
      if (cookieHeader === null) return signal ? strangers.signalling : strangers.silent
      const value = cookieValue(cookieHeader, cookieName)
      const standing = value === null ? (signal ? signalling : silent).undecided : standingBy(value, signal)
      return new DoorVisitor({ signal, standing, cookieHeader }, value)
    },
    withChoice: ({ signal, cookies, cookieHeader }: Visitor, choice: StandingChoice): Visitor => ({
      choice,
      signal,
      standing: standingOf(terms, choice, signal),
      cookies,
      cookieHeader,
    }),
  }
}
