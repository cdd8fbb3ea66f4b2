import { consentTerms } from '../../compile/index.ts'
import type { ConsentTerm, Observation, Policy, SiteObservation } from '../../model/index.ts'
import { type Addresses, addressesOf } from './addresses.ts'
import { inOrder } from './in-order.ts'
import { type SeenCookie, seenCookies } from './seen-cookies.ts'
import { type SeenRecipient, seenRecipients } from './seen-recipients.ts'
import { type SeenStorage, seenStorage } from './seen-storage.ts'

/** What the rules compare. What only a robot was shown is not among the things seen: no visitor has it. */
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

const byVisitors = ({ sightings }: { readonly sightings: readonly Observation[] }): boolean =>
  sightings.some(({ state }) => state !== 'robot')

export function contextOf(policy: Policy, site: SiteObservation): Context {
  const addresses = addressesOf(policy.site.url, site.url)
  const observations = inOrder(site.observations)
  return {
    policy,
    site,
    addresses,
    observations,
    terms: new Map(consentTerms(policy).map(term => [term.practice, term])),
    cookies: seenCookies(ofKind(observations, 'cookie'), policy, addresses).filter(byVisitors),
    storage: seenStorage(ofKind(observations, 'storage'), policy, addresses).filter(byVisitors),
    recipients: seenRecipients(ofKind(observations, 'request'), policy, addresses).filter(byVisitors),
  }
}
