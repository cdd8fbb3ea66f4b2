import { type RetentionTerm, recordsRetention } from '../../enforce/records/index.ts'
import { admin as messages } from '../../messages/index.ts'
import { type Policy, textIn } from '../../model/index.ts'
import { escapeText } from '../../publish/index.ts'
import type { DoorTally, ReceiptDay, ReceiptStats } from '../../store/index.ts'
import { barChart, shareBar, trendLine } from './charts.ts'
import type { Frame, Page } from './frame.ts'
import { barsOf, dayOf, firstDay, type PracticeCount, practicesOf, SPANS, type Span } from './history.ts'
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

const section = (id: string, title: string, inner: string): string =>
  `<section aria-labelledby="${id}"><h2 id="${id}">${escapeText(title)}</h2>\n${inner}\n</section>`

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

function practiceRow(policy: Policy, count: PracticeCount, words: Words): readonly string[] {
  const { text, number, percent, language } = words
  const declared = policy.practices.find(({ id }) => id === count.practice)
  const share = count.granted / (count.granted + count.refused)
  const [first = 0, last = first] = [count.shares[0], count.shares.at(-1)]
  const said = text['practices.chart']({ first: percent(first), last: percent(last) })
  return [
    escapeText(declared === undefined ? count.practice : textIn(declared.name, language)),
    number(count.granted),
    number(count.refused),
    `<div class="share"><span>${percent(share)} %</span>${shareBar(share)}</div>`,
    count.shares.length < 2 ? '' : trendLine(`trend-${count.practice}`, count.shares, said),
  ]
}

function byPractice({ history, policy }: Overview, words: Words): string {
  const { text } = words
  const counts = practicesOf(history)
  if (counts.length === 0) return ''
  const columns = [
    { title: text['practices.practice'] },
    { title: text['practices.granted'], number: true },
    { title: text['practices.refused'], number: true },
    { title: text['practices.share'] },
    { title: text['practices.trend'] },
  ]
  const table = tableHtml(
    text.practices,
    columns,
    counts.map(count => practiceRow(policy, count, words)),
  )
  return section('practices', text.practices, `<p class="soft">${text['practices.lead']}</p>\n${table}`)
}

function doorRow(policy: Policy, tally: DoorTally, { text, number, language }: Words): readonly string[] {
  const practice = policy.practices.find(({ id }) => id === tally.practice)
  const done = text['door.action']({ action: tally.action })
  return [
    `<code>${escapeText(tally.cookie)}</code>`,
    escapeText(practice === undefined ? (tally.practice ?? text['door.undeclared']) : textIn(practice.name, language)),
    escapeText(tally.mode === 'report' ? text['door.report']({ done }) : done),
    escapeText(text['door.reason']({ reason: tally.reason.replaceAll('-', '_') })),
    number(tally.count),
  ]
}

function atTheDoor({ door, policy }: Overview, words: Words): string {
  const { text } = words
  const passed = door.filter(({ action }) => action === 'passed').reduce((sum, { count }) => sum + count, 0)
  const held = door.filter(({ action }) => action !== 'passed')
  if (held.length === 0) {
    const said = passed === 0 ? text['door.none'] : text['door.clean']({ count: passed })
    return section('door', text.door, `<p class="note">${said}</p>`)
  }
  const columns = [
    { title: text['door.cookie'] },
    { title: text['door.practice'] },
    { title: text['door.done'] },
    { title: text['door.why'] },
    { title: text['door.times'], number: true },
  ]
  const table = tableHtml(
    text.door,
    columns,
    held.map(tally => doorRow(policy, tally, words)),
  )
  return section('door', text.door, `<p class="soft">${text['door.lead']}</p>\n${table}`)
}

export function overviewPage(frame: Frame, overview: Overview): Page {
  const words = createWords(frame.language)
  const main = [
    spanLinks(frame, overview.span),
    numbers(overview, words),
    overTime(overview, words),
    byPractice(overview, words),
    atTheDoor(overview, words),
  ].join('\n')
  return { title: words.text.overview, section: 'overview', main }
}
