/** Everyone whom a visitor of the shop's pages can come to deal with. */
export const HOSTS = ['shop', 'stats', 'ads', 'chat', 'partner', 'tracker', 'fonts'] as const
export type Host = (typeof HOSTS)[number]

/** Behind the proxy they are `shop.example` …; without it every browser finds `shop.localhost` on this machine. */
const ENDINGS = ['example', 'localhost'] as const

export const HOST_NAMES: readonly string[] = ENDINGS.flatMap(ending => HOSTS.map(host => `${host}.${ending}`))

export const hostOf = (url: URL): Host | undefined => HOSTS.find(host => host === url.hostname.split('.')[0])

/** The other one's origin, as it is called where this page is. */
export const originOf = (host: Host, page: URL): string =>
  `${page.protocol}//${host}.${page.host.slice(page.host.indexOf('.') + 1)}`
