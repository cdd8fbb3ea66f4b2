import type { Policy, PracticeStanding } from '../../../model/index.ts'

/** What a visitor's choice means for what comes from a host. */
export interface HostRule {
  /** The practices it depends on, with a space between. */
  readonly practices: string
  /** Whether nothing may be fetched from there now. */
  readonly held: boolean
}

/** The hosts that depend on what visitors choose. */
export interface HostRules {
  readonly of: (host: string) => HostRule | null
  /** For the first such host that a text names, one that is held before others. */
  readonly namedIn: (text: string) => HostRule | null
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

const named = (hosts: readonly string[]): ((text: string) => string | undefined) => {
  if (hosts.length === 0) return () => undefined
  const pattern = mention(hosts)
  return text => pattern.exec(text)?.[0]
}

function hostsOf(policy: Policy): ReadonlyMap<string, readonly string[]> {
  const byHost = new Map<string, string[]>()
  for (const { id, recipients } of policy.practices)
    for (const host of new Set(recipients.flatMap(({ hosts }) => hosts.map(name => name.toLowerCase()))))
      byHost.set(host, [...(byHost.get(host) ?? []), id])
  return byHost
}

/**
 * A host that several practices name is open when one of them is allowed, and depends on no choice when one of them needs
 * none. Null if no host depends on any.
 */
export function hostRules(policy: Policy, standing: ReadonlyMap<string, PracticeStanding>): HostRules | null {
  const rules = new Map<string, HostRule | null>()
  for (const [host, practices] of hostsOf(policy)) {
    const stands = practices.map(practice => standing.get(practice))
    const isFree = stands.some(each => each === undefined || each.because === 'necessary')
    rules.set(
      host,
      isFree ? null : { practices: practices.join(' '), held: stands.every(each => each?.allowed === false) },
    )
  }
  const hostsThat = (isMeant: (rule: HostRule) => boolean) =>
    [...rules].flatMap(([host, rule]) => (rule !== null && isMeant(rule) ? [host] : []))
  const held = hostsThat(rule => rule.held)
  const open = hostsThat(rule => !rule.held)
  if (held.length + open.length === 0) return null

  const of = (host: string): HostRule | null => {
    const found = coveredBy(host.toLowerCase().replace(/\.$/, '')).find(pattern => rules.has(pattern))
    return found === undefined ? null : (rules.get(found) ?? null)
  }
  const heldIn = named(held)
  const openIn = named(open)
  return {
    of,
    namedIn(text) {
      const host = heldIn(text) ?? openIn(text)
      return host === undefined ? null : of(host)
    },
  }
}
