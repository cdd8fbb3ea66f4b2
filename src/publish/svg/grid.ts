import { label as messages } from '../../messages/index.ts'
import { attributes } from '../html/escape.ts'
import type { LabelCell } from '../label/grid.ts'
import { cellKey, type Label, type LabelRow } from '../label/label.ts'
import { type Drawn, EDGE, INNER } from './frame.ts'
import { breakLines, lineHeight, textLines } from './text.ts'

const NAMES = 218
const GAP = 4
const ROW = 34
const HEAD = 13
const NAME = 15
const SIGN = 13

const columnWidth = ({ columns }: Label): number => (INNER - NAMES) / columns.length
const columnLeft = (label: Label, index: number): number => EDGE + NAMES + index * columnWidth(label)

/** What the columns are grouped under. */
export function drawGroups(label: Label, y: number): Drawn {
  let from = 0
  const groups = label.groups.map(({ name, span }) => {
    const left = columnLeft(label, from)
    const width = span * columnWidth(label)
    from += span
    const line = attributes({ class: 'rule', d: `M${left + GAP} ${y + 26}h${width - 2 * GAP}`, 'stroke-width': 1 })
    const text = textLines([name], { x: left + width / 2, y: y + 18, size: HEAD, anchor: 'middle', class: 'soft' })
    return `${text}<path${line}/>`
  })
  return { svg: groups.join('\n'), end: y + 32 }
}

/** The columns' names, all ending on one line. */
export function drawColumns(label: Label, y: number): Drawn {
  const width = columnWidth(label)
  const names = label.columns.map(({ name }) => breakLines(name, HEAD, width - GAP))
  const most = Math.max(...names.map(lines => lines.length))
  const texts = names.map((lines, index) =>
    textLines(lines, {
      x: columnLeft(label, index) + width / 2,
      y: y + HEAD + (most - lines.length) * lineHeight(HEAD),
      size: HEAD,
      anchor: 'middle',
      class: 'strong',
    }),
  )
  return { svg: texts.join('\n'), end: y + most * lineHeight(HEAD) + 8 }
}

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A coloured box with its sign, so that colour alone says nothing. */
export function drawSign(label: Label, cell: LabelCell, { x, y, width, height }: Box): string {
  const key = cellKey(cell)
  const box = `<rect${attributes({ class: key, x, y, width, height, rx: 3 })}/>`
  const place = { x: x + width / 2, y: y + height / 2 + SIGN * 0.36, size: SIGN, anchor: 'middle' as const }
  return box + textLines([messages[label.language][`sign.${key}`]], { ...place, class: `strong on-${key}` })
}

export function drawRow(label: Label, row: LabelRow, y: number): Drawn {
  const lines = breakLines(row.name, NAME, NAMES - 12)
  const height = Math.max(ROW, lines.length * lineHeight(NAME) + 10)
  const width = columnWidth(label) - GAP
  const first = y + (height - GAP) / 2 + NAME * 0.36 - ((lines.length - 1) * lineHeight(NAME)) / 2
  const cells = row.cells.map((cell, index) =>
    drawSign(label, cell, { x: columnLeft(label, index) + GAP / 2, y, width, height: height - GAP }),
  )
  return { svg: [textLines(lines, { x: EDGE, y: first, size: NAME }), ...cells].join('\n'), end: y + height }
}
