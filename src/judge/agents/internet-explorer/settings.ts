import type { LevelAction, LevelParty } from '../../../model/index.ts'
import type { Demand } from '../../levels/standing.ts'

/** What a level does with one party's cookies. */
export interface PartySetting {
  /** With a cookie that comes without a compact policy. */
  readonly noPolicy: LevelAction
  /** Whether session cookies are accepted whatever the policy says. */
  readonly allowSession: boolean
  /** The choice that objectionable uses must offer; null where the level does not read the policy. */
  readonly demand: Demand | null
  /** With a cookie whose policy does not offer it. */
  readonly action: LevelAction
}

/** A level does one thing with all cookies, or something for each party. */
export type LevelSetting = { readonly all: LevelAction } | Readonly<Record<LevelParty, PartySetting>>

export const IE_LEVELS = ['accept-all', 'low', 'medium', 'medium-high', 'high', 'block-all'] as const
export type IeLevel = (typeof IE_LEVELS)[number]
export type IeSettings = Readonly<Record<IeLevel, LevelSetting>>

const REFUSE_ALL_WITHOUT_OPT_IN = {
  noPolicy: 'reject',
  allowSession: false,
  demand: 'opt-in',
  action: 'reject',
} as const

/** Internet Explorer 6 and 7, internet zone. Everything the levels differ in; `docs/agents/ie6.md` says from what sources. */
export const IE6_SETTINGS = {
  'accept-all': { all: 'accept' },
  low: {
    'first-party': { noPolicy: 'leash', allowSession: true, demand: null, action: 'accept' },
    'third-party': { noPolicy: 'downgrade', allowSession: false, demand: 'opt-out', action: 'downgrade' },
  },
  medium: {
    'first-party': { noPolicy: 'leash', allowSession: true, demand: 'opt-out', action: 'downgrade' },
    'third-party': { noPolicy: 'reject', allowSession: false, demand: 'opt-out', action: 'reject' },
  },
  'medium-high': {
    'first-party': { noPolicy: 'leash', allowSession: true, demand: 'opt-out', action: 'reject' },
    'third-party': REFUSE_ALL_WITHOUT_OPT_IN,
  },
  high: { 'first-party': REFUSE_ALL_WITHOUT_OPT_IN, 'third-party': REFUSE_ALL_WITHOUT_OPT_IN },
  'block-all': { all: 'reject' },
} as const satisfies IeSettings

/** Internet Explorer 8 to 10: Medium wants an opt-in of third parties. */
export const IE8_SETTINGS = {
  ...IE6_SETTINGS,
  medium: {
    'first-party': IE6_SETTINGS.medium['first-party'],
    'third-party': REFUSE_ALL_WITHOUT_OPT_IN,
  },
} as const satisfies IeSettings
