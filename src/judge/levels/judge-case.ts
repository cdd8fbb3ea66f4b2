import { describeBlame } from '../../messages/index.ts'
import type { CookieCase, LevelAction, LevelParty } from '../../model/index.ts'
import type { Agent, CookieVerdict, LevelAgent } from '../agent.ts'
import { partyOf as explorerPartyOf } from '../agents/internet-explorer/party.ts'
import { partyOf as netscapePartyOf } from '../agents/netscape/party.ts'
import { answerCase, type OpenedCase, openCase, placeOf, seeCase } from '../cookies/judge-case.ts'
import type { Place } from '../cookies/place.ts'
import { type CookieRules, DRAFT_RULES } from '../cookies/profile.ts'

/** Cookies before SameSite, prefixes and partitions. Scope and expiry are read as RFC 6265bis says. */
const OLD_RULES: CookieRules = {
  ...DRAFT_RULES,
  trustsLoopback: false,
  prefixes: [],
  hostPrefixAsWritten: false,
  noneWantsSecure: false,
  partitioned: false,
  partitionedWantsSecure: false,
  laxByDefault: false,
  laxPostSeconds: 0,
  sameSiteBy: 'schemeless',
  firstPartyBy: 'schemeless',
  sameSiteOnSetting: false,
  cap: { header: Number.POSITIVE_INFINITY, script: Number.POSITIVE_INFINITY },
  guardsAround: false,
}

/** What a level leaves of a cookie that could be kept. */
function amend(opened: OpenedCase, action: LevelAction): OpenedCase {
  const { settled } = opened
  if (settled.cookie === null) return opened
  if (action === 'reject') return { ...opened, settled: { ...settled, stored: false, cookie: null } }
  if (action === 'prompt') return { ...opened, settled: { ...settled, stored: null, cookie: null } }
  const expiresAt = action === 'downgrade' ? Number.POSITIVE_INFINITY : settled.cookie.expiresAt
  return { ...opened, settled: { ...settled, cookie: { ...settled.cookie, expiresAt, sameSite: 'none' } } }
}

/**
 * Whose cookie a host sets on a page of another, in each browser's eyes. Here and not with the agents, because it may take
 * the public suffix list, which who only judges policies need not carry.
 */
const PARTY_OF: Readonly<Record<string, (host: string, top: string) => LevelParty>> = {
  ie6: explorerPartyOf,
  ie8: explorerPartyOf,
  netscape7: netscapePartyOf,
}

/** Whose place it is in the agent's eyes; the top page itself is always its own. */
const partyIn = (agent: LevelAgent, { url, top, navigation }: Place): LevelParty =>
  navigation ? 'first-party' : (PARTY_OF[agent.id] ?? explorerPartyOf)(url.host, top.host)

/** A leashed cookie goes only where its own site stands in the address bar. */
function leash(agent: LevelAgent, asked: CookieCase, sent: CookieVerdict['sent']): CookieVerdict['sent'] {
  const held = asked.ask.filter(question => {
    const place = placeOf(question)
    return place !== null && partyIn(agent, place) === 'third-party'
  })
  return { ...sent, ...Object.fromEntries(held.map(({ id }) => [id, false])) }
}

function judgeAt(agent: LevelAgent, level: string, asked: CookieCase): CookieVerdict {
  const opened = openCase(seeCase(asked), OLD_RULES)
  const { place, settled } = opened
  if (place === null || settled.cookie === null) return answerCase(asked, opened, OLD_RULES)
  const header = asked.compactPolicy ?? null
  const party = partyIn(agent, place)
  const lifetime = settled.cookie.expiresAt === Number.POSITIVE_INFINITY ? 'session' : 'persistent'
  const { action, reason, rule } = agent.decide(level, { party, lifetime }, header)
  const { reasons: _, ...answer } = answerCase(asked, amend(opened, action), OLD_RULES)
  return {
    ...answer,
    rule,
    data: { ...answer.data, ...describeBlame(agent.blame(header, reason === 'no-opt-out' ? 'opt-out' : 'opt-in')) },
    sent: action === 'leash' ? leash(agent, asked, answer.sent) : answer.sent,
  }
}

/** The agent as a case may name it, `ie6:medium`; null if it cannot be set so. */
export function agentAt(agent: LevelAgent, level: string): Agent | null {
  if (!agent.isLevel(level)) return null
  return { id: `${agent.id}:${level}`, version: agent.version, judge: asked => judgeAt(agent, level, asked) }
}
