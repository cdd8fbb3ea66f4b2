import { groupAlike, type Practice, type RequestObservation } from '../../model/index.ts'
import type { Addresses } from './addresses.ts'
import { isBrowsersOwn } from './browsers-own.ts'
import type { Declarations } from './declarations.ts'

/** A practice that names a host as one that data go to. */
export interface NamedBy {
  readonly practice: Practice
  readonly path: readonly (string | number)[]
}

/** A host of another site that gets requests. */
export interface SeenRecipient {
  readonly host: string
  readonly sightings: readonly [RequestObservation, ...RequestObservation[]]
  /** Empty: nobody declares it. */
  readonly namedBy: readonly NamedBy[]
}

/** `*.example.com` and, for cookies, `.example.com` cover the domain and all below it. */
function covers(pattern: string, host: string): boolean {
  const domain = pattern.replace(/^\*?\./, '')
  return host === domain || (domain !== pattern && host.endsWith(`.${domain}`))
}

/** The hosts a policy speaks of: those of recipients, and those that it lets set cookies or keep data. */
function namedHosts(policy: Declarations): readonly (NamedBy & { readonly pattern: string })[] {
  const practices = new Map(policy.practices.map(practice => [practice.id, practice]))
  const keptAt = (pattern: string, id: string, path: NamedBy['path']) => {
    const practice = practices.get(id)
    return practice === undefined ? [] : [{ pattern, practice, path }]
  }
  return [
    ...policy.practices.flatMap(practice =>
      practice.recipients.flatMap(({ id, hosts }) =>
        hosts.map(pattern => ({ pattern, practice, path: ['practices', practice.id, 'recipients', id, 'hosts'] })),
      ),
    ),
    ...policy.cookies.flatMap(({ host, practice }, at) => keptAt(host, practice, ['cookies', at, 'host'])),
    ...policy.storage.flatMap(({ origin, practice }, at) =>
      keptAt(new URL(origin).hostname, practice, ['storage', at, 'origin']),
    ),
  ]
}

const overNetwork = ({ url }: RequestObservation): boolean => /^(?:https?|wss?):/i.test(url)

export function seenRecipients(
  observations: readonly RequestObservation[],
  policy: Declarations,
  addresses: Addresses,
): readonly SeenRecipient[] {
  const named = namedHosts(policy)
  const others = observations.filter(
    seen =>
      seen.party === 'third' &&
      overNetwork(seen) &&
      !isBrowsersOwn(seen.host) &&
      !addresses.isOwn(addresses.host(seen.host)),
  )
  return groupAlike(others, ({ host }) => addresses.host(host)).map(sightings => {
    const host = addresses.host(sightings[0].host)
    return { host, sightings, namedBy: named.filter(({ pattern }) => covers(pattern, host)) }
  })
}
