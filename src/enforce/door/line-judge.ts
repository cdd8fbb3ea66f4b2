import { cookiesMatching, keptWithoutChoice } from '../../compile/index.ts'
import type {
  DeclaredCookie,
  DoorAction,
  DoorDecision,
  DoorMode,
  DoorReason,
  Policy,
  StandingReason,
} from '../../model/index.ts'
import { createCookieReader } from './cookie-line.ts'
import type { Place, Visitor } from './door.ts'
import { outlives, shortened } from './lifetime.ts'
import { type OwnLines, touchesOwn } from './own-cookies.ts'
import { createShapes, type LineParts, type Worked } from './shapes.ts'
import type { Tallies, Tally } from './tallies.ts'

/** What the door makes of a line. */
export interface Verdict {
  /** Null in mode `off`. */
  readonly decision: DoorDecision | null
  readonly tally: Tally | null
  /** The attributes to write instead; null: as they are. */
  readonly attributes: string | null
  /** The `P3P` header where this is the only line, once somebody has worked it out: it is the same for all of the shape. */
  policyHeader: readonly (readonly [name: string, value: string])[] | null
}

/** The verdicts on all lines of one shape. */
interface Case {
  /** On whoever may have the cookie. */
  readonly fit: Verdict
  /** Null: no matter who asks. */
  readonly practice: string | null
  readonly against: (because: StandingReason) => Verdict
}

/** Which practice a standing speaks against, as a reason. The others speak for it. */
const REFUSALS: Readonly<Partial<Record<StandingReason, DoorReason>>> = {
  'not-asked': 'practice-not-asked',
  refused: 'practice-refused',
  signal: 'practice-signal',
  changed: 'practice-changed',
  unrecorded: 'practice-unrecorded',
}

export interface LineJudgeOptions {
  readonly policy: Policy
  readonly modeOf: (practice: string | null) => DoorMode
  readonly tallies: Tallies
  readonly ownLines: OwnLines
}

/** Judges `Set-Cookie` lines by what is declared and what the visitor chose; once for all lines of one shape. */
export function createLineJudge({ policy, modeOf, tallies, ownLines }: LineJudgeOptions) {
  const practices = new Map(policy.practices.map(practice => [practice.id, practice]))
  const readLine = createCookieReader(policy.site.url)

  function verdict(
    [action, reason]: readonly [DoorAction, DoorReason],
    { name, declared = null }: { readonly name: string; readonly declared?: DeclaredCookie | null },
    attributes: string | null = null,
  ): Verdict {
    const practice = declared?.practice ?? null
    const mode = modeOf(practice)
    if (mode === 'off') return { decision: null, tally: null, attributes: null, policyHeader: null }
    const decision: DoorDecision = { action, cookie: name, practice, reason, mode }
    return { decision, tally: tallies.of(decision, declared?.name ?? name), attributes, policyHeader: null }
  }

  const settled = (fit: Verdict): Case => ({ fit, practice: null, against: () => fit })

  function declaredCase(name: string, declared: DeclaredCookie, attributes: string | null): Case {
    const practice = practices.get(declared.practice)
    const free = practice !== undefined && keptWithoutChoice(practice, declared.uses)
    const outcome =
      attributes === null
        ? (['passed', 'cookie-declared'] as const)
        : (['shortened', 'cookie-outlives-declaration'] as const)
    const refused = new Map<StandingReason, Verdict>()
    return {
      fit: verdict(outcome, { name, declared }, attributes),
      practice: free ? null : declared.practice,
      against(because) {
        const known = refused.get(because)
        if (known !== undefined) return known
        const made = verdict(['stopped', REFUSALS[because] ?? 'practice-refused'], { name, declared })
        refused.set(because, made)
        return made
      },
    }
  }

  /** No site makes or unmakes a choice, whatever the mode: one that is tried out would leave it behind for when it counts. */
  function ownVerdict(line: string, { name }: LineParts): Verdict {
    if (ownLines.isOwn(line)) return verdict(['passed', 'cookie-own'], { name })
    const decision = {
      action: 'stopped',
      cookie: name,
      practice: null,
      reason: 'cookie-forged',
      mode: 'enforce',
    } as const
    return { decision, tally: tallies.of(decision, name), attributes: null, policyHeader: null }
  }

  function work(line: string, parts: LineParts, place: Place): Worked<Case> {
    if (touchesOwn(line)) return { known: settled(ownVerdict(line, parts)), pathless: true, lasting: false }
    const now = Date.now()
    const read = readLine(line, place, now)
    const always = { pathless: read?.pathless ?? true, lasting: true }
    if (read === null) return { known: settled(verdict(['stopped', 'cookie-unreadable'], parts)), ...always }
    if (read.deletes) return { known: settled(verdict(['passed', 'cookie-deletion'], read)), ...always }
    const declared = cookiesMatching(policy, read)[0]
    if (declared === undefined) return { known: settled(verdict(['stopped', 'cookie-undeclared'], read)), ...always }
    const long = outlives(read.longest, declared)
    const attributes = long ? shortened(parts.attributes, declared, now) : null
    return { known: declaredCase(read.name, declared, attributes), ...always, lasting: !(long && read.dated) }
  }

  const caseOf = createShapes(work)

  return (line: string, place: Place, { standing }: Visitor): Verdict => {
    const { fit, practice, against } = caseOf(line, place)
    const stands = practice === null ? undefined : standing.get(practice)
    return stands === undefined || stands.allowed ? fit : against(stands.because)
  }
}
