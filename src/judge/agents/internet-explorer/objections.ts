import type { CompactFacts } from '../../../codec/compact/index.ts'
import type { Blame, Standing } from '../../../model/index.ts'
import { CATEGORIES, PURPOSES, RECIPIENTS, type Term } from '../../../vocabulary/index.ts'
import type { Demand } from '../../levels/standing.ts'

/** The categories that identify a person, in Internet Explorer's eyes. */
export const IDENTIFYING = ['PHY', 'ONL', 'FIN', 'GOV'] as const

/** The uses of such data that want a choice. Any of them counts against any of the categories. */
export const OBJECTIONABLE = {
  purposes: ['IVA', 'IVD', 'CON', 'TEL', 'OTP'],
  recipients: ['SAM', 'OTR', 'UNR', 'PUB'],
} as const

const maskOf = (table: readonly Term[], tokens: readonly string[]): number =>
  table.reduce((mask, { token }, bit) => (tokens.includes(token) ? mask | (1 << bit) : mask), 0)

export const tokensOf = (table: readonly Term[], mask: number): string[] =>
  table.filter((_, bit) => (mask & (1 << bit)) !== 0).map(({ token }) => token)

export const IDENTIFYING_MASK = maskOf(CATEGORIES, IDENTIFYING)
const PURPOSE_MASK = maskOf(PURPOSES, OBJECTIONABLE.purposes)
const RECIPIENT_MASK = maskOf(RECIPIENTS, OBJECTIONABLE.recipients)

/** All purposes that are stated, whatever the choice. */
export const statedPurposes = (facts: CompactFacts): number =>
  facts.purposesBare | facts.purposesAlways | facts.purposesOptIn | facts.purposesOptOut

const saysNoPurpose = (facts: CompactFacts): boolean => (statedPurposes(facts) | facts.customization) === 0

/** The objectionable uses that do not offer the choice demanded. */
export const badPurposes = (facts: CompactFacts, demand: Demand): number =>
  (facts.purposesBare | facts.purposesAlways | (demand === 'opt-in' ? facts.purposesOptOut : 0)) & PURPOSE_MASK

export const badRecipients = (facts: CompactFacts, demand: Demand): number =>
  (facts.recipientsBare | facts.recipientsAlways | (demand === 'opt-in' ? facts.recipientsOptOut : 0)) & RECIPIENT_MASK

export const isBad = (facts: CompactFacts, demand: Demand): boolean =>
  (facts.categories & IDENTIFYING_MASK) !== 0 &&
  (saysNoPurpose(facts) || (badPurposes(facts, demand) | badRecipients(facts, demand)) !== 0)

/** An empty policy is none; one of unknown words only is a policy, and nothing in it is objectionable. */
export function standing(facts: CompactFacts | null): Standing {
  if (facts === null || facts.tokens === 0) return 'no-policy'
  if (isBad(facts, 'opt-out')) return 'no-consent'
  return isBad(facts, 'opt-in') ? 'opt-out' : 'opt-in'
}

const NO_BLAME: Blame = { categories: [], purposes: [], recipients: [], noPurpose: false, unreadable: [] }

export function blame(facts: CompactFacts | null, demand: Demand): Blame {
  if (facts === null || !isBad(facts, demand)) return NO_BLAME
  return {
    categories: tokensOf(CATEGORIES, facts.categories & IDENTIFYING_MASK),
    purposes: tokensOf(PURPOSES, badPurposes(facts, demand)),
    recipients: tokensOf(RECIPIENTS, badRecipients(facts, demand)),
    noPurpose: saysNoPurpose(facts),
    unreadable: [],
  }
}
