import { consentTerms } from '../../compile/index.ts'
import type { ConsentTerm, Observation, Policy, SiteObservation } from '../../model/index.ts'
import { type Addresses, addressesOf } from './addresses.ts'
import { inOrder } from './in-order.ts'
import { type SeenCookie, seenCookies } from './seen-cookies.ts'
import { type SeenRecipient, seenRecipients } from './seen-recipients.ts'
import { type SeenStorage, seenStorage } from './seen-storage.ts'

/** What the rules compare. What a robot was shown is apart from what visitors are. */
export interface Context {
  readonly policy: Policy
  readonly site: SiteObservation
  readonly addresses: Addresses
  /** In the order of events. */
  readonly observations: readonly Observation[]
  readonly terms: ReadonlyMap<string, ConsentTerm>
  readonly cookies: readonly SeenCookie[]
  readonly storage: readonly SeenStorage[]
  readonly recipients: readonly SeenRecipient[]
}

type Kind = Observation['kind']

/** The observations of a kind. */
export const ofKind = <K extends Kind>(
  observations: readonly Observation[],
  kind: K,
): readonly Extract<Observation, { kind: K }>[] =>
  observations.filter((seen): seen is Extract<Observation, { kind: K }> => seen.kind === kind)

export function contextOf(policy: Policy, site: SiteObservation): Context {
  const addresses = addressesOf(policy.site.url, site.url)
  const observations = inOrder(site.observations)
  const visitors = observations.filter(({ state }) => state !== 'robot')
  return {
    policy,
    site,
    addresses,
    observations,
    terms: new Map(consentTerms(policy).map(term => [term.practice, term])),
    cookies: seenCookies(ofKind(visitors, 'cookie'), policy, addresses),
    storage: seenStorage(ofKind(visitors, 'storage'), policy, addresses),
    recipients: seenRecipients(ofKind(visitors, 'request'), policy, addresses),
  }
}
