import { type BrowserAgent, type BrowserVerdict, type StandardQuestion, treatmentOf } from '../judge/cookies/index.ts'
import {
  browser,
  type Language,
  sayBrowser,
  sayBrowsers,
  sayCookieRepair,
  sayRule,
  saySending,
  sayTreatment,
} from '../messages/index.ts'
import { type CookieOutcome, type CookieQuestion, groupAlike } from '../model/index.ts'
import type { AskedCookie } from './asked-cookie.ts'
import { type Cell, formatColumns, type Paint, printable } from './terminal.ts'

export interface CookieManner {
  readonly language: Language
  readonly paint: Paint
}

type Row = readonly [BrowserAgent, BrowserVerdict]

const OUTCOME_PAINT: Readonly<Record<CookieOutcome, keyof Paint>> = {
  kept: 'green',
  shortened: 'yellow',
  'per-site': 'yellow',
  passing: 'yellow',
  refused: 'red',
  'not-known': 'dim',
}

const MARK = { true: '✓', false: '–', null: '?' } as const

const nameOf = ({ id, version }: BrowserAgent, language: Language) => `${sayBrowser(id, language)} ${version}`

/** A row a browser: what is kept, and a mark for every question. */
function table(rows: readonly Row[], ask: readonly CookieQuestion[], { language, paint }: CookieManner): string {
  const text = browser[language]
  const head: Cell[] = [
    { text: text['table.browser'] },
    { text: text['table.kept'] },
    ...ask.map((_, at) => ({ text: String(at + 1) })),
  ]
  const body = rows.map(([agent, verdict]): Cell[] => {
    const treatment = treatmentOf(verdict)
    const marks = ask.map(({ id }) => MARK[`${verdict.sent[id] ?? null}`])
    return [
      { text: nameOf(agent, language) },
      { text: sayTreatment(treatment, language), paint: paint[OUTCOME_PAINT[treatment.outcome]] },
      ...marks.map(mark => ({ text: mark, paint: mark === '✓' ? paint.green : paint.dim })),
    ]
  })
  return formatColumns([head.map(cell => ({ ...cell, paint: paint.bold })), ...body], 2)
}

/** Browsers by the sentence that holds for them. */
function bySentence(rows: readonly Row[], say: (verdict: BrowserVerdict) => string | null, language: Language) {
  const said = rows.flatMap(([{ id }, verdict]) => {
    const sentence = say(verdict)
    return sentence === null ? [] : [{ id, sentence }]
  })
  return groupAlike(said, ({ sentence }) => sentence).map((group): Cell[] => {
    const ids = group.map(({ id }) => id)
    const whose = ids.length === rows.length ? '' : ` (${sayBrowsers(ids, language)})`
    return [{ text: printable(group[0].sentence) + whose }]
  })
}

function siteOf({ id, top }: CookieQuestion): string {
  return id.startsWith('embedded') ? new URL(top).host : ''
}

/** The questions by their numbers, each with why it is not sent where it could have been. */
function legend(rows: readonly Row[], ask: readonly CookieQuestion[], { language, paint }: CookieManner): string {
  const text = browser[language]
  return ask
    .map((question, at) => {
      const message = text[`question.${question.id as StandardQuestion}`]
      const words = typeof message === 'function' ? message({ site: siteOf(question) }) : message
      const refusals = bySentence(
        rows.filter(([, { stored }]) => stored === true),
        ({ reasons, sent }) => (sent[question.id] === true ? null : saySending(reasons[question.id] ?? '', language)),
        language,
      )
      return `  ${paint.bold(String(at + 1))}  ${words}\n${formatColumns(refusals, 5)}`
    })
    .join('')
}

/** One cookie before all browsers, for people. */
export function cookieText({ asked, verdicts, fine, repairs }: AskedCookie, manner: CookieManner): string {
  const { language, paint } = manner
  const text = browser[language]
  const { via, url, top } = asked.set
  const heading = (words: string) => `\n${paint.bold(words)}\n`
  const mending = repairs.map((repair): Cell[] => [{ text: sayCookieRepair(repair, language) }])
  return [
    `${paint.cyan(printable(asked.cookie))}\n${text['table.set']({ via, url, top: top === url ? 'none' : top })}\n\n`,
    table(verdicts, asked.ask, manner),
    heading(text['table.why']),
    formatColumns(
      bySentence(verdicts, ({ rule, data }) => sayRule(rule, data, language), language),
      2,
    ),
    heading(text['table.sent']),
    legend(verdicts, asked.ask, manner),
    heading(text.repairs),
    formatColumns(mending.length > 0 ? mending : [[{ text: text[fine ? 'repairs.fine' : 'repairs.none'] }]], 2),
    `\n${paint.dim(text['table.list-note'])}\n`,
  ].join('')
}
