import { addressOf } from '../../judge/cookies/index.ts'
import { once } from './once.ts'

/** How the hosts that were seen are those the declaration speaks of. */
export interface Addresses {
  /** The site's own host, as declared. */
  readonly own: string
  /** The host as the declaration would say it. */
  readonly host: (seen: string) => string
  readonly origin: (seen: string) => string
  /** Whether a host, as declared, belongs to the site. */
  readonly isOwn: (host: string) => boolean
}

const bareHost = (host: string): string => host.toLowerCase().replace(/^\.|\.$/g, '')
const withoutWww = (host: string): string => host.replace(/^www\./, '')
const domainOf = (host: string): string => addressOf(`https://${host}/`)?.domain ?? host

/**
 * A site may be looked at where it is not declared to be: a copy on the developer's machine, or with `www.` before it.
 * Then that host stands for the declared one, and what is below it for what is below that.
 */
export function addressesOf(declaredUrl: string, seenUrl: string): Addresses {
  const declared = addressOf(declaredUrl)
  const seen = addressOf(seenUrl)
  const own = declared?.host ?? ''
  const standIn = seen !== null && seen.host !== own && stands(seen.host, own) ? seen.host : null

  function host(text: string): string {
    const bare = bareHost(text)
    if (standIn === null) return bare
    if (bare === standIn) return own
    return bare.endsWith(`.${standIn}`) ? `${bare.slice(0, -standIn.length)}${own}` : bare
  }

  function origin(text: string): string {
    const address = addressOf(text)
    if (standIn === null || address === null) return text
    const named = host(address.host)
    return named === address.host
      ? text
      : named === own
        ? new URL(declaredUrl).origin
        : `${declared?.scheme}://${named}`
  }

  const domain = domainOf(own)
  return { own, host: once(host), origin: once(origin), isOwn: once(text => domainOf(text) === domain) }
}

const stands = (seen: string, declared: string): boolean =>
  withoutWww(seen) === withoutWww(declared) || domainOf(seen) !== domainOf(declared)
