import type { Blame, RepairChange, Standing } from '../../../model/index.ts'
import { CATEGORIES, PURPOSES, RECIPIENTS, type Term } from '../../../vocabulary/index.ts'
import type { Mending } from '../../levels/repairs.ts'
import type { Demand } from '../../levels/standing.ts'
import type { NetscapeFacts } from './read.ts'

const inOrder = (table: readonly Term[], tokens: readonly string[]): string[] =>
  table.map(({ token }) => token).filter(token => tokens.includes(token))

/** The uses that do not offer the choice demanded. */
const badUses = ({ uses }: NetscapeFacts, demand: Demand): string[] =>
  [...uses]
    .filter(([, choice]) => choice === 'none' || (demand === 'opt-in' && choice === 'opt-out'))
    .map(([use]) => use)

const isBad = (facts: NetscapeFacts, demand: Demand): boolean =>
  facts.identifying.length > 0 || badUses(facts, demand).length > 0

/** The worst of what is there decides; identifying data never have consent, and nothing of either kind is the best. */
export function standing(facts: NetscapeFacts | null): Standing {
  if (facts === null) return 'no-policy'
  if (facts.unreadable.length > 0) return 'unreadable'
  if (isBad(facts, 'opt-out')) return 'no-consent'
  return isBad(facts, 'opt-in') ? 'opt-out' : 'opt-in'
}

export function blame(facts: NetscapeFacts | null, demand: Demand): Blame {
  const uses = facts === null ? [] : badUses(facts, demand)
  return {
    categories: inOrder(CATEGORIES, facts?.identifying ?? []),
    purposes: inOrder(PURPOSES, uses),
    recipients: inOrder(RECIPIENTS, uses),
    noPurpose: false,
    unreadable: facts?.unreadable ?? [],
  }
}

/** Everything must go that stands in the way, and every use must offer the choice; a policy may not end up empty. */
function meet(facts: NetscapeFacts, demand: Demand): Mending {
  const { categories, purposes, recipients } = blame(facts, demand)
  const uses = [...purposes, ...recipients]
  const isEmpty = !facts.others && facts.uses.size === 0
  const stricter: readonly RepairChange[] = [
    ...(demand === 'opt-out' ? (['opt-in'] as const) : []),
    ...(facts.others || facts.uses.size > 1 ? (['drop'] as const) : []),
  ]
  return {
    change: Object.fromEntries<RepairChange>([
      ...[...facts.unreadable, ...categories].map(token => [token, 'drop'] as const),
      ...uses.map(use => [use, demand] as const),
      ...(isEmpty ? [['CUR', 'add'] as const] : []),
    ]),
    reaches: demand === 'opt-out' && badUses(facts, 'opt-in').length > 0 ? 'opt-out' : 'opt-in',
    or: stricter.length === 0 ? {} : Object.fromEntries(uses.map(use => [use, stricter])),
  }
}

/** Nothing excuses anything else here: all of it must be mended, and the choices decide how far that goes. */
export function mendings(facts: NetscapeFacts | null): readonly Mending[] {
  if (facts === null) return []
  return badUses(facts, 'opt-in').length > 0 ? [meet(facts, 'opt-out'), meet(facts, 'opt-in')] : [meet(facts, 'opt-in')]
}
