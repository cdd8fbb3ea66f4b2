import { isCandorCookie } from '../../codec/choice/index.ts'
import {
  type CookieObservation,
  groupAlike,
  type Observation,
  type Policy,
  type SiteObservation,
} from '../../model/index.ts'
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

type ByKind = ReadonlyMap<Kind, readonly Observation[]>

/** Sorted once for all who ask; kept as long as the list is. */
const sorted = new WeakMap<readonly Observation[], ByKind>()

function byKind(observations: readonly Observation[]): ByKind {
  const known = sorted.get(observations)
  if (known !== undefined) return known
  const found = new Map(groupAlike(observations, ({ kind }) => kind).map(group => [group[0].kind, group] as const))
  sorted.set(observations, found)
  return found
}

/** The observations of a kind. */
export const ofKind = <K extends Kind>(
  observations: readonly Observation[],
  kind: K,
): readonly Extract<Observation, { kind: K }>[] =>
  (byKind(observations).get(kind) ?? []) as readonly Extract<Observation, { kind: K }>[]

/** What only a robot was shown is not among the things seen: no visitor has it. */
const byVisitors = ({ sightings }: { readonly sightings: readonly Observation[] }): boolean =>
  sightings.some(({ state }) => state !== 'robot')

/** Candor's own are there because of the declaration. Anybody else may call a cookie so too. */
const isOwn = ({ name, party, hostOnly }: CookieObservation, siteUrl: string): boolean =>
  party === 'first' && hostOnly && isCandorCookie(name, siteUrl)

export function seenThings(site: SiteObservation, policy: Policy | null): SeenThings {
  const url = policy?.site.url ?? site.url
  const addresses = addressesOf(url, site.url)
  const observations = inOrder(site.observations)
  const cookies = ofKind(observations, 'cookie').filter(seen => !isOwn(seen, url))
  const declared: Declarations = policy ?? NOTHING_DECLARED
  return {
    addresses,
    observations,
    cookies: seenCookies(cookies, declared, addresses).filter(byVisitors),
    storage: seenStorage(ofKind(observations, 'storage'), declared, addresses).filter(byVisitors),
    recipients: seenRecipients(ofKind(observations, 'request'), declared, addresses).filter(byVisitors),
  }
}
