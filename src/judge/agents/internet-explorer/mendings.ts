import type { CompactFacts } from '../../../codec/compact/index.ts'
import type { RepairChange } from '../../../model/index.ts'
import { CATEGORIES, PURPOSES } from '../../../vocabulary/index.ts'
import type { Mending } from '../../levels/repairs.ts'
import type { Demand } from '../../levels/standing.ts'
import { badPurposes, badRecipients, blame, IDENTIFYING_MASK, isBad, statedPurposes, tokensOf } from './objections.ts'

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

/** Whether anything is left of the policy without them. */
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
  const optOutHelps = isBad(facts, 'opt-out') && leavesOptOuts(facts)
  return [
    ...(optOutHelps ? [offerChoices(facts, 'opt-out')] : []),
    offerChoices(facts, 'opt-in'),
    dropCategories(facts),
  ]
}
