import type { SiteResponse } from '../../../src/sites/index.ts'
import { type Breach, EVERY, script } from './breach.ts'

const WORKER: SiteResponse = {
  status: 200,
  headers: { 'Content-Type': 'text/javascript; charset=utf-8' },
  body: "addEventListener('push', () => {})",
}

/** Storage that no declaration speaks of: the words for it, and the script that fills it. */
const undeclared = (id: string, subject: string, code: string): Breach => ({
  id,
  found: [{ code: 'storage-undeclared', subject, states: EVERY }],
  tail: () => script(code),
})

export const STORAGE: readonly Breach[] = [
  undeclared(
    'an undeclared id in local storage',
    'storage local __uid',
    "localStorage.setItem('__uid', 'a4f9c2e17b60')",
  ),
  undeclared('an undeclared note in session storage', 'storage session __tab', "sessionStorage.setItem('__tab', '1')"),
  undeclared('an undeclared database', 'storage indexeddb visitor-graph', "indexedDB.open('visitor-graph')"),
  undeclared(
    'an undeclared cache',
    'storage cache pixels',
    "caches.open('pixels').then(box => box.put('/p', new Response('p')))",
  ),
  {
    ...undeclared(
      'an undeclared service worker',
      'storage service-worker https://shop.example/worker/',
      "navigator.serviceWorker.register('/worker/w.js')",
    ),
    answer: ({ path }) => (path === '/worker/w.js' ? WORKER : undefined),
  },
  {
    id: 'storage before consent and after refusal',
    found: [
      { code: 'storage-before-consent', subject: 'storage local stats.queue', states: ['before', 'gpc'] },
      { code: 'storage-after-refusal', subject: 'storage local stats.queue', states: ['refused'] },
      { code: 'storage-survives-withdrawal', subject: 'storage local stats.queue', states: ['withdrawn'] },
    ],
    tail: ({ said }) => (said?.includes('statistics') ? '' : script("localStorage.setItem('stats.queue', '[]')")),
  },
  {
    id: 'storage that is declared and never used',
    found: [{ code: 'declared-not-seen', subject: 'storage session recent', states: [] }],
    tail: () => script("sessionStorage.removeItem('recent')"),
  },
]
