import {
  DIALECTS,
  headerOctets,
  type ParsedCookie,
  parseSetCookie,
  scriptOctets,
} from '../../codec/set-cookie/index.ts'
import type { CookieCase, CookieQuestion } from '../../model/index.ts'
import type { CookieVerdict } from '../agent.ts'
import { type Address, addressOf } from './address.ts'
import type { Place } from './place.ts'
import type { CookieRules } from './profile.ts'
import type { SendingRule } from './rules.ts'
import { decideSending } from './send.ts'
import { createSetting, type KeptCookie, type Settled, settle } from './settle.ts'

const DAY = 86_400_000

/** What a browser does, with the rule behind each answer. */
export interface BrowserVerdict extends CookieVerdict {
  /** Why it is sent or not, by the question's id. */
  readonly reasons: Readonly<Record<string, SendingRule>>
}

function addressesOf(urls: readonly string[]): readonly Address[] | null {
  const found: Address[] = []
  for (const url of urls) {
    const address = addressOf(url)
    if (address === null) return null
    found.push(address)
  }
  return found
}

interface Location {
  readonly url: string
  readonly top: string
  readonly ancestors: readonly string[]
  readonly navigation: boolean
}

/** Null where an address is none. */
export function placeOf({ url, top, ancestors, navigation }: Location): Place | null {
  const [address, page, frames] = [addressOf(url), addressOf(top), addressesOf(ancestors)]
  return address === null || page === null || frames === null
    ? null
    : { url: address, top: page, ancestors: frames, navigation }
}

function answer(question: CookieQuestion, settled: Settled, profile: CookieRules): SendingRule {
  if (settled.stored === null) return 'not-known'
  if (settled.cookie === null) return 'not-stored'
  const place = placeOf(question)
  const redirects = addressesOf(question.redirects ?? [])
  const initiator = question.initiator === null ? null : addressOf(question.initiator)
  if (place === null || redirects === null || (question.initiator !== null && initiator === null)) return 'not-known'
  const now = settled.cookie.createdAt + question.ageSeconds * 1000
  return decideSending(settled.cookie, { place, method: question.method, initiator, redirects, now }, profile)
}

const SENT: Readonly<Partial<Record<SendingRule, boolean | null>>> = { sent: true, 'not-known': null }

/** A case that is read, and what became of its cookie. */
export interface OpenedCase {
  readonly place: Place | null
  readonly cookie: ParsedCookie
  readonly settled: Settled
}

/** RFC 6265bis section 5.7: whether the cookie is kept. */
export function openCase(asked: CookieCase, rules: CookieRules): OpenedCase {
  const { set } = asked
  const place = placeOf(set)
  const now = Date.parse(asked.now)
  const octets = set.via === 'script' ? scriptOctets(asked.cookie) : headerOctets(asked.cookie)
  const cookie = parseSetCookie(octets, DIALECTS[rules.dialect])
  const settled: Settled =
    place === null || Number.isNaN(now)
      ? { stored: null, rule: 'case-malformed', cookie: null }
      : settle(cookie, createSetting(place, set.via, now), rules)
  return { place, cookie, settled }
}

/** Days, or until the browser closes; null where the longest life is not known. */
function lifeOf(kept: KeptCookie | null): CookieVerdict['expires'] {
  if (kept === null || kept.expiresAt === Number.POSITIVE_INFINITY) return 'session'
  return kept.expiresAt === null ? null : (kept.expiresAt - kept.createdAt) / DAY
}

/** RFC 6265bis section 5.8: where a cookie that was kept, or not, is sent. */
export function answerCase(
  asked: CookieCase,
  { place, cookie, settled }: OpenedCase,
  rules: CookieRules,
): BrowserVerdict {
  const sent: Record<string, boolean | null> = {}
  const reasons: Record<string, SendingRule> = {}
  for (const question of asked.ask) {
    const rule = answer(question, settled, rules)
    reasons[question.id] = rule
    sent[question.id] = rule in SENT ? (SENT[rule] ?? null) : false
  }
  const expires = lifeOf(settled.cookie)
  return {
    id: asked.id,
    stored: settled.stored,
    partition: settled.cookie?.partition?.site ?? null,
    expires,
    rule: settled.rule,
    data: {
      name: cookie.name,
      domain: cookie.domain,
      bytes: cookie.name.length + cookie.value.length,
      host: place?.url.host ?? '',
      site: place?.url.site ?? '',
      top: place?.top.site ?? '',
      days: typeof expires === 'number' ? Math.round(expires) : 0,
    },
    sent,
    reasons,
  }
}

/** What the browser does with a case. */
export const judgeCase = (asked: CookieCase, profile: CookieRules): BrowserVerdict =>
  answerCase(asked, openCase(asked, profile), profile)
