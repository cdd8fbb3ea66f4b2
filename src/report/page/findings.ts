import { report as messages } from '../../messages/index.ts'
import { type Finding, type Observation, SEVERITIES, type Severity } from '../../model/index.ts'
import type { BaselineEntry } from '../baseline/read-baseline.ts'
import { printable } from '../printable.ts'
import { sayFinding, sayMend, saySubject } from '../say.ts'
import { code, details, type Html, join, NOTHING, tag, text } from './html.ts'
import { sourceOf } from './source.ts'
import type { View } from './view.ts'

/** Whoever wants more finds all of them in the JSON. */
const MOST_EVIDENCE = 12

/** The facts behind a finding, a line each. */
function evidenceLine(seen: Observation, { language }: View): Html {
  const words = messages[language]
  const about = [words[`state.${seen.state}`], words[`engine.${seen.engine}`], printable(seen.page)]
  const source = sourceOf(seen, language)
  return tag('li', {}, text(about.join(' · ')), source === '' ? NOTHING : join([text(' · '), code(source)]))
}

function evidence(finding: Finding, view: View): Html {
  const words = messages[view.language]
  if (finding.evidence.length === 0) return NOTHING
  const lines = finding.evidence.slice(0, MOST_EVIDENCE).map(seen => evidenceLine(seen, view))
  const more = finding.evidence.length - lines.length
  const rest = more > 0 ? [tag('li', {}, text(words['evidence.more']({ count: more })))] : []
  return details(words.evidence, tag('ul', {}, ...lines, ...rest))
}

function findingHtml(finding: Finding, view: View, entry: BaselineEntry | null = null): Html {
  const { all, language } = view
  const words = messages[language]
  const { at } = finding.issue
  const place =
    all.file === null || at === undefined ? [] : [words['in-declaration']({ file: all.file, line: at.line })]
  const states = finding.states.map(state => words[`state.${state}`])
  const tags = [...states, ...place].map(word => tag('li', {}, text(printable(word))))
  const passed =
    entry === null
      ? NOTHING
      : tag(
          'p',
          { class: 'soft' },
          text(words['passed.reason']({ until: entry.until ?? '…', reason: printable(entry.reason) })),
        )
  const look = entry === null ? finding.issue.severity : 'passed'
  return tag(
    'article',
    { class: `finding ${look}` },
    tag('h4', {}, code(finding.issue.code), text(` ${saySubject(finding, language)}`)),
    tag('p', { class: 'told' }, text(sayFinding(finding, language))),
    tags.length === 0 ? NOTHING : tag('ul', { class: 'tags' }, ...tags),
    tag('p', {}, tag('strong', {}, text(words.mend)), text(` ${sayMend(finding, language)}`)),
    passed,
    evidence(finding, view),
  )
}

function severityHtml(severity: Severity, view: View): Html {
  const found = view.one.findings.filter(({ issue }) => issue.severity === severity)
  if (found.length === 0) return NOTHING
  const name = `${messages[view.language][`severity.${severity}`]} (${found.length})`
  return join([tag('h3', {}, text(name)), ...found.map(finding => findingHtml(finding, view))])
}

/** The findings, the gravest first; then those that the baseline lets pass. */
export function findingsHtml(view: View): Html {
  const { one, language } = view
  const words = messages[language]
  const none = tag('p', {}, text(words['page.findings.none']))
  const passed = one.passed.map(({ finding, entry }) => findingHtml(finding, view, entry))
  const let_ = passed.length === 0 ? [] : [details(words.passed({ count: passed.length }), join(passed))]
  return join([
    tag('h2', { id: `${view.prefix}-findings` }, text(words['page.findings'])),
    ...(one.findings.length === 0 ? [none] : SEVERITIES.map(severity => severityHtml(severity, view))),
    ...let_,
  ])
}
