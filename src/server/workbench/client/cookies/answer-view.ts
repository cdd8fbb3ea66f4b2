import { BROWSER_IDS, BROWSERS } from '../../../../judge/cookies/index.ts'
import { browser, cookie, sayVersions } from '../../../../messages/index.ts'
import { h, scrollingTable } from '../dom.ts'
import { language } from '../language.ts'
import { type AnswerCell, type AnswerRow, answerRows, sentColumns } from './answer-rows.ts'
import type { Answers } from './answers.ts'

const text = cookie[language]

const cellElement = ({ words, tone, detail }: AnswerCell): HTMLElement =>
  h('td', { class: tone }, detail === undefined ? words : h('strong', {}, words), detail && h('small', {}, detail))

const rowElement = ({ browsers, kept, jar, sent, why }: AnswerRow): HTMLTableRowElement =>
  h(
    'tr',
    {},
    h('th', { attributes: { scope: 'row' } }, browsers),
    ...[kept, jar, ...sent].map(cellElement),
    h('td', { class: 'why' }, why),
  )

function headElements(columns: readonly string[]): readonly HTMLTableRowElement[] {
  const tall = (name: string) => h('th', { attributes: { scope: 'col', rowspan: '2' } }, name)
  const over = h('th', { attributes: { scope: 'colgroup', colspan: String(columns.length) } }, text.sent)
  return [
    h('tr', {}, tall(text.browser), tall(text.kept), tall(text.jar), over, tall(text.why)),
    h('tr', {}, ...columns.map(column => h('th', { attributes: { scope: 'col' } }, column))),
  ]
}

/** What each browser does with the cookie, and by which rules. */
export function answerSection(answers: Answers, embedded: boolean): HTMLElement {
  const versions = BROWSER_IDS.map(id => ({ id, version: BROWSERS[id].version }))
  return h(
    'section',
    { class: 'answers' },
    h('h2', {}, text.answers),
    scrollingTable(
      text.answers,
      headElements(sentColumns(answers.ask, embedded, language)),
      answerRows(answers, embedded, language).map(rowElement),
    ),
    h('p', { class: 'hint' }, text.versions({ browsers: sayVersions(versions, language) })),
    h('p', { class: 'hint' }, browser[language]['table.list-note']),
  )
}
