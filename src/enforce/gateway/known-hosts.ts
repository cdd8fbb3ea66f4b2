import { isLoopback } from '../../model/index.ts'

export interface KnownHostsOptions {
  /** The host that the policy is for; its sub-domains, and its twin with or without `www.`, are its own. */
  readonly site: () => string
  /** More of them; `*.example.com` is everything below, `*` everything. */
  readonly allowed: readonly string[]
  /** The address that is listened on: on this machine alone, its names are known too. */
  readonly listening: string
}

const bareName = (host: string): string =>
  host
    .toLowerCase()
    .replace(/:\d+$/, '')
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '')

const covers = (pattern: string, name: string): boolean =>
  pattern === '*' || (pattern.startsWith('*.') ? name.endsWith(pattern.slice(1)) : pattern === name)

/** Which hosts a gateway answers for. Any other may be a name that somebody else made lead here. */
export function createKnownHosts({ site, allowed, listening }: KnownHostsOptions): (host: string) => boolean {
  const patterns = allowed.map(host => host.toLowerCase())
  const local = isLoopback(listening)
  return host => {
    const name = bareName(host)
    const own = bareName(site()).replace(/^www\./, '')
    if (name === own || name.endsWith(`.${own}`) || (local && isLoopback(name))) return true
    return patterns.some(pattern => covers(pattern, name))
  }
}
