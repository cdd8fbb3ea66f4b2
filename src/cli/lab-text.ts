import {
  AGREEMENTS,
  type AgentRun,
  countAgreements,
  type Difference,
  differencesOf,
  type LabRun,
  sayCase,
  sayFact,
  sayField,
  saySkip,
} from '../lab/index.ts'
import { type Language, lab, sayBrowser } from '../messages/index.ts'
import { type Cell, formatColumns, type Paint } from './terminal.ts'

export interface LabManner {
  readonly language: Language
  readonly paint: Paint
}

/** What is said when a browser is through. */
export function endedText(run: AgentRun, language: Language): string {
  const browser = sayBrowser(run.agent, language)
  const text = lab[language]
  if (run.state === 'skipped') return text.skipped({ browser, why: saySkip(run.why, language) })
  const { observed, comparisons, strangers } = run
  const differ = countAgreements(comparisons).differs
  const seconds = Math.round(observed.seconds)
  const ended = text.ended({ browser, version: observed.version, cases: comparisons.length, seconds, differ })
  return strangers.length === 0 ? ended : `${ended}\n${text.strangers({ browser, hosts: strangers.join(', ') })}`
}

function summaryRow(run: AgentRun, { language, paint }: LabManner): Cell[] {
  const name = { text: sayBrowser(run.agent, language) }
  if (run.state === 'skipped') return [name, { text: saySkip(run.why, language), paint: paint.dim }]
  const counts = countAgreements(run.comparisons)
  return [
    name,
    { text: run.observed.version },
    ...AGREEMENTS.map((agreement): Cell => {
      const count = counts[agreement]
      return { text: String(count), ...(agreement === 'differs' && count > 0 ? { paint: paint.red } : {}) }
    }),
    { text: String(Math.round(run.observed.seconds)) },
  ]
}

const differenceRow = ({ asked, agent, field, seen, judged, rule }: Difference, language: Language): Cell[] => [
  { text: asked.id },
  { text: sayBrowser(agent, language) },
  { text: sayField(field, language) },
  { text: sayFact(seen, language) },
  { text: sayFact(judged, language) },
  { text: rule },
  { text: sayCase(asked) },
]

/** The run for people: a line a browser, then every difference with both answers. */
export function labText(run: LabRun, manner: LabManner): string {
  const { language, paint } = manner
  const text = lab[language]
  const bold = (word: string): Cell => ({ text: word, paint: paint.bold })
  const head = [text['column.browser'], text['column.version'], ...AGREEMENTS.map(key => text[`column.${key}`])]
  const summary = [
    [...head, text['column.seconds']].map(bold),
    ...run.agents.map(agentRun => summaryRow(agentRun, manner)),
  ]
  const differences = differencesOf(run)
  if (differences.length === 0) return `${formatColumns(summary)}\n${text['no-difference']}\n`
  const columns = ['case', 'browser', 'what', 'seen', 'judged', 'rule', 'cookie'] as const
  const rows = [
    columns.map(key => bold(text[`column.${key}`])),
    ...differences.map(difference => differenceRow(difference, language)),
  ]
  const title = paint.bold(text.differences({ count: differences.length }))
  return `${formatColumns(summary)}\n${title}\n\n${formatColumns(rows)}`
}
