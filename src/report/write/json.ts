import { type Language, sayIssue } from '../../messages/index.ts'
import type { Finding } from '../../model/index.ts'
import type { BaselineEntry } from '../baseline/read-baseline.ts'
import type { Report, SiteReport } from '../report.ts'
import { sayMend } from '../say.ts'

interface Told {
  readonly finding: Finding
  readonly entry: BaselineEntry | null
}

function findingJson(
  { finding, entry }: Told,
  { site }: SiteReport,
  { file, language }: { file: string | null; language: Language },
): object {
  const { issue, subject, host, fingerprint, states, engines, pages } = finding
  return {
    code: issue.code,
    severity: issue.severity,
    subject,
    states,
    text: sayIssue(issue, language),
    file,
    line: issue.at?.line ?? null,
    column: issue.at?.column ?? null,
    site: site.url,
    host,
    engines,
    pages,
    path: issue.path,
    data: issue.data,
    mend: sayMend(finding, language),
    fingerprint,
    passed: entry,
  }
}

const siteJson = ({ site, cookies }: SiteReport): object => ({
  url: site.url,
  began: site.began,
  ended: site.ended,
  pages: site.pages,
  states: site.states,
  engines: site.engines,
  observations: site.observations,
  cookies: cookies.map(({ set, known, ...cookie }) => ({
    ...cookie,
    via: set.via,
    url: set.url,
    who: known?.who ?? null,
  })),
})

const toldOf = ({ findings, passed }: SiteReport): readonly Told[] => [
  ...findings.map(finding => ({ finding, entry: null })),
  ...passed,
]

/** The report for programs. Fields may be added; none is renamed. Pictures stay in the page. */
export function reportJson({ sites, file, policy, issues }: Report, language: Language): object {
  return {
    sites: sites.map(siteJson),
    findings: sites.flatMap(one => toldOf(one).map(told => findingJson(told, one, { file, language }))),
    policy: policy === null ? null : { hash: policy.hash },
    baseline: issues.map(found => ({
      code: found.code,
      severity: found.severity,
      text: sayIssue(found, language),
      data: found.data,
    })),
  }
}
