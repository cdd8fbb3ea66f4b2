import { type BrowserVerdict, treatmentOf } from '../../../../judge/cookies/index.ts'
import { browser, cookie, type Language, sayBrowsers, sayRule, sayTreatment } from '../../../../messages/index.ts'
import { type CookieOutcome, type CookieQuestion, groupAlike } from '../../../../model/index.ts'
import type { Answers } from './answers.ts'

/** What stands in a cell, and how it looks; the words say it alone. */
export interface AnswerCell {
  readonly words: string
  readonly tone: 'good' | 'mild' | 'bad' | 'open' | 'nothing' | 'plain'
  readonly detail?: string
}

/** A row for the browsers that answer alike. */
export interface AnswerRow {
  readonly browsers: string
  readonly kept: AnswerCell
  readonly jar: AnswerCell
  readonly sent: readonly AnswerCell[]
  readonly why: string
}

const TONES = {
  kept: 'good',
  shortened: 'mild',
  'per-site': 'mild',
  passing: 'mild',
  refused: 'bad',
  'not-known': 'open',
} as const satisfies Record<CookieOutcome, AnswerCell['tone']>

const NOTHING: AnswerCell = { words: '–', tone: 'nothing' }

/** Of a cookie that is set on its own page, all pages that embed it are alike: one of them is enough to ask about. */
export const isAsked = (question: string, embedded: boolean): boolean => embedded || question !== 'embedded-again'

/** The questions that have a column. */
const COLUMNS = ['own', 'link', 'post', 'embedded-again', 'embedded-elsewhere'] as const
type Column = (typeof COLUMNS)[number]

const columnsFor = (embedded: boolean): readonly Column[] => COLUMNS.filter(column => isAsked(column, embedded))

function keptCell(verdict: BrowserVerdict, language: Language): AnswerCell {
  const text = cookie[language]
  const treatment = treatmentOf(verdict)
  const { outcome } = treatment
  const tone = TONES[outcome]
  if (outcome === 'refused') return { words: text['kept.no'], tone }
  if (outcome === 'not-known') return { words: text['kept.unknown'], tone }
  // That it is kept for a site apart is for the next cell to say.
  const life = outcome === 'per-site' ? { ...treatment, outcome: 'kept' as const } : treatment
  return { words: text['kept.yes'], tone, detail: sayTreatment(life, language) }
}

function jarCell({ stored, partition }: BrowserVerdict, language: Language): AnswerCell {
  if (stored !== true) return NOTHING
  const text = cookie[language]
  const words = partition === null ? text['jar.common'] : text['jar.apart']({ site: new URL(partition).host })
  return { words, tone: 'plain' }
}

function sentCell({ stored, sent }: BrowserVerdict, column: Column, language: Language): AnswerCell {
  if (stored === false) return NOTHING
  const text = cookie[language]
  const goes = sent[column] ?? null
  if (goes === null) return { words: text['sent.unknown'], tone: 'nothing' }
  if (!goes) return { words: text['sent.no'], tone: 'nothing' }
  const soonOver = column === 'post' && sent['post-later'] !== true
  return soonOver ? { words: text['sent.soon'], tone: 'mild' } : { words: text['sent.yes'], tone: 'good' }
}

/** Over each column, what the cookie is sent with there. */
export function sentColumns(ask: readonly CookieQuestion[], embedded: boolean, language: Language): readonly string[] {
  const text = cookie[language]
  const again = ask.find(({ id }) => id === 'embedded-again')
  const site = again === undefined ? '' : new URL(again.top).host
  return columnsFor(embedded).map(column =>
    column === 'embedded-again' ? text['sent.embedded-again']({ site }) : text[`sent.${column}`],
  )
}

/** What each browser does with the cookie. */
export function answerRows({ all }: Answers, embedded: boolean, language: Language): readonly AnswerRow[] {
  const columns = columnsFor(embedded)
  const rows = all.map(({ id, verdict }) => {
    const kept = keptCell(verdict, language)
    const jar = jarCell(verdict, language)
    const sent = columns.map(column => sentCell(verdict, column, language))
    return { id, row: { kept, jar, sent, why: sayRule(verdict.rule, verdict.data, language) } }
  })
  return groupAlike(rows, ({ row }) => JSON.stringify(row)).map(group => {
    const ids = group.map(({ id }) => id)
    const browsers = ids.length === all.length ? browser[language].all : sayBrowsers(ids, language)
    return { browsers, ...group[0].row }
  })
}
