import { DIALECTS, headerOctets, parseSetCookie, scriptOctets } from '../../codec/set-cookie/index.ts'
import type { CookieCase, CookieQuestion } from '../../model/index.ts'
import type { CookieVerdict } from '../agent.ts'
import { type Address, addressOf } from './address.ts'
import type { Place } from './place.ts'
import type { BrowserProfile } from './profile.ts'
import type { SendingRule } from './rules.ts'
import { decideSending } from './send.ts'
import { createSetting, type Settled, settle } from './settle.ts'

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

function placeOf({ url, top, ancestors, navigation }: Location): Place | null {
  const [address, page, frames] = [addressOf(url), addressOf(top), addressesOf(ancestors)]
  return address === null || page === null || frames === null
    ? null
    : { url: address, top: page, ancestors: frames, navigation }
}

function answer(question: CookieQuestion, settled: Settled, profile: BrowserProfile): SendingRule {
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

/** What the browser does with a case: RFC 6265bis sections 5.7 and 5.8. */
export function judgeCase(asked: CookieCase, profile: BrowserProfile): BrowserVerdict {
  const { set } = asked
  const place = placeOf(set)
  const now = Date.parse(asked.now)
  const malformed: Settled = { stored: null, rule: 'case-malformed', cookie: null }
  const octets = set.via === 'script' ? scriptOctets(asked.cookie) : headerOctets(asked.cookie)
  const cookie = parseSetCookie(octets, DIALECTS[profile.dialect])
  const settled =
    place === null || Number.isNaN(now) ? malformed : settle(cookie, createSetting(place, set.via, now), profile)
  const sent: Record<string, boolean | null> = {}
  const reasons: Record<string, SendingRule> = {}
  for (const question of asked.ask) {
    const rule = answer(question, settled, profile)
    reasons[question.id] = rule
    sent[question.id] = rule in SENT ? (SENT[rule] ?? null) : false
  }
  const { expiresAt = null, partition = null } = settled.cookie ?? {}
  const expires =
    settled.cookie === null || expiresAt === Number.POSITIVE_INFINITY
      ? 'session'
      : expiresAt === null
        ? null
        : (expiresAt - now) / DAY
  return {
    id: asked.id,
    stored: settled.stored,
    partition: partition?.site ?? null,
    expires,
    rule: settled.rule,
    data: { name: cookie.name, host: place?.url.host ?? '', top: place?.top.site ?? '' },
    sent,
    reasons,
  }
}
