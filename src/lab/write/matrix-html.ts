import { type Language, lab, sayBrowser } from '../../messages/index.ts'
import type { CookieCase, CookieQuestion, CookieSetting } from '../../model/index.ts'
import { escapeText as text } from '../../publish/index.ts'
import type { Comparison, Fact } from '../compare.ts'
import type { AgentRun, LabRun } from '../run-lab.ts'
import { AGREEMENTS, countAgreements, differencesOf, type RanAgent, ranAgents } from '../summary.ts'
import { MATRIX_STYLE } from './matrix-style.ts'
import { sayFact, sayField, sayLine } from './say-point.ts'
import { saySkip } from './say-skip.ts'

/** Cases that share where they are set and what is asked. */
interface Group {
  readonly name: string
  readonly set: CookieSetting
  readonly ask: readonly CookieQuestion[]
  readonly cases: readonly CookieCase[]
}

function groupsOf(cases: readonly CookieCase[]): Group[] {
  const groups = new Map<string, CookieCase[]>()
  for (const asked of cases) {
    const name = asked.id.split('.')[0] ?? ''
    groups.set(name, [...(groups.get(name) ?? []), asked])
  }
  return [...groups].flatMap(([name, alike]) =>
    alike.slice(0, 1).map(({ set, ask }) => ({ name, set, ask, cases: alike })),
  )
}

/** One browser's column: its answers by case. */
interface Column {
  readonly run: RanAgent
  readonly byId: ReadonlyMap<string, Comparison>
}

const seenAt = ({ points }: Comparison, field: string): Fact =>
  points.find(point => point.field === field)?.seen ?? null

const KEPT = '●'
const KEPT_APART = '◐'
const REFUSED = '–'

/** Whether and where it is kept, how long, and the numbers of the questions it is sent for. */
function cellHtml(comparison: Comparison | undefined, ask: readonly CookieQuestion[], language: Language): string {
  if (comparison === undefined) return '<td></td>'
  const { agreement, rule, points } = comparison
  const partition = seenAt(comparison, 'partition')
  const expires = seenAt(comparison, 'expires')
  const stored = seenAt(comparison, 'stored')
  const mark =
    stored === null ? '?' : stored ? (partition === null || partition === 'common' ? KEPT : KEPT_APART) : REFUSED
  const life = typeof expires === 'number' ? ` ${sayFact(expires, language)}` : ''
  const sent = ask.flatMap(({ id }, at) => (seenAt(comparison, `sent.${id}`) === true ? [at + 1] : []))
  const worst = points
    .filter(point => point.agreement === 'differs')
    .map(
      point =>
        `${sayField(point.field, language)}: ${sayFact(point.seen, language)} ≠ ${sayFact(point.judged, language)}`,
    )
  const lines = [sent.join(' '), ...worst].filter(line => line !== '').map(line => `<small>${text(line)}</small>`)
  return `<td class="${agreement}" title="${text(rule)}">${mark}${text(life)}${lines.join('')}</td>`
}

const headHtml = (cells: readonly string[]) =>
  `<thead><tr>${cells.map(cell => `<th scope="col">${text(cell)}</th>`).join('')}</tr></thead>`

function groupHtml({ name, set, ask, cases }: Group, columns: readonly Column[], language: Language): string {
  const words = lab[language]
  const rows = cases.map(({ id, cookie }) => {
    const cells = columns.map(({ byId }) => cellHtml(byId.get(id), ask, language)).join('')
    return `<tr id="${text(id)}"><th scope="row">${text(id.slice(name.length + 1))}</th><td><code>${text(sayLine(cookie))}</code></td>${cells}</tr>`
  })
  const names = columns.map(({ run }) => `${sayBrowser(run.agent, language)} ${run.version}`)
  return `<section aria-labelledby="${text(name)}"><h2 id="${text(name)}">${text(name)}</h2>
<p>${words['page.set']} <code>${text(JSON.stringify(set))}</code></p>
<details><summary>${text(words['page.questions']({ count: ask.length }))}</summary>
<ol>${ask.map(({ id, ...question }) => `<li>${text(id)} <code>${text(JSON.stringify(question))}</code></li>`).join('\n')}</ol></details>
<div class="wide"><table>${headHtml([words['column.case'], words['column.cookie'], ...names])}
<tbody>${rows.join('\n')}</tbody></table></div></section>`
}

function summaryRow(run: AgentRun, language: Language): string {
  const name = `<th scope="row">${text(sayBrowser(run.agent, language))}</th>`
  if (run.state === 'skipped') return `<tr>${name}<td colspan="6">${text(saySkip(run.why, language))}</td></tr>`
  const counts = countAgreements(run.comparisons)
  const numbers = [...AGREEMENTS.map(agreement => counts[agreement]), Math.round(run.seconds)]
  return `<tr>${name}<td>${text(run.version)}</td>${numbers.map(count => `<td class="number">${count}</td>`).join('')}</tr>`
}

function summaryHtml({ agents }: LabRun, language: Language): string {
  const words = lab[language]
  const head = [
    words['column.browser'],
    words['column.version'],
    ...AGREEMENTS.map(key => words[`column.${key}`]),
    words['column.seconds'],
  ]
  return `<table>${headHtml(head)}<tbody>${agents.map(run => summaryRow(run, language)).join('\n')}</tbody></table>`
}

function differencesHtml(run: LabRun, language: Language): string {
  const words = lab[language]
  const differences = differencesOf(run)
  if (differences.length === 0) return `<p>${text(words['no-difference'])}</p>`
  const rows = differences.map(({ agent, asked, field, seen, judged, rule }) => {
    const cells = [
      sayBrowser(agent, language),
      sayField(field, language),
      sayFact(seen, language),
      sayFact(judged, language),
      rule,
    ]
    return `<tr><th scope="row"><a href="#${text(asked.id)}">${text(asked.id)}</a></th>${cells.map(cell => `<td>${text(cell)}</td>`).join('')}</tr>`
  })
  const head = ['case', 'browser', 'what', 'seen', 'judged', 'rule'] as const
  return `<h2>${text(words.differences({ count: differences.length }))}</h2>
<table>${headHtml(head.map(key => words[`column.${key}`]))}<tbody>${rows.join('\n')}</tbody></table>`
}

/** The whole matrix as one page: every case a row, every browser a column, nothing to load beside it. */
export function matrixHtml(run: LabRun, language: Language): string {
  const words = lab[language]
  const columns = ranAgents(run).map(agent => ({
    run: agent,
    byId: new Map(agent.comparisons.map(comparison => [comparison.id, comparison])),
  }))
  const groups = groupsOf(run.cases)
  const title = words['page.title']({ count: run.cases.length })
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'">
<title>${text(title)}</title><style>${MATRIX_STYLE}</style></head><body><main>
<h1>${text(title)}</h1><p>${text(run.date.toISOString().slice(0, 10))}</p>
<p>${text(words['page.how'])}</p>
${summaryHtml(run, language)}
${differencesHtml(run, language)}
<nav aria-label="${text(words['page.groups'])}"><ul>${groups.map(({ name }) => `<li><a href="#${text(name)}">${text(name)}</a></li>`).join('')}</ul></nav>
${groups.map(group => groupHtml(group, columns, language)).join('\n')}
</main></body></html>
`
}
