import { type Finding, type Issue, issue } from '../../model/index.ts'
import type { Baseline, BaselineEntry } from './read-baseline.ts'

/** A finding that does not count, and why. */
export interface PassedFinding {
  readonly finding: Finding
  readonly entry: BaselineEntry
}

export interface Sifted {
  readonly counting: readonly Finding[]
  readonly passed: readonly PassedFinding[]
  /** Entries whose day is over, and entries of which nothing was found. */
  readonly issues: readonly Issue[]
}

/** Days written so compare like texts. `today` is RFC 3339; an entry holds to the end of its day, in UTC. */
const isOver = ({ until }: BaselineEntry, today: string): boolean => until !== null && until < today.slice(0, 10)

/** Divides findings into those that count and those that the baseline lets pass today. */
export function applyBaseline(findings: readonly Finding[], baseline: Baseline, today: string): Sifted {
  const entries = new Map(baseline.map(entry => [entry.fingerprint, entry]))
  const standing = (finding: Finding) => {
    const entry = entries.get(finding.fingerprint)
    return entry === undefined || isOver(entry, today) ? undefined : entry
  }
  const found = new Set(findings.map(({ fingerprint }) => fingerprint))
  return {
    counting: findings.filter(finding => standing(finding) === undefined),
    passed: findings.flatMap(finding => {
      const entry = standing(finding)
      return entry === undefined ? [] : [{ finding, entry }]
    }),
    issues: baseline.flatMap((entry): readonly Issue[] => {
      const { fingerprint, until } = entry
      if (!found.has(fingerprint)) return [issue('baseline-unknown', { fingerprint })]
      return isOver(entry, today) ? [issue('baseline-expired', { fingerprint, until: until ?? '' })] : []
    }),
  }
}
