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

/** A table that scrolls by itself where the page is narrow, by keyboard too. */
export function table(name: string, head: readonly string[], rows: readonly (readonly Html[])[]): Html {
  const columns = head.map(cell => tag('th', { scope: 'col' }, text(cell)))
  const lines = rows.map(([first = NOTHING, ...cells]) =>
    tag('tr', {}, tag('th', { scope: 'row' }, first), ...cells.map(cell => tag('td', {}, cell))),
  )
  return scrolling(
    name,
    tag('table', {}, tag('thead', {}, tag('tr', {}, ...columns)), tag('tbody', {}, join(lines, asHtml('\n')))),
  )
}

export const scrolling = (name: string, inside: Html): Html =>
  tag('div', { class: 'wide', role: 'region', 'aria-label': name, tabindex: 0 }, inside)

/** Lists of any length: what is beyond is counted. */
export const details = (summary: string, inside: Html): Html =>
  tag('details', {}, tag('summary', {}, text(summary)), inside)
