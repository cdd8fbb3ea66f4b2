import type { CompactFacts } from '../../../codec/compact/index.ts'
import { type Blame, type RepairChange, type Standing } from '../../../model/index.ts'
import { CATEGORIES, PURPOSES, RECIPIENTS, type Term } from '../../../vocabulary/index.ts'
import type { Mending } from '../../levels/repairs.ts'
import { type Demand } from '../../levels/standing.ts'

/** The categories that identify a person, in Internet Explorer's eyes. */
export const IDENTIFYING = ['PHY', 'ONL', 'FIN', 'GOV'] as const

/** The uses of such data that want a choice. Any of them counts against any of the categories. */
export const OBJECTIONABLE = {
  purposes: ['IVA', 'IVD', 'CON', 'TEL', 'OTP'],
  recipients: ['SAM', 'OTR', 'UNR', 'PUB'],
} as const

const maskOf = (table: readonly Term[], tokens: readonly string[]): number =>
  table.reduce((mask, { token }, bit) => (tokens.includes(token) ? mask | (1 << bit) : mask), 0)

const tokensOf = (table: readonly Term[], mask: number): string[] =>
  table.filter((_, bit) => (mask & (1 << bit)) !== 0).map(({ token }) => token)

const IDENTIFYING_MASK = maskOf(CATEGORIES, IDENTIFYING)
const PURPOSE_MASK = maskOf(PURPOSES, OBJECTIONABLE.purposes)
const RECIPIENT_MASK = maskOf(RECIPIENTS, OBJECTIONABLE.recipients)

/** All purposes that are stated, whatever the choice. */
const statedPurposes = (facts: CompactFacts): number =>
  facts.purposesBare | facts.purposesAlways | facts.purposesOptIn | facts.purposesOptOut

const saysNoPurpose = (facts: CompactFacts): boolean => (statedPurposes(facts) | facts.customization) === 0

/** The objectionable uses that do not offer the choice demanded. */
const badPurposes = (facts: CompactFacts, demand: Demand): number =>
  (facts.purposesBare | facts.purposesAlways | (demand === 'opt-in' ? facts.purposesOptOut : 0)) & PURPOSE_MASK

const badRecipients = (facts: CompactFacts, demand: Demand): number =>
  (facts.recipientsBare | facts.recipientsAlways | (demand === 'opt-in' ? facts.recipientsOptOut : 0)) & RECIPIENT_MASK

const isBad = (facts: CompactFacts, demand: Demand): boolean =>
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

/** Without it the policy would say no purpose at all. */
const isSinglePurpose = (facts: CompactFacts, token: string): boolean =>
  facts.customization === 0 && tokensOf(PURPOSES, statedPurposes(facts)).join() === token

/** Offers the choice demanded for every use that lacks it, and states a purpose if there is none. */
function offerChoices(facts: CompactFacts, demand: Demand): Mending {
  const { purposes, recipients, noPurpose } = blame(facts, demand)
  const uses = [...purposes, ...recipients]
  const stricter = (use: string): readonly RepairChange[] => [
    ...(demand === 'opt-out' ? (['opt-in'] as const) : []),
    ...(isSinglePurpose(facts, use) ? [] : (['drop'] as const)),
  ]
  return {
    change: { ...Object.fromEntries(uses.map(use => [use, demand])), ...(noPurpose && { CUR: 'add' }) },
    reaches: demand === 'opt-out' && leavesOptOuts(facts) ? 'opt-out' : 'opt-in',
    or: Object.fromEntries(uses.map(use => [use, stricter(use)] as const).filter(([, ways]) => ways.length > 0)),
  }
}

/** Whether an opt-out is all that some use has, once those without a choice have got one. */
const leavesOptOuts = (facts: CompactFacts): boolean =>
  (badPurposes(facts, 'opt-in') | badRecipients(facts, 'opt-in')) !== 0

const saysMoreThan = (facts: CompactFacts, categories: number): boolean =>
  (facts.access |
    facts.markers |
    facts.remedies |
    facts.retentions |
    statedPurposes(facts) |
    facts.recipientsBare |
    facts.recipientsAlways |
    facts.recipientsOptIn |
    facts.recipientsOptOut |
    facts.unknown |
    (facts.categories & ~categories)) !==
  0

function dropCategories(facts: CompactFacts): Mending {
  const dropped = tokensOf(CATEGORIES, facts.categories & IDENTIFYING_MASK)
  return {
    change: Object.fromEntries(dropped.map(token => [token, 'drop'])),
    reaches: saysMoreThan(facts, IDENTIFYING_MASK) ? 'opt-in' : 'no-policy',
    or: {},
  }
}

/**
 * A policy is bad when identifying data meets bad uses; so it is mended by mending every use, or by dropping every such
 * category, and by nothing less. Of the uses an opt-out is the mildest mending, and an opt-in the next.
 */
export function mendings(facts: CompactFacts | null): readonly Mending[] {
  if (facts === null || !isBad(facts, 'opt-in')) return []
  const drop = dropCategories(facts)
  if (!isBad(facts, 'opt-out')) return [offerChoices(facts, 'opt-in'), drop]
  return leavesOptOuts(facts)
    ? [offerChoices(facts, 'opt-out'), offerChoices(facts, 'opt-in'), drop]
    : [offerChoices(facts, 'opt-in'), drop]
}
