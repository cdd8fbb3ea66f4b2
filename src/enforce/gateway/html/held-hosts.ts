import type { Policy } from '../../../model/index.ts'

/** The hosts that nothing may be fetched from now, with the practices whose consent would open them. */
export interface HeldHosts {
  /** The ids, with a space between; null if the host may be asked. */
  readonly practicesOf: (host: string) => string | null
  /** The same for the first such host that a text names. */
  readonly practicesNamedIn: (text: string) => string | null
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** `*.example.com` covers what is below; anything else is that host alone. */
function coveredBy(host: string): readonly string[] {
  const labels = host.split('.')
  return [host, ...labels.slice(1).map((_, index) => `*.${labels.slice(index + 1).join('.')}`)]
}

/** A host in a script's text: not a part of a longer name. */
const mention = (hosts: readonly string[]): RegExp =>
  new RegExp(
    `(?<![a-z0-9.-])(?:${hosts.map(host => (host.startsWith('*.') ? `[a-z0-9.-]{1,200}${escaped(host.slice(1))}` : escaped(host))).join('|')})(?![a-z0-9-]|\\.[a-z0-9])`,
    'i',
  )

/** A host that several practices name is open when one of them is allowed. Null if nothing is held. */
export function heldHosts(policy: Policy, allowed: (practice: string) => boolean): HeldHosts | null {
  const byHost = new Map<string, string[]>()
  for (const { id, recipients } of policy.practices)
    for (const host of new Set(recipients.flatMap(({ hosts }) => hosts)))
      byHost.set(host.toLowerCase(), [...(byHost.get(host.toLowerCase()) ?? []), id])
  const held = new Map([...byHost].map(([host, ids]) => [host, ids.some(allowed) ? null : ids.join(' ')] as const))
  const closed = [...held].flatMap(([host, practices]) => (practices === null ? [] : [host]))
  if (closed.length === 0) return null

  const named = mention(closed)
  const practicesOf = (host: string): string | null => {
    const found = coveredBy(host.toLowerCase().replace(/\.$/, '')).find(pattern => held.has(pattern))
    return found === undefined ? null : (held.get(found) ?? null)
  }
  return {
    practicesOf,
    practicesNamedIn(text) {
      const found = named.exec(text)?.[0]
      return found === undefined ? null : practicesOf(found)
    },
  }
}
