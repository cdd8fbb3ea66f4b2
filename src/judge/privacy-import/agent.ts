import { readRawTokens } from '../../codec/compact/index.ts'
import {
  type ImportRule,
  type ImportSetting,
  type ImportVerdict,
  type ImportZone,
  type LevelParty,
  type Lifetime,
  type PrivacyImport,
} from '../../model/index.ts'
import type { LevelContext } from '../agent.ts'
import { LEGACY_OPT_OUT } from '../agents/internet-explorer/decide.ts'

export type ImportCells = Readonly<Record<LevelParty, Readonly<Record<Lifetime, ImportVerdict>>>>

/** A visitor's own settings as that which decides: an agent without levels, judging by single tokens. */
export interface PrivacyImportAgent {
  readonly zone: ImportZone
  /** By the value of a `P3P` header, or a bare list of tokens; null: the cookie came without. */
  readonly decide: (context: LevelContext, header: string | null) => ImportVerdict
  readonly verdicts: (header: string | null) => ImportCells
}

type Tokens = ReadonlySet<string> | null

/** A policy without a single token is none. */
function readTokens(header: string | null): Tokens {
  const tokens = header === null ? null : readRawTokens(header)
  return tokens === null || tokens.length === 0 ? null : new Set(tokens)
}

const isTrue = ({ conditions }: ImportRule, tokens: ReadonlySet<string>): boolean =>
  conditions.every(({ token, not }) => tokens.has(token) !== not)

function byRules({ noPolicy, noRule, rules }: ImportSetting, tokens: Tokens): ImportVerdict {
  if (tokens === null) return { action: noPolicy, reason: 'no-policy', decidedBy: null }
  const at = rules.findIndex(rule => isTrue(rule, tokens))
  const rule = rules[at]
  if (rule === undefined) return { action: noRule, reason: 'no-rule', decidedBy: null }
  return { action: rule.action, reason: 'rule', decidedBy: { number: at + 1, rule } }
}

/** What becomes of a cookie that ends with the session where a lasting one would meet the verdict. */
function forSession({ session }: ImportSetting, verdict: ImportVerdict): ImportVerdict {
  if (session) return { action: 'accept', reason: 'session', decidedBy: null }
  return verdict.action === 'downgrade' ? { ...verdict, action: 'accept', reason: 'session-already' } : verdict
}

function bySetting(setting: ImportSetting, tokens: Tokens): ImportCells[LevelParty] {
  const persistent = byRules(setting, tokens)
  return { persistent, session: forSession(setting, persistent) }
}

/** What holds apart from the cookie's policy; null where that decides. */
function beforePolicy({ siteRule, legacy }: LevelContext, { alwaysReplayLegacy }: PrivacyImport): ImportVerdict | null {
  if (siteRule !== undefined) return { action: siteRule, reason: 'site-rule', decidedBy: null }
  if (legacy === LEGACY_OPT_OUT) return { action: 'accept', reason: 'legacy-opt-out', decidedBy: null }
  if (legacy === undefined) return null
  return { action: alwaysReplayLegacy ? 'accept' : 'leash', reason: 'legacy', decidedBy: null }
}

/**
 * Judges as Internet Explorer does once it has loaded the settings; null where they say nothing of the zone, so that the
 * browser's own level stays in force.
 */
export function privacyImportAgent(model: PrivacyImport, zone: ImportZone = 'internet'): PrivacyImportAgent | null {
  const parties = model.zones[zone]
  if (parties === undefined) return null
  return {
    zone,
    decide: (context, header) =>
      beforePolicy(context, model) ?? bySetting(parties[context.party], readTokens(header))[context.lifetime],
    verdicts: header => {
      const tokens = readTokens(header)
      return {
        'first-party': bySetting(parties['first-party'], tokens),
        'third-party': bySetting(parties['third-party'], tokens),
      }
    },
  }
}

/** What the visitor's list says of a host: the entry of the host itself, or of a domain it belongs to. */
export function siteRuleOf({ siteRules }: PrivacyImport, host: string): LevelContext['siteRule'] {
  const name = host.toLowerCase()
  return siteRules.find(({ domain }) => name === domain || name.endsWith(`.${domain}`))?.action
}
