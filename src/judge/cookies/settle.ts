import {
  DIALECTS,
  headerLine,
  type ParsedCookie,
  parseSetCookie,
  type SameSite,
  scriptLine,
} from '../../codec/set-cookie/index.ts'
import { doubtOf, isPlain } from './doubts.ts'
import { type Kinship, kinshipOf, type Place } from './place.ts'
import type { CookieRules } from './profile.ts'
import type { SettingRule } from './rules.ts'
import { pathOf, scopeOf } from './scope.ts'
import { type Candidate, refusalOf, thirdParty } from './setting-rules.ts'

const DAY = 86_400_000

/** A setting that is ready to be judged: what all browsers see of it. */
export interface Setting {
  readonly place: Place
  readonly kinship: Kinship
  readonly via: 'header' | 'script'
  /** Milliseconds since 1970. */
  readonly now: number
}

/** A cookie in a browser's jar. */
export interface KeptCookie {
  readonly name: string
  readonly value: string
  /** The registrable domain it counts for. */
  readonly site: string
  readonly domain: string
  readonly hostOnly: boolean
  readonly path: string
  readonly secure: boolean
  readonly httpOnly: boolean
  readonly sameSite: SameSite
  readonly priority: ParsedCookie['priority']
  /** Whether its own `Partitioned` put it into a partition. */
  readonly partitioned: boolean
  /** The jar it lies in; null is the common one. */
  readonly partition: Partition | null
  /** Milliseconds since 1970; Infinity: until the browser closes; null: not known. */
  readonly expiresAt: number | null
  readonly createdAt: number
}

/** A jar apart: the top page's site, and whether a foreign frame or the cookie's own site makes the place third-party. */
export interface Partition {
  readonly site: string
  readonly foreign: boolean
}

/** What became of a setting. `cookie` is null unless it is kept; one that comes expired `deletes` its like. */
export interface Settled {
  readonly stored: boolean | null
  readonly rule: SettingRule
  readonly cookie: KeptCookie | null
  readonly deletes?: KeptCookie
}

export const createSetting = (place: Place, via: 'header' | 'script', now: number): Setting => ({
  place,
  kinship: kinshipOf(place),
  via,
  now,
})

/** The partition of a place: its top page's site, and whether all between is of that site too. */
export const partitionOf = ({ url, top, navigation }: Place, sameSite: boolean): Partition => ({
  site: navigation ? url.site : top.site,
  foreign: !sameSite,
})

/** Milliseconds the cookie asks for; Infinity: until the browser closes. */
function askedLife({ maxAge, expires }: ParsedCookie, now: number): number {
  if (maxAge !== null) return maxAge === Number.POSITIVE_INFINITY ? Number.MAX_SAFE_INTEGER : maxAge * 1000
  return expires === null ? Number.POSITIVE_INFINITY : expires - now
}

/** Its life as granted, RFC 6265bis section 5.5; null where the longest is not known and more was asked for. */
function grantedLife(asked: number, cap: number | null): number | null {
  if (asked === Number.POSITIVE_INFINITY) return asked
  if (cap === null) return asked > 400 * DAY ? null : asked
  return Math.min(asked, cap * DAY)
}

/** Why the cookie is not kept, or why that is not known. */
function objectionTo(candidate: Candidate): SettingRule | null {
  const { cookie, profile } = candidate
  if (profile.plainOnly && !isPlain(cookie)) return thirdParty(candidate) ?? 'syntax-not-known'
  return refusalOf(candidate) ?? doubtOf(candidate)
}

/** RFC 6265bis section 5.7: what the browser does with a cookie that is set, its jar being empty. */
export function settle(cookie: ParsedCookie, setting: Setting, profile: CookieRules): Settled {
  const { place, via, now } = setting
  const { url } = place
  const sameSite = setting.kinship[profile.sameSiteBy]
  const firstParty = setting.kinship[profile.firstPartyBy]
  const asked = askedLife(cookie, now)
  const scope = scopeOf(cookie.domain, url, profile)
  const path = pathOf(cookie.path, url)
  const secure = url.encrypted || (url.loopback && profile.trustsLoopback)
  const expired = asked <= 0
  const objection = objectionTo({ cookie, profile, url, via, sameSite, firstParty, scope, path, secure, expired })
  if (objection !== null && objection !== 'expired-at-once')
    return { stored: objection.endsWith('-not-known') ? null : false, rule: objection, cookie: null }

  const ephemeral = !firstParty && profile.thirdParty === 'ephemeral'
  const byAttribute = cookie.partitioned && profile.partitioned && !ephemeral
  const apart = ephemeral || (!firstParty && profile.thirdParty === 'partitioned' && !byAttribute)
  const life = ephemeral ? Number.POSITIVE_INFINITY : grantedLife(asked, profile.cap[via])
  const kept: KeptCookie = {
    name: cookie.name,
    value: cookie.value,
    site: url.domain,
    domain: scope.domain,
    hostOnly: scope.hostOnly,
    path,
    secure: cookie.secure,
    httpOnly: cookie.httpOnly,
    sameSite: cookie.sameSite,
    priority: cookie.priority,
    partitioned: byAttribute,
    partition: byAttribute || apart ? partitionOf(place, sameSite) : null,
    expiresAt: life === null ? null : now + life,
    createdAt: now,
  }
  if (objection !== null) return { stored: false, rule: objection, cookie: null, deletes: kept }
  if (ephemeral) return { stored: true, rule: 'kept-ephemeral', cookie: kept }
  if (byAttribute) return { stored: true, rule: 'kept-partitioned', cookie: kept }
  if (apart) return { stored: true, rule: 'kept-in-partition', cookie: kept }
  return { stored: true, rule: life !== null && life < asked ? 'kept-shortened' : 'kept', cookie: kept }
}

/** What the browser does with a line, as it comes by header or from a script. */
export function settleLine(line: string, setting: Setting, rules: CookieRules): Settled {
  const octets = setting.via === 'script' ? scriptLine(line) : headerLine(line)
  return settle(parseSetCookie(octets, DIALECTS[rules.dialect]), setting, rules)
}
