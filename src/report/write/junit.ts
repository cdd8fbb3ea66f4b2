import type { Language } from '../../messages/index.ts'
import { type Finding, SEVERITIES, type Severity } from '../../model/index.ts'
import { attributes, escapeText } from '../../publish/writing/index.ts'
import type { PassedFinding } from '../baseline/apply-baseline.ts'
import { printable } from '../printable.ts'
import type { Report, SiteReport } from '../report.ts'
import { sayFinding, sayMend, sayPages, sayVerdict, sayWhen } from '../say.ts'

export interface JunitOptions {
  readonly language: Language
  /** The least weight that is a failure; none with `never`. */
  readonly failOn: Severity | 'never'
}

const fails = ({ issue: { severity } }: Finding, failOn: JunitOptions['failOn']): boolean =>
  failOn !== 'never' && SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(failOn)

function bodyOf(finding: Finding, file: string | null, language: Language): string {
  const { at } = finding.issue
  const place = file === null || at === undefined ? '' : `${file}:${at.line}:${at.column}`
  const lines = [place, sayWhen(finding.states, language), sayPages(finding, language), sayMend(finding, language)]
  return escapeText(lines.filter(line => line !== '').join('\n'))
}

const caseOf = (finding: Finding, inside: string): string => {
  const { subject, host } = finding
  const name = printable(host === null || subject.includes(host) ? subject : `${subject} (${host})`)
  return `<testcase${attributes({ classname: `candor.${finding.issue.code}`, name, time: 0 })}>${inside}</testcase>`
}

function findingCase(finding: Finding, { file }: Report, { language, failOn }: JunitOptions): string {
  const body = bodyOf(finding, file, language)
  const message = sayFinding(finding, language)
  return caseOf(
    finding,
    fails(finding, failOn)
      ? `<failure${attributes({ type: finding.issue.severity, message })}>${body}</failure>`
      : `<system-out>${escapeText(message)}\n${body}</system-out>`,
  )
}

const passedCase = ({ finding, entry }: PassedFinding): string =>
  caseOf(finding, `<skipped${attributes({ message: entry.reason })}/>`)

/** A site in which nothing counts is one test that is passed: an empty suite looks like one that was not run. */
function suite(one: SiteReport, all: Report, options: JunitOptions): string {
  const { site, findings, passed } = one
  const cases = [...findings.map(finding => findingCase(finding, all, options)), ...passed.map(passedCase)]
  const kept = `<testcase${attributes({ classname: 'candor', name: sayVerdict(one, all, options.language), time: 0 })}/>`
  const seconds = Math.max(0, (Date.parse(site.ended) - Date.parse(site.began)) / 1000) || 0
  const head = attributes({
    name: site.url,
    tests: Math.max(1, cases.length),
    failures: findings.filter(finding => fails(finding, options.failOn)).length,
    errors: 0,
    skipped: passed.length,
    time: seconds,
    timestamp: site.began.slice(0, 19),
  })
  return `<testsuite${head}>\n${(cases.length === 0 ? [kept] : cases).join('\n')}\n</testsuite>`
}

/** JUnit XML, as servers for continuous integration read it: a suite a site, a test a finding. */
export function reportJunit(all: Report, options: JunitOptions): string {
  const suites = all.sites.map(one => suite(one, all, options))
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="candor">\n${suites.join('\n')}\n</testsuites>\n`
}
