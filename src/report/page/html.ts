import { attributes, escapeText } from '../../publish/writing/index.ts'

/** Markup that is safe to write: made by these functions, never from a text as it came. */
export type Html = string & { readonly html: unique symbol }

const asHtml = (markup: string): Html => markup as Html

export const NOTHING = asHtml('')

/** Our own style sheet, as it stands. */
export const styleSheet = (css: string): Html => asHtml(`<style>${css}</style>`)

/** A text that anybody may have written. */
export const text = (words: string | number): Html => asHtml(escapeText(String(words)))

type Attributes = Readonly<Record<string, string | number | null>>

export const tag = (name: string, all: Attributes, ...children: readonly Html[]): Html =>
  asHtml(`<${name}${attributes(all)}>${children.join('')}</${name}>`)

/** An element that has nothing in it. */
export const lone = (name: string, all: Attributes): Html => asHtml(`<${name}${attributes(all)}/>`)

export const join = (parts: readonly Html[], between: Html = NOTHING): Html => asHtml(parts.join(between))

export const code = (words: string): Html => tag('code', {}, text(words))

/**
 * A table that scrolls by itself, by keyboard too. Narrow screens show its rows as cards: a cell has its column's name
 * with it, and the roles say again what the elements are, as some browsers then forget it.
 */
export function table(name: string, head: readonly string[], rows: readonly (readonly Html[])[]): Html {
  const row = (...cells: readonly Html[]) => tag('tr', { role: 'row' }, ...cells)
  const columns = head.map(cell => tag('th', { role: 'columnheader', scope: 'col' }, text(cell)))
  const lines = rows.map(([first = NOTHING, ...cells]) =>
    row(
      tag('th', { role: 'rowheader', scope: 'row' }, first),
      ...cells.map((cell, at) => tag('td', { role: 'cell', 'data-column': head[at + 1] ?? '' }, cell)),
    ),
  )
  const body = tag('tbody', { role: 'rowgroup' }, join(lines, asHtml('\n')))
  return scrolling(name, tag('table', { role: 'table' }, tag('thead', { role: 'rowgroup' }, row(...columns)), body))
}

export const scrolling = (name: string, inside: Html): Html =>
  tag('div', { class: 'wide', role: 'region', 'aria-label': name, tabindex: 0 }, inside)

/** Lists of any length: what is beyond is counted. */
export const details = (summary: string, inside: Html): Html =>
  tag('details', {}, tag('summary', {}, text(summary)), inside)
