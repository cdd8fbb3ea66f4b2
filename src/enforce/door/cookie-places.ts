import { getDomain } from 'tldts'
import type { DeclaredCookie } from '../../model/index.ts'
import { cookieHost } from './cookie-line.ts'
import type { Place } from './door.ts'

/** Where a cookie of some name can live, so far as a `Set-Cookie` line can say it. */
export interface CookiePlace {
  /** Null: this host alone. */
  readonly domain: string | null
  readonly path: string
}

/** Of paths deeper than this, only so many directories are tried. */
const DEEPEST = 10

const HOST_NAME = /^[a-z0-9.-]{1,253}$/
/** RFC 6265, 4.1.1: what a path in a line can be made of. */
const PATH = /^\/[\x21-\x3a\x3c-\x7e]*$/

/** This host alone; then the registrable domain, where most such cookies live, and every one between it and the host. */
function domainsFor(host: string): readonly (string | null)[] {
  const top = HOST_NAME.test(host) ? getDomain(host, { allowPrivateDomains: true }) : null
  if (top === null) return [null]
  const below = host
    .slice(0, Math.max(0, host.length - top.length - 1))
    .split('.')
    .filter(label => label !== '')
  return [null, top, ...below.map((_, at) => `${below.slice(at).join('.')}.${top}`).reverse()]
}

/** RFC 6265, 5.1.4: every path that matches the request's, the shortest first. With and without "/" they are two. */
function pathsFor(path: string): readonly string[] {
  const [bare = ''] = path.split('?', 1)
  const segments = bare.split('/').slice(1, DEEPEST + 1)
  const paths = ['/']
  let at = ''
  for (const segment of segments) {
    if (segment === '') continue
    at += `/${segment}`
    if (!PATH.test(at)) break
    paths.push(at, `${at}/`)
  }
  return paths
}

const sameAs = (place: CookiePlace) => (other: CookiePlace) =>
  place.domain === other.domain && place.path === other.path

const placeOf = ({ host, path }: DeclaredCookie): CookiePlace => ({
  domain: host.startsWith('.') ? host.slice(1) : null,
  path,
})

/** Every place where a cookie that came with a request can live: the declared one first, then the likeliest. */
export function cookiePlaces(name: string, declared: readonly DeclaredCookie[], { host, path }: Place) {
  // RFC 6265bis, 4.1.3.2: there is no other place for a cookie of this prefix.
  if (/^__host-/i.test(name)) return [{ domain: null, path: '/' }]
  const domains = domainsFor(cookieHost(host))
  const said = declared.map(placeOf).filter(({ domain, path }) => domains.includes(domain) && PATH.test(path))
  const every = [...pathsFor(path), ...said.map(({ path }) => path)].flatMap(path =>
    domains.map(domain => ({ domain, path })),
  )
  return [...said, ...every].filter((place, at, all) => all.findIndex(sameAs(place)) === at)
}

/** Whether the host's own declared cookies are meant. */
export const hostOf = ({ domain }: CookiePlace, place: Place): string => domain ?? cookieHost(place.host)

/** The line that deletes a cookie at a place. RFC 6265bis, 5.7: what a browser takes, it must take for this name and here. */
export function deletionLine(
  name: string,
  { domain, path }: CookiePlace,
  https: boolean,
  partitioned: boolean,
): string {
  const where = `Path=${path}${domain === null ? '' : `; Domain=${domain}`}`
  // Also where the page is embedded in another site's, browsers take no line without SameSite=None.
  const shield = https ? '; Secure; SameSite=None' : ''
  const http = /^__(?:host-)?http-/i.test(name) ? '; HttpOnly' : ''
  return `${name}=; Max-Age=0; ${where}${shield}${http}${partitioned ? '; Partitioned' : ''}`
}
