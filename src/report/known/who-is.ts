import { matchPattern } from '../../model/index.ts'
import type { CategoryId, PurposeId, RecipientId } from '../../vocabulary/index.ts'
import { KNOWN_COOKIES } from './cookies.ts'
import { KNOWN_HOSTS } from './hosts.ts'
import { KNOWN_USES, type KnownUseId } from './uses.ts'

/** What is generally known of a cookie or host. A likelihood, not a proof: anybody may use any name. */
export interface Known {
  /** The name, pattern or domain by which it is known. */
  readonly name: string
  readonly who: string
  readonly use: KnownUseId
  readonly purposes: readonly PurposeId[]
  readonly categories: readonly CategoryId[]
  readonly recipient: RecipientId
  /** Whether visitors are usually asked first. */
  readonly asks: boolean
  /** How long it usually lives, as a declaration says it; null where that is not known or differs. */
  readonly lifetime: string | null
  /** The hosts it is known at, for a cookie that means this only there; null: anywhere. */
  readonly host: string | null
}

/** What is known from elsewhere: it goes before our own table. */
export type KnownCookies = readonly Known[]

export const known = (name: string, who: string, use: KnownUseId): Known => ({
  name,
  who,
  use,
  ...KNOWN_USES[use],
  lifetime: null,
  host: null,
})

export const OWN_COOKIES: KnownCookies = KNOWN_COOKIES.map(([name, who, use, lifetime, domain]) => ({
  ...known(name, who, use),
  lifetime,
  host: domain ?? null,
}))

const HOSTS: ReadonlyMap<string, Known> = new Map(
  KNOWN_HOSTS.map(([domain, who, use]) => [domain, { ...known(domain, who, use), host: domain }]),
)

interface Index {
  readonly exact: ReadonlyMap<string, readonly Known[]>
  readonly patterns: readonly Known[]
}

/** Exact names are looked up; patterns are tried, the longest first, being the narrowest. */
function indexOf(all: KnownCookies): Index {
  const exact = new Map<string, Known[]>()
  for (const one of all) if (!one.name.includes('*')) exact.set(one.name, [...(exact.get(one.name) ?? []), one])
  const patterns = all.filter(({ name }) => name.includes('*')).sort((a, b) => b.name.length - a.name.length)
  return { exact, patterns }
}

const OWN = indexOf(OWN_COOKIES)
const indexes = new WeakMap<KnownCookies, Index>()

function indexFor(all: KnownCookies): Index {
  const index = indexes.get(all) ?? indexOf(all)
  indexes.set(all, index)
  return index
}

const isWithin = (host: string, domain: string): boolean => host === domain || host.endsWith(`.${domain}`)

/** One that is known at this host before one that is known anywhere. */
function fittest(found: readonly Known[], host: string | null): Known | null {
  const here = found.find(one => one.host !== null && host !== null && isWithin(host, one.host))
  return here ?? found.find(one => one.host === null) ?? null
}

function lookUp({ exact, patterns }: Index, name: string, host: string | null): Known | null {
  return (
    fittest(exact.get(name) ?? [], host) ??
    fittest(
      patterns.filter(pattern => matchPattern(pattern.name, name)),
      host,
    )
  )
}

/** Who is behind a cookie, and what for; null if that is not generally known. */
export const whoIsCookie = (name: string, host: string | null, others: KnownCookies = []): Known | null =>
  (others.length === 0 ? null : lookUp(indexFor(others), name, host)) ?? lookUp(OWN, name, host)

/** Who answers at a host; null if that is not generally known. */
export function whoIsHost(host: string): Known | null {
  for (let domain = host.toLowerCase(); domain.includes('.'); domain = domain.slice(domain.indexOf('.') + 1)) {
    const found = HOSTS.get(domain)
    if (found !== undefined) return found
  }
  return null
}
