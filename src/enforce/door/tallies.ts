import type { DoorDecision } from '../../model/index.ts'
import type { DoorStats } from './door.ts'

/** Outcomes beyond so many are counted together: names of cookies come from outside. */
const COUNTED = 1000

export interface Tally {
  count: number
}

export interface Tallies {
  /** Where to count such decisions. `name` is the declared one, so that a pattern's cookies are counted together. */
  of(decision: DoorDecision, name: string): Tally
  stats(): DoorStats
}

/** Counts what the door does, within bounds. */
export function createTallies(): Tallies {
  const counts = new Map<string, Tally & { readonly decision: DoorDecision }>()
  const others: Tally = { count: 0 }
  return {
    of(decision, name) {
      const { action, practice, reason, mode } = decision
      const key = [action, name, practice, reason, mode].join('\0')
      const known = counts.get(key)
      if (known !== undefined) return known
      if (counts.size >= COUNTED) return others
      const tally = { decision: { ...decision, cookie: name }, count: 0 }
      counts.set(key, tally)
      return tally
    },
    stats() {
      const told = [...counts.values()].filter(({ count }) => count > 0)
      return {
        decisions: told.reduce((sum, { count }) => sum + count, others.count),
        counts: told.map(({ decision, count }) => ({ ...decision, count })).sort((a, b) => b.count - a.count),
        uncounted: others.count,
      }
    },
  }
}
