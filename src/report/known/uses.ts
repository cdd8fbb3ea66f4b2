import type { CategoryId, PurposeId, RecipientId } from '../../vocabulary/index.ts'

/** What a known thing serves, in the words of the vocabulary. */
export interface KnownUse {
  readonly purposes: readonly PurposeId[]
  readonly categories: readonly CategoryId[]
  /** How whoever gets the data stands to the site, as is usual. */
  readonly recipient: RecipientId
  /** Whether visitors are usually asked first. */
  readonly asks: boolean
}

/** Trades, each with what its things usually do. */
export const KNOWN_USES = {
  session: { purposes: ['current'], categories: ['uniqueid', 'state'], recipient: 'ours', asks: false },
  security: { purposes: ['current', 'admin'], categories: ['computer', 'state'], recipient: 'ours', asks: false },
  consent: { purposes: ['current'], categories: ['preference', 'state'], recipient: 'ours', asks: false },
  preference: {
    purposes: ['current', 'tailoring'],
    categories: ['preference', 'state'],
    recipient: 'ours',
    asks: false,
  },
  payment: {
    purposes: ['current', 'admin'],
    categories: ['computer', 'uniqueid', 'financial', 'state'],
    recipient: 'ours',
    asks: false,
  },
  chat: {
    purposes: ['current'],
    categories: ['uniqueid', 'interactive', 'content', 'state'],
    recipient: 'ours',
    asks: true,
  },
  statistics: {
    purposes: ['develop', 'pseudo-analysis'],
    categories: ['uniqueid', 'computer', 'navigation', 'state'],
    recipient: 'other-recipient',
    asks: true,
  },
  replay: {
    purposes: ['develop', 'pseudo-analysis'],
    categories: ['uniqueid', 'computer', 'navigation', 'interactive', 'state'],
    recipient: 'other-recipient',
    asks: true,
  },
  experiments: {
    purposes: ['develop', 'pseudo-decision'],
    categories: ['uniqueid', 'navigation', 'state'],
    recipient: 'other-recipient',
    asks: true,
  },
  advertising: {
    purposes: ['pseudo-analysis', 'pseudo-decision'],
    categories: ['uniqueid', 'computer', 'navigation', 'state'],
    recipient: 'unrelated',
    asks: true,
  },
  mailing: {
    purposes: ['individual-analysis', 'contact'],
    categories: ['online', 'uniqueid', 'navigation', 'state'],
    recipient: 'other-recipient',
    asks: true,
  },
  social: {
    purposes: ['current', 'pseudo-decision'],
    categories: ['uniqueid', 'computer', 'navigation', 'state'],
    recipient: 'unrelated',
    asks: true,
  },
  video: {
    purposes: ['current', 'pseudo-analysis'],
    categories: ['uniqueid', 'computer', 'navigation', 'state'],
    recipient: 'unrelated',
    asks: true,
  },
  delivery: { purposes: ['current', 'admin'], categories: ['computer', 'navigation'], recipient: 'ours', asks: false },
  diagnosis: { purposes: ['admin', 'develop'], categories: ['computer', 'navigation'], recipient: 'ours', asks: false },
} as const satisfies Record<string, KnownUse>

export type KnownUseId = keyof typeof KNOWN_USES
export const KNOWN_USE_IDS = Object.keys(KNOWN_USES) as readonly KnownUseId[]
