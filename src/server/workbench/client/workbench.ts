import { workbench } from '../../../messages/index.ts'
import { h } from './dom.ts'
import { language } from './language.ts'
import type { Panel, Tab } from './panel.ts'
import { tabList } from './tab-list.ts'

const text = workbench[language]

/** A tab with the box its panel comes into. */
interface Place {
  readonly tab: Tab
  readonly box: HTMLElement
  panel?: Panel
  /** What its fields are still to show: at first nothing. */
  waiting: URLSearchParams | null
}

const placeOf = (tab: Tab): Place => ({
  tab,
  box: h('div', { attributes: { role: 'tabpanel', id: `panel-${tab.id}`, 'aria-labelledby': `tab-${tab.id}` } }),
  waiting: new URLSearchParams(),
})

/** Loads the panel of a place. It says so while it takes time, and offers to try again where it fails. */
async function openPlace(place: Place, changed: () => void, again: () => void): Promise<Panel | undefined> {
  if (place.panel !== undefined) return place.panel
  try {
    const create = place.tab.load()
    if (create instanceof Promise)
      place.box.replaceChildren(h('p', { class: 'summary', attributes: { role: 'status' } }, text.loading))
    const panel = (await create)(changed)
    // While it was loading, the tab may have been opened once more.
    place.panel ??= panel
    place.box.replaceChildren(place.panel.element)
  } catch {
    const retry = h('button', { attributes: { type: 'button' }, on: { click: again } }, text['load-again'])
    place.box.replaceChildren(h('p', { class: 'note', attributes: { role: 'alert' } }, text['load-failed']), retry)
  }
  return place.panel
}

/** Over plain HTTP there is no clipboard, and elsewhere a browser may refuse it. */
const isCopied = async (link: string): Promise<boolean> =>
  (await navigator.clipboard?.writeText(link).then(
    () => true,
    () => false,
  )) ?? false

function copyTool(): HTMLElement {
  const said = h('span', { attributes: { role: 'status' } })
  const copy = async () => {
    said.textContent = (await isCopied(location.href)) ? text.copied : text['copy-failed']
    setTimeout(() => (said.textContent = ''), 4000)
  }
  const button = h('button', { attributes: { type: 'button' }, on: { click: () => void copy() } }, text.copy)
  return h('div', { class: 'row tools' }, button, said)
}

/** Builds the workbench into the page, and keeps the address telling what is on it. */
export function startWorkbench(app: HTMLElement, tabs: readonly [Tab, ...Tab[]]): void {
  const places = tabs.map(placeOf)
  const list = tabList(text.title, tabs, id => void show(id))
  let shown = ''

  /** The hash holds the tab and what stands in its fields: a link to the page brings all of it back, and no server sees it. */
  function remember({ tab, panel }: Place): void {
    if (panel === undefined || tab.id !== shown) return
    const hash = `#${new URLSearchParams({ tab: tab.id, ...panel.state() })}`
    history.replaceState(null, '', hash)
    for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-language]')) link.hash = hash
  }

  async function show(id: string, state?: URLSearchParams): Promise<void> {
    shown = id
    list.mark(id)
    for (const { tab, box } of places) box.hidden = tab.id !== id
    const place = places.find(({ tab }) => tab.id === id)
    if (place === undefined) return
    if (state !== undefined) place.waiting = state
    const panel = await openPlace(
      place,
      () => remember(place),
      () => void show(id),
    )
    const { waiting } = place
    if (panel === undefined || waiting === null) return remember(place)
    place.waiting = null
    panel.restore(waiting)
    remember(place)
  }

  const restore = () => {
    const state = new URLSearchParams(location.hash.slice(1))
    const { id } = tabs.find(tab => tab.id === state.get('tab')) ?? tabs[0]
    void show(id, state)
  }
  app.replaceChildren(list.element, ...places.map(({ box }) => box), copyTool())
  addEventListener('hashchange', restore)
  restore()
}
