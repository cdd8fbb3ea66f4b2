import { h } from './dom.ts'

const STEPS: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowRight: (at, count) => (at + 1) % count,
  ArrowLeft: (at, count) => (at + count - 1) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
}

export interface TabList {
  readonly element: HTMLElement
  readonly mark: (id: string) => void
}

/** Tabs as WAI-ARIA has them: arrows move among them, Tab leaves them. */
export function tabList(
  label: string,
  tabs: readonly { readonly id: string; readonly title: string }[],
  show: (id: string) => void,
): TabList {
  const buttons = tabs.map(({ id, title }) =>
    h(
      'button',
      {
        attributes: { type: 'button', role: 'tab', id: `tab-${id}`, 'aria-controls': `panel-${id}` },
        on: { click: () => show(id) },
      },
      title,
    ),
  )
  const move = (event: Event) => {
    const at = buttons.findIndex(button => button === document.activeElement)
    const next = STEPS[(event as KeyboardEvent).key]?.(at, tabs.length)
    if (at < 0 || next === undefined) return
    event.preventDefault()
    const tab = tabs[next]
    if (tab !== undefined) show(tab.id)
    buttons[next]?.focus()
  }
  const attributes = { role: 'tablist', 'aria-label': label }
  const mark = (shown: string) =>
    buttons.forEach((button, index) => {
      const selected = tabs[index]?.id === shown
      button.setAttribute('aria-selected', String(selected))
      button.tabIndex = selected ? 0 : -1
    })
  return { element: h('div', { class: 'tabs', attributes, on: { keydown: move } }, ...buttons), mark }
}
