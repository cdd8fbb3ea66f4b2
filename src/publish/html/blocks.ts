import type { Block, Fact, Section, Table } from '../notice/nodes.ts'
import { attributes, escapeText } from './escape.ts'
import { inlinesHtml } from './inline.ts'
import { labelHtml } from './label-html.ts'

/** Where a block stands: the language around it, and the level that a section's heading has there. */
interface Place {
  readonly language: string
  readonly level: number
}

const factHtml = ({ name, blocks }: Fact, place: Place): string =>
  `<div><dt>${inlinesHtml(name, place.language)}</dt><dd>${blocksHtml(blocks, place)}</dd></div>`

/**
 * The roles say again what the elements are, because a narrow screen shows the rows as cards and some browsers
 * then forget it. A cell carries its column's name for the same reason.
 */
function tableHtml({ caption, columns, rows }: Table, { language }: Place): string {
  const head = columns.map(column => `<th role="columnheader" scope="col">${escapeText(column)}</th>`).join('')
  const body = rows.map(row => {
    const cells = row.map((cell, index) => {
      const content = inlinesHtml(cell, language)
      return index === 0
        ? `<th role="rowheader" scope="row">${content}</th>`
        : `<td role="cell"${attributes({ 'data-column': columns[index] ?? '' })}><div>${content}</div></td>`
    })
    return `<tr role="row">${cells.join('')}</tr>`
  })
  return [
    `<table role="table"><caption>${escapeText(caption)}</caption>`,
    `<thead role="rowgroup"><tr role="row">${head}</tr></thead>`,
    `<tbody role="rowgroup">${body.join('\n')}</tbody></table>`,
  ].join('\n')
}

const sectionHtml = ({ id, title, blocks }: Section, place: Place): string => {
  const { language, level } = place
  const heading = `<h${level}${attributes({ id: `${id}-title` })}>${inlinesHtml(title, language)}</h${level}>`
  const inner = blocksHtml(blocks, { language, level: level + 1 })
  return `<section${attributes({ id, 'aria-labelledby': `${id}-title` })}>\n${heading}\n${inner}\n</section>`
}

function blockHtml(block: Block, place: Place): string {
  const { language } = place
  switch (block.kind) {
    case 'paragraph':
      return `<p${attributes({ class: block.role ?? null })}>${inlinesHtml(block.content, language)}</p>`
    case 'list':
      return `<ul>${block.items.map(item => `<li>${inlinesHtml(item, language)}</li>`).join('')}</ul>`
    case 'facts':
      return `<dl>${block.facts.map(fact => factHtml(fact, place)).join('\n')}</dl>`
    case 'table':
      return tableHtml(block, place)
    case 'code-block':
      return `<pre><code>${escapeText(block.text)}</code></pre>`
    case 'label':
      return labelHtml(block.label)
    case 'section':
      return sectionHtml(block, place)
  }
}

export const blocksHtml = (blocks: readonly Block[], place: Place): string =>
  blocks.map(block => blockHtml(block, place)).join('\n')
