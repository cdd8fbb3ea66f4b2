import {
  type Blame,
  LEVEL_PARTIES,
  type LevelCells,
  type LevelParty,
  type LevelReport,
  type LevelVerdict,
  LIFETIMES,
} from '../../model/index.ts'
import type { LevelAgent, LevelContext } from '../agent.ts'
import { type LevelTable, type Mending, repairs } from './repairs.ts'
import { type Demand, STANDINGS, type Standing } from './standing.ts'

/** What one browser with privacy levels does in its own way; the rest is the same for all. */
export interface LevelPlan<Facts> {
  readonly id: string
  readonly version: string
  readonly levels: readonly string[]
  readonly defaultLevel: string
  /** Whether it can be set so: to one of its levels, or by a setting of its own. */
  readonly isLevel: (level: string) => boolean
  readonly read: (header: string) => Facts | null
  readonly standing: (facts: Facts | null) => Standing
  readonly decide: (level: string, context: LevelContext, standing: Standing) => LevelVerdict
  /** What falls short of the demand. */
  readonly blame: (facts: Facts | null, demand: Demand) => Blame
  /** Every smallest set of changes that could raise the standing, and no others. */
  readonly mendings: (facts: Facts | null) => readonly Mending[]
  readonly partyOf: (host: string, top: string) => LevelParty
}

const eachOf = <K extends string, V>(keys: readonly K[], value: (key: K) => V): Readonly<Record<K, V>> =>
  Object.freeze(Object.fromEntries(keys.map(key => [key, value(key)])) as Record<K, V>)

export function createLevelAgent<Facts>(plan: LevelPlan<Facts>): LevelAgent<Facts> {
  const { id, version, levels, defaultLevel, read, blame } = plan

  const cellsAt = (level: string, standing: Standing): LevelCells =>
    eachOf(LEVEL_PARTIES, party =>
      eachOf(LIFETIMES, lifetime => Object.freeze(plan.decide(level, { party, lifetime }, standing))),
    )
  const tableAt = (standing: Standing, asked: readonly string[]): LevelTable =>
    eachOf(asked, level => cellsAt(level, standing))
  const tables = eachOf(STANDINGS, standing => tableAt(standing, levels))

  const report = (facts: Facts | null, asked = levels): LevelReport => {
    const standing = plan.standing(facts)
    const levelsAt = (at: Standing) => (asked === levels ? tables[at] : tableAt(at, asked))
    const because = blame(facts, 'opt-in')
    return {
      satisfactory: standing === 'opt-in',
      because,
      reasons: { 'no-opt-out': blame(facts, 'opt-out'), 'no-opt-in': because },
      levels: levelsAt(standing),
      repairs: repairs(plan.mendings(facts), standing, levelsAt),
    }
  }

  return {
    id,
    version,
    levels,
    defaultLevel,
    isLevel: plan.isLevel,
    read,
    decide: (level, context, facts) => plan.decide(level, context, plan.standing(facts)),
    standing: plan.standing,
    table: standing => tables[standing],
    verdicts: facts => tables[plan.standing(facts)],
    blame,
    report,
    partyOf: plan.partyOf,
  }
}
