import { DURATION_UNITS, type Duration, type DurationUnit } from '../../model/index.ts'

/** A number and a unit. */
export const DURATION = new RegExp(`^([1-9][0-9]{0,5}) (${DURATION_UNITS.join('|')})s?$`)

/** `2 years`, `1 day`; undefined if it is not written so. */
export function parseDuration(text: string): Duration | undefined {
  const [, count, unit] = DURATION.exec(text.trim().replace(/\s+/g, ' ').toLowerCase()) ?? []
  return count === undefined || unit === undefined ? undefined : { count: Number(count), unit: unit as DurationUnit }
}

/** RFC 3339 `full-date`, of a day that there was or will be. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const time = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}

/** The address, if it is a whole one of the web, without a name and password in it. */
export function parseUrl(text: string, base?: string): URL | undefined {
  if (!URL.canParse(text, base)) return undefined
  const url = new URL(text, base)
  const web = url.protocol === 'https:' || url.protocol === 'http:'
  return web && url.username === '' && url.password === '' ? url : undefined
}

/** The host as browsers write it (small letters, punycode); undefined if it is none. */
export function parseHost(text: string): string | undefined {
  if (/[\s/\\:?#@%*]/.test(text) || text.startsWith('.')) return undefined
  return parseUrl(`https://${text}/`)?.hostname
}

/** A host with what may stand before it: `.` (for cookies) or `*.` (for recipients). */
export function parseHostPattern(text: string, prefix: '.' | '*.'): string | undefined {
  if (!text.startsWith(prefix)) return parseHost(text)
  const host = parseHost(text.slice(prefix.length))
  return host === undefined ? undefined : prefix + host
}

/** RFC 6265, 4.1.1 `path-value`. */
export const isCookiePath = (text: string): boolean => /^\/[^\p{Cc};]*$/u.test(text)

/** What browsers take for a name (RFC 6265bis, 5.6), which is more than servers should send; `*` makes it a pattern. */
export const isCookieName = (text: string): boolean => /^[^\p{Cc};=]{1,4096}$/u.test(text) && text.trim() === text

/** Scheme, host and port, nothing more. */
export function parseOrigin(text: string): string | undefined {
  const url = parseUrl(text)
  return url !== undefined && url.pathname === '/' && url.search === '' && url.hash === '' ? url.origin : undefined
}

/** A page of the site or of the web. */
export const isPage = (text: string): boolean =>
  !/\s/.test(text) && parseUrl(text, 'https://site.example/') !== undefined

export const isEmail = (text: string): boolean => /^[^\s@]{1,64}@[^\s@]{1,253}$/.test(text)

export const PRACTICE_ID = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/

export const isPracticeId = (text: string): boolean => PRACTICE_ID.test(text) && text.length <= 64

/** Data that the base schema has no name for. */
export const OWN_DATA = 'dynamic.miscdata'

/** P3P's own files write `#user.name`; so may people. */
export const elementName = (ref: string): string => ref.replace(/^#/, '')
