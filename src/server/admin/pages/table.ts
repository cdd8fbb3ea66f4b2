import { escapeText } from '../../../publish/index.ts'

export interface Column {
  readonly title: string
  readonly number?: boolean
}

/**
 * Cells are markup already; the first heads its row. On a narrow screen the rows are shown as cards; the roles say again
 * what they are, because some browsers then forget it.
 */
export function tableHtml(caption: string, columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const kind = (at: number) => (columns[at]?.number ? ' class="number"' : '')
  const head = columns.map(
    ({ title }, at) => `<th role="columnheader" scope="col"${kind(at)}>${escapeText(title)}</th>`,
  )
  const body = rows.map(cells => {
    const written = cells.map((cell, at) =>
      at === 0
        ? `<th role="rowheader" scope="row">${cell}</th>`
        : `<td role="cell"${kind(at)} data-column="${escapeText(columns[at]?.title ?? '')}">${cell}</td>`,
    )
    return `<tr role="row">${written.join('')}</tr>`
  })
  return `<table role="table" class="cards"><caption>${escapeText(caption)}</caption><thead role="rowgroup"><tr role="row">${head.join('')}</tr></thead>
<tbody role="rowgroup">${body.join('\n')}</tbody></table>`
}
