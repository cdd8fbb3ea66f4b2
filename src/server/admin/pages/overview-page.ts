import { type RetentionTerm, recordsRetention } from '../../../enforce/records/index.ts'
import { admin as messages } from '../../../messages/index.ts'
import { type Policy, textIn } from '../../../model/index.ts'
import { escapeText } from '../../../publish/index.ts'
import type { DoorTally, ReceiptDay, ReceiptStats } from '../../../store/index.ts'
import { barChart } from './charts.ts'
import { doorSection } from './door-section.ts'
import type { Frame, Page } from './frame.ts'
import { barsOf, dayOf, firstDay, SPANS, type Span } from './history.ts'
import { practiceSection } from './practice-section.ts'
import { section } from './section.ts'
import { tableHtml } from './table.ts'
import { createWords, type Words } from './words.ts'

export interface Overview {
  readonly policy: Policy
  readonly span: Span
  readonly now: Date
  readonly history: readonly ReceiptDay[]
  readonly stats: ReceiptStats
  readonly door: readonly DoorTally[]
}

function spanLinks({ base, language }: Frame, chosen: Span): string {
  const text = messages[language]
  const links = SPANS.map(days => {
    const current = days === chosen ? ' aria-current="true"' : ''
    return `<li><a href="${base}?days=${days}"${current}>${text['span.days']({ days })}</a></li>`
  })
  return `<nav class="spans" aria-label="${text.span}"><ul>${links.join('')}</ul></nav>`
}

function keptFor(policy: Policy, term: RetentionTerm | null, { text, language }: Words): string {
  if (term === null) return text['kept.endless']
  const period = text.period({ unit: term.period.unit, count: term.period.count })
  if (term.practice === null) return text['kept.default']({ period })
  const practice = policy.practices.find(({ id }) => id === term.practice)
  return text.kept({ period, practice: practice === undefined ? term.practice : textIn(practice.name, language) })
}

function numbers({ stats, history, policy }: Overview, words: Words): string {
  const { text, number } = words
  const rows = [
    [history.reduce((sum, { receipts }) => sum + receipts, 0), text['counts.span']],
    [stats.receipts, text['counts.all']],
    [stats.how.button ?? 0, text['counts.button']],
    [stats.how.form ?? 0, text['counts.form']],
    [stats.how.signal ?? 0, text['counts.signal']],
    [stats.erased, text['counts.erased']],
  ] as const
  const list = rows.map(([count, name]) => `<div><dt>${name}</dt><dd>${number(count)}</dd></div>`).join('')
  const kept = escapeText(keptFor(policy, recordsRetention(policy), words))
  return section('counts', text.counts, `<dl class="numbers">${list}</dl>\n<p class="soft">${kept}</p>`)
}

function overTime({ history, span, now }: Overview, { text, number, date }: Words): string {
  if (history.length === 0) return section('history', text.history, `<p class="note">${text['history.none']}</p>`)
  const bars = barsOf(history, span, now)
  const [from, to] = [date(firstDay(span, now)), date(dayOf(now.getTime()))]
  const most = number(Math.max(...bars.map(({ choices }) => choices)))
  const said = text['history.chart']({ from, to, most })
  const columns = [{ title: text['history.day'] }, { title: text['counts.choices'], number: true }]
  const rows = history.map(({ day, receipts }) => [date(day), number(receipts)])
  const table = `<div class="scroll" tabindex="0" role="region" aria-label="${text['history.table']}">${tableHtml(text.history, columns, rows.reverse())}</div>`
  const details = `<details><summary>${text['history.table']}</summary>${table}</details>`
  return section('history', text.history, `${barChart({ bars, said, from, to, most })}\n${details}`)
}

export function overviewPage(frame: Frame, overview: Overview): Page {
  const words = createWords(frame.language)
  const main = [
    spanLinks(frame, overview.span),
    numbers(overview, words),
    overTime(overview, words),
    practiceSection(overview.history, overview.policy, words),
    doorSection(overview.door, overview.policy, words),
  ].join('\n')
  return { title: words.text.overview, section: 'overview', main }
}
