import { type Policy, textIn } from '../../../model/index.ts'
import { escapeText } from '../../../publish/index.ts'
import type { ReceiptDay } from '../../../store/index.ts'
import { shareBar, trendLine } from './charts.ts'
import { type PracticeCount, practicesOf } from './history.ts'
import { section } from './section.ts'
import { tableHtml } from './table.ts'
import type { Words } from './words.ts'

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

/** Who said yes to each practice, and who said no. */
export function practiceSection(history: readonly ReceiptDay[], policy: Policy, words: Words): string {
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
