import type { RecordedField, RecordedStorage } from '../collect/page-record.ts'

/** What the script below tells of one document. */
export interface Snapshot {
  readonly url: string
  readonly storage: readonly RecordedStorage[]
  readonly fields: readonly RecordedField[]
  readonly links: readonly string[]
  /** How many there are beyond those told. */
  readonly more: { readonly storage: number; readonly fields: number; readonly links: number }
  /** Areas that could not be opened. */
  readonly closed: readonly string[]
}

const MOST_ELEMENTS = 100_000
const LONGEST_VALUE = 65_536
const AREA_LIMIT = 1500

/**
 * An expression: a promise of a `Snapshot`. Runs in a world of its own where the engine has one, and asks for names only
 * where there is more than a text: nothing in databases and caches is opened.
 */
export const snapshotScript = (most: number): string => `(async () => {
  const most = ${most}
  const out = { url: location.href, storage: [], fields: [], links: [], more: { storage: 0, fields: 0, links: 0 }, closed: [] }
  const origin = location.origin === 'null' ? self.origin : location.origin
  const keep = (area, key, value) => out.storage.length < most ? out.storage.push({ area, origin, key: String(key).slice(0, 1000), value }) : out.more.storage++
  const texts = (area, open) => {
    try {
      const store = open()
      for (let at = 0; at < store.length; at++) {
        const key = store.key(at)
        if (key === null) continue
        const value = out.storage.length < most ? store.getItem(key) : null
        keep(area, key, value !== null && value.length <= ${LONGEST_VALUE} ? value : null)
      }
    } catch { out.closed.push(area) }
  }
  const names = async (area, ask) => {
    try {
      const limit = new Promise((_, no) => setTimeout(no, ${AREA_LIMIT}))
      for (const name of await Promise.race([ask(), limit])) keep(area, name, null)
    } catch { out.closed.push(area) }
  }
  if (origin && origin !== 'null') {
    texts('local', () => localStorage)
    texts('session', () => sessionStorage)
    await Promise.all([
      names('indexeddb', async () => (await indexedDB.databases()).map(({ name }) => name)),
      self.caches ? names('cache', () => caches.keys()) : 0,
      navigator.serviceWorker && location.protocol.startsWith('http') ? names('service-worker', async () => (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope)) : 0,
    ])
  }

  const short = text => (text ?? '').replace(/\\s+/g, ' ').trim().slice(0, 200)
  const byId = (root, ids) => (ids ?? '').split(/\\s+/).map(id => id && root.getElementById?.(id)?.textContent).filter(Boolean).join(' ')
  const taken = node => node.nodeType === 1 && (node.control || node.querySelector('input,select,textarea,form'))
  const before = element => {
    for (let node = element.previousSibling; node && !taken(node); node = node.previousSibling) if (short(node.textContent)) return node.textContent
    const parent = element.parentElement
    return parent && !parent.querySelector('form') && parent.querySelectorAll('input,select,textarea').length === 1 ? parent.textContent : ''
  }
  const labelOf = (element, root) => short(
    [...(element.labels ?? [])].map(label => label.textContent).join(' ') || byId(root, element.getAttribute('aria-labelledby'))
    || element.getAttribute('aria-label') || element.placeholder || element.title || before(element))
  const silent = ['hidden', 'submit', 'button', 'reset', 'image']
  const seenBy = element => {
    if (element.checkVisibility && !element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false
    const box = element.getBoundingClientRect()
    return box.width > 1 && box.height > 1 && box.right > 0 && box.bottom + scrollY > 0
  }
  const field = (element, root) => {
    const type = element.localName === 'input' ? element.type : element.localName
    if (silent.includes(type)) return
    if (out.fields.length >= most) return void out.more.fields++
    const form = element.form
    out.fields.push({
      name: short(element.getAttribute('name') || element.id), type, autocomplete: element.getAttribute('autocomplete'),
      label: labelOf(element, root), required: element.required === true || element.getAttribute('aria-required') === 'true',
      visible: seenBy(element), action: form ? new URL(form.getAttribute('action') || '', document.baseURI).href : null,
      method: form ? (form.getAttribute('method') || 'get').toLowerCase() : null,
    })
  }
  const links = new Set()
  const link = element => {
    try {
      const url = new URL(element.getAttribute('href'), document.baseURI)
      url.hash = ''
      if (!/^https?:$/.test(url.protocol) || links.has(url.href)) return
      if (links.size < most) links.add(url.href)
      else out.more.links++
    } catch {}
  }
  let left = ${MOST_ELEMENTS}
  const roots = [document]
  for (const root of roots)
    for (const element of root.querySelectorAll('*')) {
      if (left-- <= 0) { out.more.fields++; break }
      if (element.shadowRoot) roots.push(element.shadowRoot)
      if (element.localName === 'a' || element.localName === 'area') { if (element.hasAttribute('href')) link(element) }
      else if (element.localName === 'input' || element.localName === 'select' || element.localName === 'textarea') try { field(element, root) } catch {}
    }
  out.links = [...links]
  return out
})()`
