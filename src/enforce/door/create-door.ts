import { consentTerms } from '../../compile/index.ts'
import type { DoorDecision, DoorMode, Policy } from '../../model/index.ts'
import { checkModes } from './check-modes.ts'
import type { Departure, Door, DoorOptions, Leaving, Place, Visitor } from './door.ts'
import { createLineJudge, type Verdict } from './line-judge.ts'
import { createOwnLines, touchesOwn } from './own-cookies.ts'
import { createPolicyHeader, type Judged } from './policy-header.ts'
import { createTallies } from './tallies.ts'
import { createVisitors } from './visitors.ts'
import { createWithdrawal } from './withdrawal.ts'

const NO_DECISIONS: readonly DoorDecision[] = []
const NO_HEADERS: Leaving['headers'] = []

/** The line that goes out; null: none. */
function lineAfter({ decision, attributes }: Verdict, line: string): string | null {
  if (decision === null || decision.mode !== 'enforce') return line
  if (decision.action === 'stopped') return null
  const semicolon = line.indexOf(';')
  return attributes === null ? line : line.slice(0, semicolon < 0 ? undefined : semicolon) + attributes
}

/** Holds what a site sends to the policy and to its visitors' choices. */
export function createDoor(policy: Policy, options: DoorOptions = {}): Door {
  const { mode = 'enforce', practices = {}, secure = true, report } = options
  const modeOf = (practice: string | null): DoorMode =>
    practice !== null && Object.hasOwn(practices, practice) ? (practices[practice] ?? mode) : mode
  checkModes(policy, options)
  const tallies = createTallies()
  const ownLines = createOwnLines()
  const idle = [mode, ...Object.values(practices)].every(each => each === 'off')
  const visitors = createVisitors(consentTerms(policy), secure)
  const judge = createLineJudge({ policy, modeOf, tallies, ownLines })
  const withdrawal = createWithdrawal({ policy, modeOf, tallies, secure })
  const policyHeader = mode === 'enforce' ? createPolicyHeader(policy) : () => NO_HEADERS

  /** Reporting is for afterwards: it must not keep a response waiting, nor break it. */
  function tell(decision: DoorDecision): void {
    if (report !== undefined && decision.action !== 'passed') queueMicrotask(() => report(decision))
  }

  function judgeLines(visitor: Visitor, departure: Departure): Judged {
    const { setCookies } = departure
    if (idle || setCookies.length === 0) return { setCookies, decisions: NO_DECISIONS, only: null }
    const decisions: DoorDecision[] = []
    let changed: string[] | null = null
    let seen = 0
    let only: Verdict | null = null
    for (const line of setCookies) {
      const verdict = judge(line, departure, visitor)
      const after = lineAfter(verdict, line)
      if (after !== line) changed ??= setCookies.slice(0, seen)
      if (after !== null) changed?.push(after)
      only = seen++ === 0 && after !== null ? verdict : null
      if (verdict.decision === null || verdict.tally === null) continue
      verdict.tally.count++
      decisions.push(verdict.decision)
      tell(verdict.decision)
    }
    return { setCookies: changed ?? setCookies, decisions, only }
  }

  function leave(visitor: Visitor, departure: Departure): Leaving {
    const judged = judgeLines(visitor, departure)
    const { setCookies, decisions } = judged
    const headers = policyHeader(judged, departure)
    const back = idle || visitor.cookieHeader === null ? null : withdrawal.onRequest(visitor, departure)
    if (back === null || back.decisions.length === 0) return { setCookies, headers, decisions }
    for (const decision of back.decisions) tell(decision)
    return {
      setCookies: back.setCookies.length === 0 ? setCookies : [...setCookies, ...back.setCookies],
      headers: [...headers, ...back.headers],
      decisions: [...decisions, ...back.decisions],
    }
  }

  function withdraw(visitor: Visitor, place: Place): Leaving {
    const back = withdrawal.onChoice(visitor, place)
    for (const decision of back.decisions) tell(decision)
    for (const line of back.setCookies) if (touchesOwn(line)) ownLines.vouch(line)
    return back
  }

  return {
    mode,
    secure,
    visitor: visitors.visitor,
    withChoice: visitors.withChoice,
    leave,
    withdraw,
    vouch: ownLines.vouch,
    storageToClear: withdrawal.storageToClear,
    stats: tallies.stats,
  }
}
