import type { P3pExpiry } from '../../model/index.ts'

/** P3P 1.0, 2.3.2.3.1: without EXPIRY a file lasts a day, and no file lasts less. */
export const SHORTEST_LIFE = 86_400

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** The three spellings of HTTP: RFC 1123, RFC 850, asctime. */
const HTTP_DATES = [
  /^[A-Z][a-z]{2}, (?<day>\d\d) (?<month>[A-Z][a-z]{2}) (?<year>\d{4}) (?<time>\d\d:\d\d:\d\d) GMT$/,
  /^[A-Z][a-z]{5,8}, (?<day>\d\d)-(?<month>[A-Z][a-z]{2})-(?<year>\d\d) (?<time>\d\d:\d\d:\d\d) GMT$/,
  /^[A-Z][a-z]{2} (?<month>[A-Z][a-z]{2}) (?<day>[ \d]\d) (?<time>\d\d:\d\d:\d\d) (?<year>\d{4})$/,
]

/** Milliseconds since 1970, or undefined for what is no HTTP date. */
export function parseHttpDate(text: string): number | undefined {
  const groups = HTTP_DATES.map(pattern => pattern.exec(text)?.groups).find(found => found !== undefined)
  if (groups === undefined) return undefined
  const month = MONTHS.indexOf(groups['month'] ?? '')
  const [hours = 0, minutes = 0, seconds = 0] = (groups['time'] ?? '').split(':').map(Number)
  const written = Number(groups['year'])
  const year = written < 70 ? written + 2000 : written < 100 ? written + 1900 : written
  const time = Date.UTC(year, month, Number(groups['day']), hours, minutes, seconds)
  const legal = month >= 0 && hours < 24 && minutes < 60 && seconds <= 60
  return legal && new Date(time - seconds * 1000).getUTCDate() === Number(groups['day']) ? time : undefined
}

/** What an EXPIRY says: how long the file lasts, or until when; undefined where it is malformed. */
export type Lifetime = { readonly seconds: number } | { readonly until: number }

/** P3P 1.0, 2.3.2.3.2 EXPIRY. */
export function lifetimeOf(expiry: P3pExpiry | null): Lifetime | undefined {
  if (expiry === null) return { seconds: SHORTEST_LIFE }
  if (expiry.maxAge !== null) {
    return /^\d{1,15}$/.test(expiry.maxAge) ? { seconds: Math.max(SHORTEST_LIFE, Number(expiry.maxAge)) } : undefined
  }
  const until = expiry.date === null ? undefined : parseHttpDate(expiry.date)
  return until === undefined ? undefined : { until }
}

/** When a file was fetched, or last found unchanged, by the client's clock. */
export interface Freshness {
  /** Milliseconds since 1970. */
  readonly fetchedAt: number
  /** Seconds it had spent in caches by then: the `Age` header. */
  readonly age?: number
}

/**
 * Until when the file may be used, in milliseconds since 1970 (P3P 1.0, 2.3.2.3).
 * Undefined: never, because its EXPIRY is malformed, and such a file counts as not there.
 */
export function expiresAt(expiry: P3pExpiry | null, { fetchedAt, age = 0 }: Freshness): number | undefined {
  const lifetime = lifetimeOf(expiry)
  if (lifetime === undefined) return undefined
  return 'until' in lifetime ? lifetime.until : fetchedAt + (lifetime.seconds - age) * 1000
}
