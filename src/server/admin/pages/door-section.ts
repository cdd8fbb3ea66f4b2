import { type Policy, textIn } from '../../../model/index.ts'
import { escapeText } from '../../../publish/index.ts'
import type { DoorTally } from '../../../store/index.ts'
import { section } from './section.ts'
import { tableHtml } from './table.ts'
import type { Words } from './words.ts'

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

/** What was done to cookies at the door, and why. */
export function doorSection(door: readonly DoorTally[], policy: Policy, words: Words): string {
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
