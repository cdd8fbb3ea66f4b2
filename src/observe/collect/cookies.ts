import type { CookieFate, CookieObservation } from '../../model/index.ts'
import type { StoredCookie } from '../drivers/driver.ts'
import { days, type SetAttempt, setAttempts, writtenLifetime } from './cookie-settings.ts'
import { frameAddress } from './frame-address.ts'
import { type CookieOrigin, jarKey, type PageRecord } from './page-record.ts'
import { seenValue } from './seen-value.ts'
import { partyOf } from './site.ts'

export type CookieSighting = Omit<CookieObservation, 'state'>

const SAME_SITES = { lax: 'Lax', strict: 'Strict', none: 'None', unset: null } as const

/** The line with an `x` for every character of the value: its length counts, its text is nobody's business. */
const masked = (line: string): string =>
  line.replace(
    /^([^=;]*=)?([^;]*)/,
    (_, name: string | undefined, value: string) => (name ?? '') + 'x'.repeat(value.length),
  )

/** Where a cookie may be found in the jar: whatever partition it went to. */
const place = ({ host, path, name }: { readonly host: string; readonly path: string; readonly name: string }) =>
  `${host.replace(/^\./, '')}\n${path}\n${name}`

const originOf = (attempt: SetAttempt, record: PageRecord, lifetime: CookieOrigin['lifetime']): CookieOrigin => ({
  via: attempt.setting.via,
  source: attempt.source.url,
  line: attempt.source.line,
  column: attempt.source.column,
  frame: frameAddress(attempt.frame),
  written: record.values ? attempt.line : masked(attempt.line),
  setting: attempt.setting,
  lifetime,
})

const UNKNOWN = {
  via: 'unknown',
  source: null,
  line: null,
  column: null,
  frame: null,
  written: null,
  setting: null,
} as const

const keptLifetime = ({ expires }: StoredCookie, since: number): 'session' | number =>
  expires === null ? 'session' : days(expires - since / 1000)

/** As the jar has it. */
const inJar = (cookie: StoredCookie, record: PageRecord) =>
  ({
    kind: 'cookie',
    engine: record.engine,
    page: record.page,
    name: cookie.name,
    host: cookie.host.replace(/^\./, ''),
    hostOnly: !cookie.host.startsWith('.'),
    path: cookie.path,
    party: partyOf(cookie.host.replace(/^\./, ''), record.url),
    secure: cookie.secure,
    httpOnly: cookie.httpOnly,
    sameSite: cookie.sameSite,
    partitioned: cookie.partition !== null,
    partition: cookie.partition,
    fate: 'kept',
    because: [],
    value: seenValue(cookie.value, record.values),
  }) as const

/** As the line says: the jar does not have it. */
function notInJar(attempt: SetAttempt, record: PageRecord, fate: CookieFate): CookieSighting | null {
  const lifetime = writtenLifetime(attempt.parsed, record.began)
  if (lifetime === null) return null
  const { parsed, host, hostOnly, path, at, refused } = attempt
  return {
    kind: 'cookie',
    engine: record.engine,
    page: record.page,
    name: parsed.name,
    host,
    hostOnly,
    path,
    party: partyOf(host, record.url),
    secure: parsed.secure,
    httpOnly: parsed.httpOnly,
    sameSite: SAME_SITES[parsed.sameSite],
    partitioned: parsed.partitioned,
    partition: null,
    fate,
    because: refused,
    value: seenValue(parsed.value, record.values),
    at,
    earlier: false,
    ...originOf(attempt, record, lifetime),
  }
}

function fateOf(attempt: SetAttempt, stored: StoredCookie | undefined): CookieFate {
  if (attempt.refused.length > 0) return 'refused'
  if (stored !== undefined) return 'kept'
  return attempt.taken ? 'gone' : 'refused'
}

function sightingOf(attempt: SetAttempt, stored: StoredCookie | undefined, record: PageRecord): CookieSighting | null {
  const fate = fateOf(attempt, stored)
  if (fate !== 'kept' || stored === undefined) return notInJar(attempt, record, fate)
  // A line that takes back a cookie that is there did not reach it, or came before the one that set it.
  if (writtenLifetime(attempt.parsed, record.began) === null) return null
  const { at } = attempt
  const lifetime = keptLifetime(stored, record.began + (at ?? 0))
  return { ...inJar(stored, record), ...originOf(attempt, record, lifetime), at, earlier: false }
}

/** What is in the jar though nothing on this page was seen to set it. */
function unseenSetting(cookie: StoredCookie, record: PageRecord): CookieSighting {
  const origin = record.known.get(jarKey(cookie))
  const lifetime = keptLifetime(cookie, record.ended)
  return {
    ...inJar(cookie, record),
    ...(origin ?? { ...UNKNOWN, lifetime }),
    at: null,
    earlier: origin !== undefined,
  }
}

/** Every cookie in the jar, and every one that was refused or is gone again; once for each that set it. */
export function collectCookies(record: PageRecord): CookieSighting[] {
  const stored = new Map(record.jar.map(cookie => [place(cookie), cookie]))
  const seen = new Map<string, CookieSighting>()
  const explained = new Set<string>()
  for (const attempt of setAttempts(record)) {
    const where = place({ ...attempt, name: attempt.parsed.name })
    const cookie = stored.get(where)
    const sighting = sightingOf(attempt, cookie, record)
    if (sighting === null) continue
    if (sighting.fate === 'kept') explained.add(where)
    // The last setting counts: its attributes are the ones that stay.
    seen.set(JSON.stringify([where, sighting.fate, sighting.via, sighting.source, sighting.line]), sighting)
  }
  const unexplained = record.jar.filter(cookie => !explained.has(place(cookie)))
  return [...seen.values(), ...unexplained.map(cookie => unseenSetting(cookie, record))]
}
