import type { LevelAction, LevelParty } from './level-report.ts'

/** The zones a privacy import file may set, as it names them; the slider moves the first only. */
export const IMPORT_ZONES = ['internet', 'intranet', 'trustedSites'] as const
export type ImportZone = (typeof IMPORT_ZONES)[number]

/** All that a level can do, but for the mark, which Internet Explorer does not have. */
export const IMPORT_ACTIONS = [
  'accept',
  'prompt',
  'leash',
  'downgrade',
  'reject',
] as const satisfies readonly LevelAction[]
export type ImportAction = (typeof IMPORT_ACTIONS)[number]

/** A compact token, letter for letter with its suffix, that the policy holds, or does not. */
export interface ImportCondition {
  readonly token: string
  readonly not: boolean
}

/** What is done with a cookie whose policy meets all the conditions; there is at least one. */
export interface ImportRule {
  readonly conditions: readonly ImportCondition[]
  readonly action: ImportAction
}

/** What is done with one party's cookies in one zone. The first rule that is true decides. */
export interface ImportSetting {
  /** With a cookie that comes without a compact policy. */
  readonly noPolicy: ImportAction
  /** With a cookie that no rule is true of. */
  readonly noRule: ImportAction
  /** Whether session cookies are accepted whatever the policy says. */
  readonly session: boolean
  readonly rules: readonly ImportRule[]
}

export interface ImportSiteRule {
  readonly domain: string
  readonly action: Extract<ImportAction, 'accept' | 'reject'>
}

/** A visitor's own privacy settings for Internet Explorer 6 and its successors: a privacy import file. */
export interface PrivacyImport {
  readonly zones: { readonly [Z in ImportZone]?: Readonly<Record<LevelParty, ImportSetting>> }
  /** Whether cookies older than the browser's privacy levels are sent everywhere; else they are leashed. */
  readonly alwaysReplayLegacy: boolean
  /** Whether loading the file deletes all cookies. */
  readonly flushCookies: boolean
  /** Whether loading the file deletes what the visitor decided site by site. */
  readonly flushSiteList: boolean
  readonly siteRules: readonly ImportSiteRule[]
}

/** A file that sets nothing. */
export const EMPTY_PRIVACY_IMPORT: PrivacyImport = {
  zones: {},
  alwaysReplayLegacy: false,
  flushCookies: false,
  flushSiteList: false,
  siteRules: [],
}

/** What decided: message area `preferences`, key `decided.` and the word. */
export type ImportReason =
  | 'site-rule'
  | 'legacy'
  | 'legacy-opt-out'
  | 'session'
  | 'session-already'
  | 'no-policy'
  | 'rule'
  | 'no-rule'

/** What a visitor's own settings do with a cookie, and by which of them. */
export interface ImportVerdict {
  readonly action: ImportAction
  readonly reason: ImportReason
  /** The rule that was true first, with its number among its party's, from 1. */
  readonly decidedBy: { readonly number: number; readonly rule: ImportRule } | null
}
