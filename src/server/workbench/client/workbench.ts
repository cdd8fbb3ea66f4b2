import { workbench } from '../../../messages/index.ts'
import { h } from './dom.ts'
import { language } from './language.ts'
import type { Panel } from './panel.ts'

const text = workbench[language]

/** The hash holds the tab and what stands in its fields: a link to the page brings all of it back, and no server sees it. */
function writeHash(panel: Panel): string {
  const state = new URLSearchParams({ tab: panel.id, ...panel.state() })
  return `#${state}`
}

/** Tabs as WAI-ARIA has them: arrows move among them, Tab leaves them. */
function tabList(
  panels: readonly Panel[],
  show: (panel: Panel) => void,
): { readonly element: HTMLElement; readonly mark: (panel: Panel) => void } {
  const buttons = panels.map(panel =>
    h(
      'button',
      {
        attributes: { type: 'button', role: 'tab', id: `tab-${panel.id}`, 'aria-controls': `panel-${panel.id}` },
        on: { click: () => show(panel) },
      },
      panel.title,
    ),
  )
  const move = (event: Event) => {
    const { key } = event as KeyboardEvent
    const step = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0
    const at = buttons.findIndex(button => button === document.activeElement)
    if (step === 0 || at < 0) return
    const next = (at + step + panels.length) % panels.length
    const panel = panels[next]
    if (panel !== undefined) show(panel)
    buttons[next]?.focus()
  }
  const element = h(
    'div',
    { class: 'row', attributes: { role: 'tablist', 'aria-label': text.title }, on: { keydown: move } },
    ...buttons,
  )
  const mark = (shown: Panel) =>
    buttons.forEach((button, index) => {
      const selected = panels[index] === shown
      button.setAttribute('aria-selected', String(selected))
      button.tabIndex = selected ? 0 : -1
    })
  return { element, mark }
}

/** Builds the workbench into the page, and keeps the address telling what is on it. */
export function startWorkbench(page: Document, create: readonly ((changed: () => void) => Panel)[]): void {
  const app = page.querySelector('#app')
  if (app === null) return
  let shown: Panel | undefined
  const remember = () => {
    if (shown === undefined) return
    const hash = writeHash(shown)
    history.replaceState(null, '', hash)
    for (const link of page.querySelectorAll<HTMLAnchorElement>('a[data-language]')) link.hash = hash
  }
  const panels = create.map(make => make(() => remember()))
  for (const panel of panels) {
    panel.element.id = `panel-${panel.id}`
    if (panels.length < 2) continue
    panel.element.setAttribute('role', 'tabpanel')
    panel.element.setAttribute('aria-labelledby', `tab-${panel.id}`)
  }
  const tabs = panels.length > 1 ? tabList(panels, show) : undefined

  function show(panel: Panel): void {
    shown = panel
    for (const other of panels) other.element.hidden = other !== panel
    tabs?.mark(panel)
    remember()
  }

  const said = h('span', { attributes: { role: 'status' } })
  const copy = async () => {
    await navigator.clipboard?.writeText(location.href)
    said.textContent = text.copied
    setTimeout(() => (said.textContent = ''), 4000)
  }
  const tools = h(
    'div',
    { class: 'row' },
    h('button', { attributes: { type: 'button' }, on: { click: () => void copy() } }, text.copy),
    said,
  )
  app.replaceChildren(...(tabs === undefined ? [] : [tabs.element]), ...panels.map(panel => panel.element), tools)

  const restore = () => {
    const state = new URLSearchParams(location.hash.slice(1))
    const panel = panels.find(({ id }) => id === state.get('tab')) ?? panels[0]
    if (panel === undefined) return
    panel.restore(state)
    show(panel)
  }
  addEventListener('hashchange', restore)
  restore()
}
