import type { IncomingMessage } from 'node:http'
import type { Policy } from '../../model/index.ts'
import type { Origin } from './http/request-head.ts'

const firstOf = (value: string | string[] | undefined): string | undefined =>
  (Array.isArray(value) ? value[0] : value)?.split(',')[0]?.trim()

/**
 * Whether the visitor came by https. This gateway takes the encryption off nowhere: what stands before it may, and then
 * the declared address of the site tells.
 */
function cameSecurely(forwarded: string | undefined, host: string, policy: Policy | null): boolean {
  if (forwarded !== undefined) return forwarded.toLowerCase() === 'https'
  return policy !== null && secureHostOf(policy) === host.toLowerCase()
}

const secureHosts = new WeakMap<Policy, string | null>()

/** The declared host, if it is reached by https. */
function secureHostOf(policy: Policy): string | null {
  let host = secureHosts.get(policy)
  if (host === undefined) {
    const site = new URL(policy.site.url)
    host = site.protocol === 'https:' ? site.host : null
    secureHosts.set(policy, host)
  }
  return host
}

/** Where a request came from. What it says itself of that counts only where a trusted proxy said it. */
export function originOf(request: IncomingMessage, policy: Policy | null, trustProxy: boolean): Origin {
  const { headers, socket } = request
  const said = (name: string) => (trustProxy ? firstOf(headers[name]) : undefined)
  const host = said('x-forwarded-host') ?? headers.host ?? ''
  return {
    address: said('x-forwarded-for') ?? socket.remoteAddress ?? 'unknown',
    https: cameSecurely(said('x-forwarded-proto'), host, policy),
    host,
  }
}
