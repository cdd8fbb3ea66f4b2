import {
  LEVEL_PARTIES,
  type LevelCells,
  LIFETIMES,
  REPAIR_CHANGES,
  type Repair,
  type RepairChange,
  type Standing,
} from '../../model/index.ts'

type Change = Readonly<Record<string, RepairChange>>

/** A set of changes to a policy that might mend it, and the standing it then has. */
export interface Mending {
  readonly change: Change
  readonly reaches: Standing
  /** Stricter changes that would do in place of a token's own. */
  readonly or: Readonly<Record<string, readonly RepairChange[]>>
}

export type LevelTable = Readonly<Record<string, LevelCells>>

/** The cells (`level/party/lifetime`) that accept the cookie. */
function acceptingCells(levels: LevelTable): ReadonlySet<string> {
  const cells = new Set<string>()
  for (const [level, parties] of Object.entries(levels))
    for (const party of LEVEL_PARTIES)
      for (const lifetime of LIFETIMES)
        if (parties[party][lifetime].action === 'accept') cells.add(`${level}/${party}/${lifetime}`)
  return cells
}

const isProperSubset = (part: object, whole: object): boolean =>
  Object.keys(part).length < Object.keys(whole).length && Object.keys(part).every(token => Object.hasOwn(whole, token))

/** Whether a changes no more than b does, and nothing more strictly. */
const isWithin = (a: Change, b: Change): boolean =>
  Object.entries(a).every(([token, how]) => {
    const other = b[token]
    return other !== undefined && REPAIR_CHANGES.indexOf(how) <= REPAIR_CHANGES.indexOf(other)
  })

const severity = (change: Change): number =>
  Object.values(change).reduce((sum, one) => sum + REPAIR_CHANGES.indexOf(one), 0)

/** Fewer changes first; as many, milder ones first. */
const bySize = (a: Repair, b: Repair): number =>
  Object.keys(a.change).length - Object.keys(b.change).length || severity(a.change) - severity(b.change)

/** Each mends only what its parts alone would not. */
function withoutExcess(candidates: readonly Repair[]): readonly Repair[] {
  return candidates.map(candidate => {
    const parts = candidates.filter(other => isProperSubset(other.change, candidate.change))
    return { ...candidate, mends: candidate.mends.filter(cell => !parts.some(part => part.mends.includes(cell))) }
  })
}

/** Whether some cell needs this repair: a milder one would not do there. */
const isNeeded = (repair: Repair, all: readonly Repair[]): boolean =>
  repair.mends.some(
    cell => !all.some(other => other !== repair && other.mends.includes(cell) && isWithin(other.change, repair.change)),
  )

/**
 * The repairs that are left of an agent's mendings, smallest first. `levelsAt` gives the verdicts that a policy of a
 * standing has; a mending mends the cells that refuse now and would then accept.
 */
export function repairs(
  mendings: readonly Mending[],
  standing: Standing,
  levelsAt: (standing: Standing) => LevelTable,
): readonly Repair[] {
  const accepted = acceptingCells(levelsAt(standing))
  const candidates = withoutExcess(
    mendings.map(({ change, reaches, or }) => ({
      change,
      or,
      mends: [...acceptingCells(levelsAt(reaches))].filter(cell => !accepted.has(cell)),
    })),
  )
  return candidates.filter(repair => isNeeded(repair, candidates)).sort(bySize)
}
