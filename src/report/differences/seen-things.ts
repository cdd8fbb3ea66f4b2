import type { Observation, Policy, SiteObservation } from '../../model/index.ts'
import { type Addresses, addressesOf } from './addresses.ts'
import { type Declarations, NOTHING_DECLARED } from './declarations.ts'
import { inOrder } from './in-order.ts'
import { type SeenCookie, seenCookies } from './seen-cookies.ts'
import { type SeenRecipient, seenRecipients } from './seen-recipients.ts'
import { type SeenStorage, seenStorage } from './seen-storage.ts'

/** What a site keeps on devices and whom it calls, each thing once, with what the declaration says of it. */
export interface SeenThings {
  readonly addresses: Addresses
  /** In the order of events. */
  readonly observations: readonly Observation[]
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

/** What only a robot was shown is not among the things seen: no visitor has it. */
const byVisitors = ({ sightings }: { readonly sightings: readonly Observation[] }): boolean =>
  sightings.some(({ state }) => state !== 'robot')

export function seenThings(site: SiteObservation, policy: Policy | null): SeenThings {
  const addresses = addressesOf(policy?.site.url ?? site.url, site.url)
  const observations = inOrder(site.observations)
  const declared: Declarations = policy ?? NOTHING_DECLARED
  return {
    addresses,
    observations,
    cookies: seenCookies(ofKind(observations, 'cookie'), declared, addresses).filter(byVisitors),
    storage: seenStorage(ofKind(observations, 'storage'), declared, addresses).filter(byVisitors),
    recipients: seenRecipients(ofKind(observations, 'request'), declared, addresses).filter(byVisitors),
  }
}
