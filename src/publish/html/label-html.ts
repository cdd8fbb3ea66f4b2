import { label as messages } from '../../messages/index.ts'
import type { LabelCell } from '../label/grid.ts'
import { cellKey, LABEL_CELLS, type Label } from '../label/label.ts'
import { enumerateTerms } from '../words/format.ts'
import { attributes, escapeText } from './escape.ts'

/** The sign for the eye, the words for those who hear the page. */
function signHtml({ language }: Label, cell: LabelCell): string {
  const text = messages[language]
  const key = cellKey(cell)
  const sign = `<span class="sign ${key}" aria-hidden="true">${escapeText(text[`sign.${key}`])}</span>`
  return `${sign}<span class="heard">${escapeText(text[`words.${key}`])}</span>`
}

const cellHtml = (label: Label, cell: LabelCell): string => `<td class="${cellKey(cell)}">${signHtml(label, cell)}</td>`

function gridHtml(label: Label): string {
  const groups = label.groups.map(
    group => `<th${attributes({ scope: 'colgroup', colspan: group.span })}>${escapeText(group.name)}</th>`,
  )
  const columns = label.columns.map(column => `<th scope="col">${escapeText(column.name)}</th>`)
  const rows = label.rows.map(
    row =>
      `<tr><th scope="row">${escapeText(row.name)}</th>${row.cells.map(cell => cellHtml(label, cell)).join('')}</tr>`,
  )
  return [
    '<table class="label" aria-labelledby="label-title">',
    `<thead><tr><th scope="col" rowspan="2">${escapeText(label.kind)}</th>${groups.join('')}</tr>`,
    `<tr>${columns.join('')}</tr></thead>`,
    `<tbody>${rows.join('\n')}</tbody></table>`,
  ].join('\n')
}

/** The short form for small screens: what is collected, by how far it depends on you; the rest in one sentence. */
function shortHtml(label: Label): string {
  const { language, columns, rows, unused } = label
  const otherwise = messages[language]['short.otherwise']
  const shown = rows
    .filter(row => row.collected)
    .map(row => {
      const lines = LABEL_CELLS.flatMap(cell => {
        const names = columns.filter((_, index) => row.cells[index] === cell).map(({ name }) => name)
        if (cell === null || names.length === 0) return []
        return [`<li>${signHtml(label, cell)} ${escapeText(enumerateTerms(names, language))}</li>`]
      })
      return `<div><dt>${escapeText(row.name)}</dt><dd>${lines.length === 0 ? escapeText(otherwise) : `<ul>${lines.join('')}</ul>`}</dd></div>`
    })
  const rest = unused === null ? '' : `<p>${escapeText(unused)}</p>`
  return `<div class="label-short"><dl>${shown.join('\n')}</dl>${rest}</div>`
}

function legendHtml(label: Label): string {
  const text = messages[label.language]
  const items = LABEL_CELLS.map(cell => {
    const key = cellKey(cell)
    const sign = `<span class="sign ${key}" aria-hidden="true">${escapeText(text[`sign.${key}`])}</span>`
    return `<li>${sign} ${escapeText(text[`legend.${key}`])}</li>`
  })
  return `<ul class="legend">${items.join('')}</ul>`
}

/** The label as part of a page: the whole grid, or on a small screen its short form. */
export const labelHtml = (label: Label): string =>
  [
    '<figure class="label-box">',
    `<figcaption id="label-title">${escapeText(label.caption)}</figcaption>`,
    gridHtml(label),
    shortHtml(label),
    legendHtml(label),
    ...label.notes.map(note => `<p>${escapeText(note)}</p>`),
    '</figure>',
  ].join('\n')
