import { type Language, lab, sayBrowser } from '../../messages/index.ts'
import type { CookieCase, CookieQuestion, CookieSetting } from '../../model/index.ts'
import { escapeText as text } from '../../publish/index.ts'
import type { JarCase } from '../cases/index.ts'
import type { Comparison, Point } from '../compare.ts'
import type { SeenAnswer } from '../run/index.ts'
import type { AgentRun, LabRun } from '../run-lab.ts'
import { AGREEMENTS, countAgreements, differencesOf, type RanAgent, ranAgents } from '../summary.ts'
import { MATRIX_STYLE } from './matrix-style.ts'
import { sayCase, sayFact, sayField } from './say-point.ts'
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

/** One browser's column: what it did and how that compares, by case. */
interface Column {
  readonly run: RanAgent
  readonly seen: ReadonlyMap<string, SeenAnswer>
  readonly compared: ReadonlyMap<string, Comparison>
}

const byId = <T extends { readonly id: string }>(items: readonly T[]): ReadonlyMap<string, T> =>
  new Map(items.map(item => [item.id, item]))

const MARK = { kept: '●', apart: '◐', refused: '–', unseen: '?' } as const

const markOf = ({ stored, kept }: SeenAnswer): string =>
  stored === null
    ? MARK.unseen
    : !stored
      ? MARK.refused
      : kept === null || kept.partition === null
        ? MARK.kept
        : MARK.apart

const bothFacts = ({ field, seen, judged }: Point, language: Language): string =>
  `${sayField(field, language)}: ${sayFact(seen, language)} ≠ ${sayFact(judged, language)}`

/** Whether and where it is kept, how long, and the numbers of the questions it is sent for. */
function cellHtml({ seen, compared }: Column, { id, ask }: CookieCase, language: Language): string {
  const [answer, comparison] = [seen.get(id), compared.get(id)]
  if (answer === undefined || comparison === undefined) return '<td></td>'
  const life = typeof answer.kept?.expires === 'number' ? ` ${sayFact(answer.kept.expires, language)}` : ''
  const sent = ask.flatMap((question, at) => (answer.sent[question.id] === true ? [at + 1] : []))
  const differing = comparison.points.filter(point => point.agreement === 'differs')
  const lines = [sent.join(' '), ...differing.map(point => bothFacts(point, language))]
  const small = lines.filter(line => line !== '').map(line => `<small>${text(line)}</small>`)
  return `<td class="${comparison.agreement}" title="${text(comparison.rule)}">${markOf(answer)}${text(life)}${small.join('')}</td>`
}

/** A case's row; its name without that of its group. */
const rowHtml = (id: string, what: string, cells: string): string =>
  `<tr id="${text(id)}"><th scope="row">${text(id.slice(id.indexOf('.') + 1))}</th><td><code>${text(what)}</code></td>${cells}</tr>`

const headHtml = (cells: readonly string[]) =>
  `<thead><tr>${cells.map(cell => `<th scope="col">${text(cell)}</th>`).join('')}</tr></thead>`

const columnName = ({ agent, observed }: RanAgent, language: Language) =>
  `${sayBrowser(agent, language)} ${observed.version}`

function groupHtml({ name, set, ask, cases }: Group, columns: readonly Column[], language: Language): string {
  const words = lab[language]
  const rows = cases.map(asked => {
    const cells = columns.map(column => cellHtml(column, asked, language)).join('')
    return rowHtml(asked.id, sayCase(asked), cells)
  })
  const names = columns.map(({ run }) => columnName(run, language))
  return `<section aria-labelledby="${text(name)}"><h2 id="${text(name)}">${text(name)}</h2>
<p>${words['page.set']} <code>${text(JSON.stringify(set))}</code></p>
<details><summary>${text(words['page.questions']({ count: ask.length }))}</summary>
<ol>${ask.map(({ id, ...question }) => `<li>${text(id)} <code>${text(JSON.stringify(question))}</code></li>`).join('\n')}</ol></details>
<div class="wide"><table>${headHtml([words['column.case'], words['column.cookie'], ...names])}
<tbody>${rows.join('\n')}</tbody></table></div></section>`
}

function jarCellHtml({ compared }: Column, { id }: JarCase, language: Language): string {
  const [point] = compared.get(id)?.points ?? []
  if (point === undefined) return '<td></td>'
  const told = point.agreement === 'differs' ? bothFacts(point, language) : sayFact(point.seen, language)
  return `<td class="${point.agreement}"><code>${text(told)}</code></td>`
}

function jarsHtml(jars: readonly JarCase[], columns: readonly Column[], language: Language): string {
  if (jars.length === 0) return ''
  const words = lab[language]
  const rows = jars.map(jar =>
    rowHtml(jar.id, sayCase(jar), columns.map(column => jarCellHtml(column, jar, language)).join('')),
  )
  const names = columns.map(({ run }) => columnName(run, language))
  return `<section aria-labelledby="jar"><h2 id="jar">jar</h2><p>${text(words['page.jars'])}</p>
<div class="wide"><table>${headHtml([words['column.case'], words['column.cookie'], ...names])}
<tbody>${rows.join('\n')}</tbody></table></div></section>`
}

function summaryRow(run: AgentRun, language: Language): string {
  const name = `<th scope="row">${text(sayBrowser(run.agent, language))}</th>`
  if (run.state === 'skipped') return `<tr>${name}<td colspan="6">${text(saySkip(run.why, language))}</td></tr>`
  const counts = countAgreements(run.comparisons)
  const numbers = [...AGREEMENTS.map(agreement => counts[agreement]), Math.round(run.observed.seconds)]
  return `<tr>${name}<td>${text(run.observed.version)}</td>${numbers.map(count => `<td class="number">${count}</td>`).join('')}</tr>`
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
  const columns = ranAgents(run).map(ran => ({
    run: ran,
    seen: byId(ran.observed.answers),
    compared: byId(ran.comparisons),
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
${jarsHtml(run.jars, columns, language)}
</main></body></html>
`
}
