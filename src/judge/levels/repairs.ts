import {
  LEVEL_PARTIES,
  type LevelCells,
  LIFETIMES,
  REPAIR_CHANGES,
  type Repair,
  type RepairChange,
  type Standing,
} from '../../model/index.ts'

/** A set of changes to a policy that might mend it, and the standing it then has. */
export interface Mending {
  readonly change: Readonly<Record<string, RepairChange>>
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

const severity = (change: Readonly<Record<string, RepairChange>>): number =>
  Object.values(change).reduce((sum, one) => sum + REPAIR_CHANGES.indexOf(one), 0)

/** Fewer changes first; as many, milder ones first. */
const bySize = (a: Repair, b: Repair): number =>
  Object.keys(a.change).length - Object.keys(b.change).length || severity(a.change) - severity(b.change)

/**
 * The repairs that are left of an agent's mendings: each mends the cells that refuse now and would then accept, except
 * where some of its changes alone would do. `levelsAt` gives the verdicts a policy of a standing has.
 */
export function repairs(
  mendings: readonly Mending[],
  standing: Standing,
  levelsAt: (standing: Standing) => LevelTable,
): readonly Repair[] {
  const accepted = acceptingCells(levelsAt(standing))
  const candidates = mendings.map(({ change, reaches, or }) => ({
    change,
    or,
    mends: [...acceptingCells(levelsAt(reaches))].filter(cell => !accepted.has(cell)),
  }))
  return candidates
    .map(candidate => {
      const smaller = candidates.filter(other => isProperSubset(other.change, candidate.change))
      return { ...candidate, mends: candidate.mends.filter(cell => !smaller.some(other => other.mends.includes(cell))) }
    })
    .filter(({ mends }) => mends.length > 0)
    .sort(bySize)
}
