import { DIALECTS, headerLine, type ParsedCookie, parseSetCookie } from '../../codec/set-cookie/index.ts'
import type { CookieKey } from '../../compile/index.ts'
import { isLoopback } from '../../model/index.ts'
import type { Place } from './door.ts'

/** A `Set-Cookie` line as the browsers read it. */
export interface CookieLine extends CookieKey {
  /** The seconds it lives in the browser that keeps it longest; null: until the browser is closed. */
  readonly longest: number | null
  /** Whether every browser deletes the cookie by it. */
  readonly deletes: boolean
  /** Whether the place depends on the request's path. */
  readonly pathless: boolean
  /** Whether its age is a date, so that it shortens by itself. */
  readonly dated: boolean
}

/** A host without port, as cookies know it. */
export const cookieHost = (host: string): string => host.replace(/:\d+$/, '').toLowerCase()

/** RFC 6265, 5.1.4: the directory of the request's path. */
export function defaultPath(path: string): string {
  const query = path.indexOf('?')
  const slash = path.lastIndexOf('/', query < 0 ? path.length : query)
  return path.startsWith('/') && slash > 0 ? path.slice(0, slash) : '/'
}

/** How the browsers read it: once, where they all agree; without those that drop it. */
function readings(line: string): readonly ParsedCookie[] {
  const octets = headerLine(line)
  const draft = parseSetCookie(octets, DIALECTS.draft)
  if (draft.common) return [draft]
  return Object.values(DIALECTS)
    .map(dialect => parseSetCookie(octets, dialect))
    .filter(({ flaw }) => flaw === null)
}

function secondsOf({ maxAge, expires }: ParsedCookie, now: number): number | null {
  if (maxAge !== null) return maxAge
  return expires === null ? null : (expires - now) / 1000
}

/** Null where no browser makes a cookie of it, or where they make different ones. */
function readCookieLine(line: string, { host, path }: Pick<Place, 'host' | 'path'>, now: number): CookieLine | null {
  const read = readings(line)
  const [first] = read
  if (first === undefined) return null
  const alike = ({ name, domain, path }: ParsedCookie) =>
    name === first.name && domain === first.domain && path === first.path
  if (!read.every(alike)) return null
  const pathless = !first.path.startsWith('/')
  const ages = read.map(reading => secondsOf(reading, now))
  const persistent = ages.filter(age => age !== null)
  return {
    name: first.name,
    host: first.domain === '' ? cookieHost(host) : first.domain,
    path: pathless ? defaultPath(path) : first.path,
    longest: persistent.length === 0 ? null : Math.max(...persistent),
    deletes: ages.every(age => age !== null && age <= 0),
    pathless,
    dated: read.some(({ expires }) => expires !== null),
  }
}

/**
 * Makes what reads the lines of a site. Where it is tried on one's own machine, by a name or address of that, its cookies
 * are those of the site that is declared.
 */
export function createCookieReader(siteUrl: string): typeof readCookieLine {
  const { host: declared } = new URL(siteUrl)
  return (line, { host, path }, now) =>
    readCookieLine(line, { host: isLoopback(cookieHost(host)) ? declared : host, path }, now)
}
