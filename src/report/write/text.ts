import { report as messages, sayCookieRepair, sayIssue } from '../../messages/index.ts'
import { type Finding, groupAlike, SEVERITIES, type Severity } from '../../model/index.ts'
import { printable } from '../printable.ts'
import { countFindings, type Report, type SiteReport } from '../report.ts'
import { sayFinding, sayLooked, sayMend, sayPages, sayTreatments, sayVerdict, sayWhen } from '../say.ts'
import { wasSeen } from '../say-unseen.ts'
import type { SeenCookieVerdict } from '../verdicts.ts'
import { seenText } from './seen-text.ts'
import type { TextManner, TextPaint } from './text-manner.ts'

const PAINT = { error: 'red', warning: 'yellow', note: 'cyan' } as const satisfies Record<Severity, keyof TextPaint>

/** More than these are read elsewhere. */
const MOST_COOKIES = 8
const MOST_ALIKE = 12

/** `candor.yaml:12:3`: terminals and editors open it. */
const placeOf = ({ issue: { at } }: Finding, file: string | null): string =>
  file === null || at === undefined ? '' : `${file}:${at.line}:${at.column}`

function findingText(finding: Finding, { file }: Report, { language, paint }: TextManner): string {
  const where = [placeOf(finding, file), sayWhen(finding.states, language), sayPages(finding, language)]
  const told = where.filter(part => part !== '').join('  ')
  return `  ${sayFinding(finding, language)}\n    ${paint.dim(told)}\n`
}

/** Findings of one code have one cure: it is told once, below them. */
function codeText(alike: readonly [Finding, ...Finding[]], all: Report, manner: TextManner): string {
  const [first] = alike
  const { paint, language } = manner
  const head = paint[PAINT[first.issue.severity]](first.issue.code)
  const each = alike
    .slice(0, MOST_ALIKE)
    .map(finding => findingText(finding, all, manner))
    .join('')
  const more = alike.length - MOST_ALIKE
  const rest = more > 0 ? `  ${messages[language].more({ count: more })}\n` : ''
  return `${head}\n${each}${rest}  ${paint.green(messages[language].mend)} ${sayMend(first, language)}\n`
}

function severityText(
  findings: readonly Finding[],
  severity: Severity,
  rest: { all: Report; manner: TextManner },
): string {
  const { all, manner } = rest
  const grave = findings.filter(({ issue }) => issue.severity === severity)
  if (grave.length === 0) return ''
  const head = manner.paint.bold(messages[manner.language][`severity.${severity}`])
  const groups = groupAlike(grave, ({ issue }) => issue.code)
  return `\n${head}\n${groups.map(group => codeText(group, all, manner)).join('')}`
}

/** What the browsers do with it, and the first thing that helps. */
function cookieText({ name, treatments, repairs }: SeenCookieVerdict, { language, paint }: TextManner): string {
  const [repair] = repairs
  const mend =
    repair === undefined ? '' : `    ${paint.green(messages[language].mend)} ${sayCookieRepair(repair, language)}\n`
  return `  ${paint.bold(printable(name))}  ${sayTreatments(treatments, language).join(' · ')}\n${mend}`
}

function cookiesText({ cookies }: SiteReport, manner: TextManner): string {
  const words = messages[manner.language]
  const mendable = cookies.filter(({ repairs }) => repairs.length > 0)
  if (mendable.length === 0) return ''
  const shown = mendable.slice(0, MOST_COOKIES).map(cookie => cookieText(cookie, manner))
  const more = mendable.length - shown.length
  const rest = more > 0 ? `  ${words.more({ count: more })}\n` : ''
  return `\n${words['browsers.some']({ count: mendable.length })}\n${shown.join('')}${rest}`
}

function siteText(one: SiteReport, all: Report, manner: TextManner): string {
  const { language, paint } = manner
  const { error, warning } = countFindings(one.findings)
  const isSeen = wasSeen(one.site)
  const colour = error > 0 ? paint.red : warning > 0 || !isSeen ? paint.yellow : paint.green
  const passed = one.passed.length === 0 ? [] : [messages[language].passed({ count: one.passed.length })]
  const under = [...sayLooked(one, language), ...passed].map(line => `${paint.dim(line)}\n`).join('')
  const head = `${colour(sayVerdict(one, all, language))}\n${under}`
  // Of what nobody has seen there is nothing to list, and nothing to mend.
  if (!isSeen) return head
  const groups =
    all.policy === null
      ? seenText(one, all, manner)
      : SEVERITIES.map(severity => severityText(one.findings, severity, { all, manner })).join('')
  return `${head}${groups}${cookiesText(one, manner)}`
}

/** A report for a person at a terminal: whether the site keeps its word first, then what to mend, the gravest first. */
export function writeText(all: Report, manner: TextManner): string {
  const about = all.issues.map(found => `${printable(sayIssue(found, manner.language))} [${found.code}]\n`).join('')
  return [...all.sites.map(one => siteText(one, all, manner)), ...(about === '' ? [] : [about])].join('\n')
}
