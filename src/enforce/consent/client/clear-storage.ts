import type { ClientState } from '../client-state.ts'

type Entry = ClientState['clear'][number]

const quoted = (text: string): string => text.replace(/[\\^$.|?+()[\]{}]/g, '\\$&')

/** Whether a key is that of the entry; in a pattern `*` stands for any characters. */
const matches = ({ key, pattern }: Entry, name: string): boolean =>
  pattern ? new RegExp(`^${quoted(key).replace(/\*+/g, '.*')}$`, 's').test(name) : key === name

function clearKeys(storage: Storage, entry: Entry): void {
  for (const name of Object.keys(storage)) if (matches(entry, name)) storage.removeItem(name)
}

/** How each area names what it keeps, and removes it. What a browser does not have it need not remove. */
const AREAS: Readonly<Record<string, (entry: Entry) => unknown>> = {
  local: entry => clearKeys(localStorage, entry),
  session: entry => clearKeys(sessionStorage, entry),
  indexeddb: async entry => {
    for (const { name } of await indexedDB.databases())
      if (name !== undefined && matches(entry, name)) indexedDB.deleteDatabase(name)
  },
  cache: async entry => {
    for (const name of await caches.keys()) if (matches(entry, name)) await caches.delete(name)
  },
  'service-worker': async entry => {
    for (const worker of await navigator.serviceWorker.getRegistrations())
      if (matches(entry, new URL(worker.scope).pathname) || matches(entry, worker.active?.scriptURL ?? ''))
        await worker.unregister()
  },
}

/** Removes what may not be kept. Storage that is denied holds nothing of ours: no reason to fail. */
export async function clearStorage(entries: ClientState['clear']): Promise<void> {
  for (const entry of entries) {
    try {
      await AREAS[entry.area]?.(entry)
    } catch {
      // Denied, or not there.
    }
  }
}
