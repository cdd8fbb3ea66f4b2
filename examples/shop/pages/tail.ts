import { originOf } from '../hosts.ts'
import { allows, type Visit } from '../visit.ts'

const script = (code: string): string => `<script>${code}</script>`

/** The scripts and pictures of each page, as far as the visitor allows them. */
export function tail(visit: Visit): string {
  const { path, url } = visit
  const from = (host: 'stats' | 'ads' | 'partner') => originOf(host, url)
  return [
    path.startsWith('/good/') ? script("sessionStorage.setItem('recent', location.pathname)") : '',
    allows(visit, 'statistics')
      ? `<script src="${from('stats')}/visit.js" async></script>`
      : script("localStorage.removeItem('stats.queue')"),
    allows(visit, 'advertising') ? `<script src="${from('ads')}/ad.js" async></script>` : '',
    allows(visit, 'affiliates')
      ? `<img src="${from('partner')}/thanks.svg?from=direct" alt="" width="1" height="1">`
      : '',
  ]
    .filter(part => part !== '')
    .join('\n')
}
