import {
  type Blame,
  LEVEL_PARTIES,
  type LevelCells,
  type LevelReport,
  type LevelVerdict,
  LIFETIMES,
  STANDINGS,
  type Standing,
} from '../../model/index.ts'
import type { FactsAgent, LevelContext } from '../agent.ts'
import { type LevelTable, type Mending, repairs } from './repairs.ts'
import type { Demand } from './standing.ts'

/** What one browser with privacy levels does in its own way; the rest is the same for all. */
export interface LevelPlan<Facts> {
  readonly id: string
  readonly version: string
  readonly levels: readonly string[]
  readonly defaultLevel: string
  /** Whether it can be set so: to one of its levels, or by a setting of its own. */
  readonly isLevel: (level: string) => boolean
  /** What the browser itself reads from a header; null where it finds no policy. */
  readonly read: (header: string) => Facts | null
  readonly standing: (facts: Facts | null) => Standing
  readonly decide: (level: string, context: LevelContext, standing: Standing) => LevelVerdict
  /** What falls short of the demand. */
  readonly blame: (facts: Facts | null, demand: Demand) => Blame
  /** Every smallest set of changes that could raise the standing, and no others. */
  readonly mendings: (facts: Facts | null) => readonly Mending[]
}

const eachOf = <K extends string, V>(keys: readonly K[], value: (key: K) => V): Readonly<Record<K, V>> =>
  Object.freeze(Object.fromEntries(keys.map(key => [key, value(key)])) as Record<K, V>)

export function createLevelAgent<Facts>(plan: LevelPlan<Facts>): FactsAgent<Facts> {
  const { id, version, levels, defaultLevel, isLevel } = plan
  const read = (header: string | null) => (header === null ? null : plan.read(header))
  const standing = (header: string | null) => plan.standing(read(header))

  const cellsAt = (level: string, standing: Standing): LevelCells =>
    eachOf(LEVEL_PARTIES, party =>
      eachOf(LIFETIMES, lifetime => Object.freeze(plan.decide(level, { party, lifetime }, standing))),
    )
  const tableAt = (standing: Standing, asked: readonly string[]): LevelTable =>
    eachOf(asked, level => cellsAt(level, standing))
  const tables = eachOf(STANDINGS, standing => tableAt(standing, levels))

  const report = (header: string | null, asked = levels): LevelReport => {
    const facts = read(header)
    const now = plan.standing(facts)
    const levelsAt = (at: Standing) => (asked === levels ? tables[at] : tableAt(at, asked))
    const because = plan.blame(facts, 'opt-in')
    return {
      standing: now,
      satisfactory: now === 'opt-in',
      because,
      reasons: { 'no-opt-out': plan.blame(facts, 'opt-out'), 'no-opt-in': because },
      levels: levelsAt(now),
      repairs: repairs(plan.mendings(facts), now, levelsAt),
    }
  }

  return {
    id,
    version,
    levels,
    defaultLevel,
    isLevel,
    read: plan.read,
    standingOf: plan.standing,
    standing,
    table: at => tables[at],
    verdicts: header => tables[standing(header)],
    decide: (level, context, header) => plan.decide(level, context, standing(header)),
    blame: (header, demand) => plan.blame(read(header), demand),
    report,
  }
}
