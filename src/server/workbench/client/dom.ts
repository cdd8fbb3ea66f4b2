type Child = Node | string | null | undefined | false

interface Properties {
  readonly class?: string
  readonly attributes?: Readonly<Record<string, string>>
  readonly on?: Readonly<Record<string, (event: Event) => void>>
}

/** An element with its children; texts become text nodes, so nothing that was pasted is ever read as markup. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Properties,
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag)
  if (properties.class !== undefined) element.className = properties.class
  for (const [name, value] of Object.entries(properties.attributes ?? {})) element.setAttribute(name, value)
  for (const [name, listener] of Object.entries(properties.on ?? {})) element.addEventListener(name, listener)
  for (const child of children) if (child !== null && child !== undefined && child !== false) element.append(child)
  return element
}

type Rows = readonly HTMLTableRowElement[]

/** A table in a box that scrolls by itself on a narrow screen, and can be reached by key. */
export const scrollingTable = (caption: string, head: Rows, rows: Rows): HTMLElement =>
  h(
    'div',
    { class: 'scroll', attributes: { role: 'region', 'aria-label': caption, tabindex: '0' } },
    h('table', {}, h('thead', {}, ...head), h('tbody', {}, ...rows)),
  )

/** The same with a name over each column. */
export function table(caption: string, head: readonly Child[], rows: Rows): HTMLElement {
  const cells = head.map(cell => h('th', { attributes: { scope: 'col' } }, cell))
  return scrollingTable(caption, [h('tr', {}, ...cells)], rows)
}
