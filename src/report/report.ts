import type { Locate } from '../compile/index.ts'
import {
  type Finding,
  type Issue,
  type Policy,
  SEVERITIES,
  type Severity,
  type SiteObservation,
} from '../model/index.ts'
import { applyBaseline, type PassedFinding } from './baseline/apply-baseline.ts'
import type { Baseline } from './baseline/read-baseline.ts'
import { findDifferences } from './differences/find-differences.ts'
import type { KnownCookies } from './known/index.ts'
import { judgeSeenCookies, type SeenCookieVerdict } from './verdicts.ts'

/** What was seen of one site, and what is to be said of it. */
export interface SiteReport {
  readonly site: SiteObservation
  readonly findings: readonly Finding[]
  /** Findings that the baseline lets pass. */
  readonly passed: readonly PassedFinding[]
  readonly cookies: readonly SeenCookieVerdict[]
}

/** Everything that a writer writes. */
export interface Report {
  readonly sites: readonly SiteReport[]
  /** The file of the declaration, as the person names it; null: there was none to compare with. */
  readonly file: string | null
  readonly policy: Policy | null
  /** What is to be said of the baseline. */
  readonly issues: readonly Issue[]
  /** Further knowledge of cookies that the person supplied. */
  readonly known: KnownCookies
}

export interface ReportInput {
  readonly sites: readonly SiteObservation[]
  /** What they are compared with; null: nothing. */
  readonly declared: { readonly file: string; readonly policy: Policy; readonly locate?: Locate } | null
  readonly baseline?: Baseline
  /** The day on which the baseline is asked: RFC 3339. */
  readonly today: string
  readonly known?: KnownCookies
}

/** Compares, sifts and judges: from what was seen to what is said. */
export function makeReport({ sites, declared, baseline = [], today, known = [] }: ReportInput): Report {
  const findings = sites.map(site => (declared === null ? [] : findDifferences(declared.policy, site, declared.locate)))
  const sifted = applyBaseline(findings.flat(), baseline, today)
  const counting = new Set(sifted.counting)
  const passed = new Map(sifted.passed.map(one => [one.finding, one]))
  return {
    sites: sites.map((site, at) => ({
      site,
      findings: findings[at]?.filter(finding => counting.has(finding)) ?? [],
      passed: findings[at]?.flatMap(finding => passed.get(finding) ?? []) ?? [],
      cookies: judgeSeenCookies(site, known),
    })),
    file: declared?.file ?? null,
    policy: declared?.policy ?? null,
    issues: sifted.issues,
    known,
  }
}

/** How many findings of each weight count. */
export const countFindings = (findings: readonly Finding[]): Readonly<Record<Severity, number>> =>
  Object.fromEntries(
    SEVERITIES.map(severity => [severity, findings.filter(({ issue }) => issue.severity === severity).length]),
  ) as Record<Severity, number>

/** The weights that decide the exit code: of the findings that count, and of what is said of the baseline. */
export const reportedSeverities = ({ sites, issues }: Report): readonly Severity[] => [
  ...sites.flatMap(({ findings }) => findings.map(({ issue }) => issue.severity)),
  ...issues.map(({ severity }) => severity),
]
