import {
  DIALECTS,
  type DialectId,
  headerLine,
  type OctetLine,
  type ParsedCookie,
  parseSetCookie,
  scriptLine,
} from '../../codec/set-cookie/index.ts'
import type { CookieCase, CookieQuestion } from '../../model/index.ts'
import type { CookieVerdict } from '../agent.ts'
import { type Address, addressOf } from './address.ts'
import type { Place } from './place.ts'
import type { CookieRules } from './profile.ts'
import type { SendingRule } from './rules.ts'
import { decideSending } from './send.ts'
import { createSetting, type KeptCookie, type Setting, type Settled, settle } from './settle.ts'

const DAY = 86_400_000

/** What a browser does, with the rule behind each answer. */
export interface BrowserVerdict extends CookieVerdict {
  /** Why it is sent or not, by the question's id. */
  readonly reasons: Readonly<Record<string, SendingRule>>
}

const NOWHERE: readonly Address[] = []
const NO_URLS: readonly string[] = []

function addressesOf(urls: readonly string[]): readonly Address[] | null {
  if (urls.length === 0) return NOWHERE
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
  const redirects = addressesOf(question.redirects ?? NO_URLS)
  const initiator = question.initiator === null ? null : addressOf(question.initiator)
  if (place === null || redirects === null || (question.initiator !== null && initiator === null)) return 'not-known'
  const now = settled.cookie.createdAt + question.ageSeconds * 1000
  return decideSending(settled.cookie, { place, method: question.method, initiator, redirects, now }, profile)
}

/** Cases come in long rows of the same time. */
let lastTime = { text: '', milliseconds: Number.NaN }

function timeOf(text: string): number {
  if (text !== lastTime.text) lastTime = { text, milliseconds: Date.parse(text) }
  return lastTime.milliseconds
}

/** A case as every browser sees it, read once for all. */
export interface SeenCase {
  readonly asked: UnassignedCase
  /** Null where an address or the time cannot be read. */
  readonly setting: Setting | null
  readonly line: OctetLine
  readonly draft: ParsedCookie
  /** What dialects that part from the draft have read. */
  others: Partial<Record<DialectId, ParsedCookie>> | null
}

/** A case without the agent it is for. */
export type UnassignedCase = Omit<CookieCase, 'agent'>

export function seeCase(asked: UnassignedCase): SeenCase {
  const { set, cookie } = asked
  const [place, now] = [placeOf(set), timeOf(asked.now)]
  const setting = place === null || Number.isNaN(now) ? null : createSetting(place, set.via, now)
  const line = set.via === 'script' ? scriptLine(cookie) : headerLine(cookie)
  return { asked, setting, line, draft: parseSetCookie(line, DIALECTS.draft), others: null }
}

/** The line as a dialect reads it; most lines are read alike by all. */
function readIn(seen: SeenCase, dialect: DialectId): ParsedCookie {
  if (seen.draft.common || dialect === 'draft') return seen.draft
  const read = seen.others?.[dialect] ?? parseSetCookie(seen.line, DIALECTS[dialect])
  seen.others = { ...seen.others, [dialect]: read }
  return read
}

/** A case that is read, and what became of its cookie. */
export interface OpenedCase {
  readonly place: Place | null
  readonly cookie: ParsedCookie
  readonly settled: Settled
}

const MALFORMED: Settled = { stored: null, rule: 'case-malformed', cookie: null }

/** RFC 6265bis section 5.7: whether the cookie is kept. */
export function openCase(seen: SeenCase, rules: CookieRules): OpenedCase {
  const { setting } = seen
  const cookie = readIn(seen, rules.dialect)
  if (setting === null) return { place: null, cookie, settled: MALFORMED }
  return { place: setting.place, cookie, settled: settle(cookie, setting, rules) }
}

/** Days, or until the browser closes; null where the longest life is not known. */
function lifeOf(kept: KeptCookie | null): CookieVerdict['expires'] {
  if (kept === null || kept.expiresAt === Number.POSITIVE_INFINITY) return 'session'
  return kept.expiresAt === null ? null : (kept.expiresAt - kept.createdAt) / DAY
}

/** RFC 6265bis section 5.8: where a cookie that was kept, or not, is sent. */
export function answerCase(
  asked: UnassignedCase,
  { place, cookie, settled }: OpenedCase,
  rules: CookieRules,
): BrowserVerdict {
  const expires = lifeOf(settled.cookie)
  const sent: Record<string, boolean | null> = {}
  const reasons: Record<string, SendingRule> = {}
  for (const question of asked.ask) {
    const rule = answer(question, settled, rules)
    reasons[question.id] = rule
    sent[question.id] = rule === 'sent' ? true : rule === 'not-known' ? null : false
  }
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
export const judgeCase = (seen: SeenCase, rules: CookieRules): BrowserVerdict =>
  answerCase(seen.asked, openCase(seen, rules), rules)
