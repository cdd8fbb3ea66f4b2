import { cookiesMatching, keptWithoutChoice } from '../../compile/index.ts'
import { type DeclaredCookie, matchPattern, type Policy } from '../../model/index.ts'
import { cookiePlaces, deletionLine, hostOf } from './cookie-places.ts'
import type { Place, Visitor } from './door.ts'
import { mustGo } from './must-go.ts'

/** More cookies than this are not taken back at once. */
const MOST = 40
/** Servers in front of this one often take no more than 4 KB of headers in all. */
const BUDGET = 2400

/** RFC 6265, 4.1.1: what a `Set-Cookie` line can name. */
const NAME = /^[\x21-\x3a\x3c\x3e-\x7e]+$/

/** Whether a `Cookie` header can hold it: most hold none, and need not be taken apart. */
const canBeIn = (header: string, { name, pattern }: DeclaredCookie): boolean =>
  pattern ? name.split('*').every(piece => header.includes(piece)) : header.includes(name)

const isCalled = ({ name, pattern }: DeclaredCookie, called: string): boolean =>
  pattern ? matchPattern(name, called) : name === called

/** A cookie that a visitor sends though its practice is not allowed. */
export interface WithdrawnCookie {
  readonly name: string
  readonly practice: string
  /** What it is declared as by practices not allowed. */
  readonly declared: readonly DeclaredCookie[]
}

const NONE: readonly WithdrawnCookie[] = []

/** Finds what must go, and how. */
export function createWithdrawnCookies(policy: Policy) {
  const practices = new Map(policy.practices.map(practice => [practice.id, practice]))
  const byStanding = new WeakMap<Visitor['standing'], readonly DeclaredCookie[]>()

  function isWithdrawn({ practice: id, uses }: DeclaredCookie, { standing }: Visitor): boolean {
    const practice = practices.get(id)
    return practice !== undefined && mustGo(standing.get(id)) && !keptWithoutChoice(practice, uses)
  }

  /** The same for all who chose the same: nearly always nothing, or a few. */
  function withdrawnFrom(visitor: Visitor): readonly DeclaredCookie[] {
    let found = byStanding.get(visitor.standing)
    if (found === undefined) {
      found = policy.cookies.filter(cookie => isWithdrawn(cookie, visitor))
      byStanding.set(visitor.standing, found)
    }
    return found
  }

  /** The places where the cookie may be, without those where one that is allowed lives. */
  function placesOf({ name, declared }: WithdrawnCookie, visitor: Visitor, place: Place) {
    return cookiePlaces(name, declared, place).filter(at => {
      const meant = cookiesMatching(policy, { name, host: hostOf(at, place), path: at.path })[0]
      return meant === undefined || isWithdrawn(meant, visitor)
    })
  }

  return {
    sent(visitor: Visitor): readonly WithdrawnCookie[] {
      const header = visitor.cookieHeader ?? ''
      const withdrawn = withdrawnFrom(visitor).filter(cookie => canBeIn(header, cookie))
      if (withdrawn.length === 0) return NONE
      const found: WithdrawnCookie[] = []
      for (const name of visitor.cookies) {
        const declared = withdrawn.filter(cookie => isCalled(cookie, name))
        const [first] = declared
        if (first !== undefined && NAME.test(name) && !found.some(cookie => cookie.name === name))
          found.push({ name, practice: first.practice, declared })
        if (found.length === MOST) break
      }
      return found
    },

    /** The lines that take them back, the likeliest places of all first, in portions of what fits a response's head. */
    portions(cookies: readonly WithdrawnCookie[], visitor: Visitor, place: Place): readonly (readonly string[])[] {
      const lines = cookies.map(cookie =>
        placesOf(cookie, visitor, place).flatMap(at =>
          (place.https ? [false, true] : [false]).map(partitioned =>
            deletionLine(cookie.name, at, place.https, partitioned),
          ),
        ),
      )
      const most = Math.max(0, ...lines.map(({ length }) => length))
      const ranked = Array.from({ length: most }, (_, rank) => lines.flatMap(of => of.slice(rank, rank + 1))).flat()
      const portions: string[][] = []
      let room = 0
      for (const line of ranked) {
        room -= line.length
        if (room < 0) {
          portions.push([])
          room = BUDGET - line.length
        }
        portions.at(-1)?.push(line)
      }
      return portions
    },
  }
}
