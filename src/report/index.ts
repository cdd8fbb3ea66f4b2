export { applyBaseline, type PassedFinding, type Sifted } from './baseline/apply-baseline.ts'
export { type Baseline, type BaselineEntry, readBaseline } from './baseline/read-baseline.ts'
export { type BaselineWish, writeBaseline } from './baseline/write-baseline.ts'
export { findDifferences } from './differences/find-differences.ts'
export { draftFromSite, draftOfSite, type SiteDraftOptions } from './draft/draft-from-site.ts'
export { type Known, type KnownCookies, readOcd, whoIsCookie, whoIsHost } from './known/index.ts'
export { reportHtml } from './page/write-page.ts'
export {
  countFindings,
  makeReport,
  type Report,
  type ReportInput,
  reportedSeverities,
  type SiteReport,
} from './report.ts'
export { gapOf, sayGap, wasSeen } from './say-unseen.ts'
export { judgeSeenCookies, type SeenCookieVerdict } from './verdicts.ts'
export { reportJson } from './write/json.ts'
export { type JunitOptions, reportJunit } from './write/junit.ts'
export { reportSarif, type SarifOptions } from './write/sarif.ts'
export { writeText } from './write/text.ts'
export type { TextManner, TextPaint } from './write/text-manner.ts'
