import { hashText } from './hash.ts'
import { Sites } from './sites.ts'
import type { Values } from './values.ts'

/**
 * What a survey found. Every number is a sum and every list is chosen by hash alone, so that the summaries of two parts
 * make, merged, exactly the summary of the whole.
 */
export interface Summary {
  readonly format: 'candor-survey-1'
  /** Answers looked at. */
  readonly records: number
  /** Those with a `P3P` header. */
  readonly headers: number
  /** Those whose header holds a compact policy. */
  readonly policies: number
  /** Lines and files that could not be read. */
  readonly unreadable: number
  /** How many policies have which classes of error together: index = sum of the bits of `CLASSES`. */
  readonly errors: readonly number[]
  /** How many policies lack which group of tokens. */
  readonly lacking: Readonly<Record<string, number>>
  /** How Internet Explorer and Netscape stand to them. */
  readonly standings: Readonly<Record<string, Readonly<Record<string, number>>>>
  readonly values: {
    readonly limit: number
    /** Whether every different value is listed; else those with the smallest hashes are: an even sample. */
    readonly complete: boolean
    /** Most frequent first. */
    readonly counts: readonly (readonly [value: string, count: number])[]
  }
  readonly sites: {
    readonly limit: number
    readonly complete: boolean
    /** Hash and flags of each, smallest hash first, as base64 of 9 bytes each: a double (little endian) and a byte. */
    readonly flags: string
  }
}

const ENTRY = 9

export function packSites(entries: readonly (readonly [number, number])[]): string {
  const bytes = Buffer.alloc(entries.length * ENTRY)
  entries.forEach(([hash, flags], index) => {
    bytes.writeDoubleLE(hash, index * ENTRY)
    bytes.writeUInt8(flags, index * ENTRY + 8)
  })
  return bytes.toString('base64')
}

export function unpackSites(packed: string): readonly (readonly [hash: number, flags: number])[] {
  const bytes = Buffer.from(packed, 'base64')
  const count = Math.floor(bytes.length / ENTRY)
  return Array.from(
    { length: count },
    (_, index) => [bytes.readDoubleLE(index * ENTRY), bytes.readUInt8(index * ENTRY + 8)] as const,
  )
}

const byFrequency = ([a, m]: readonly [string, number], [b, n]: readonly [string, number]): number =>
  n - m || (a < b ? -1 : 1)

export const summariseValues = (values: Values): Summary['values'] => ({
  limit: values.limit,
  complete: values.complete,
  counts: [...values.entries()].sort(byFrequency),
})

function mergeValues(a: Summary['values'], b: Summary['values']): Summary['values'] {
  const counts = new Map(a.counts)
  for (const [value, count] of b.counts) counts.set(value, (counts.get(value) ?? 0) + count)
  const limit = Math.min(a.limit, b.limit)
  const hashed = [...counts]
    .map(([value, count]) => ({ value, count, hash: hashText(value) }))
    .sort((x, y) => x.hash - y.hash)
  const kept = hashed.slice(0, limit)
  return {
    limit,
    complete: a.complete && b.complete && kept.length === hashed.length,
    counts: kept.map(({ value, count }) => [value, count] as const).sort(byFrequency),
  }
}

function mergeSites(a: Summary['sites'], b: Summary['sites']): Summary['sites'] {
  const sites = new Sites(Math.min(a.limit, b.limit))
  for (const part of [a, b]) for (const [hash, flags] of unpackSites(part.flags)) sites.addHash(hash, flags)
  return { limit: sites.limit, complete: a.complete && b.complete && sites.complete, flags: packSites(sites.entries()) }
}

const sum = (a: Readonly<Record<string, number>>, b: Readonly<Record<string, number>>): Record<string, number> =>
  Object.fromEntries(
    [...new Set([...Object.keys(a), ...Object.keys(b)])].map(key => [key, (a[key] ?? 0) + (b[key] ?? 0)]),
  )

/** The summary of both inputs together. */
export function mergeSummaries(a: Summary, b: Summary): Summary {
  const agents = [...new Set([...Object.keys(a.standings), ...Object.keys(b.standings)])]
  return {
    format: 'candor-survey-1',
    records: a.records + b.records,
    headers: a.headers + b.headers,
    policies: a.policies + b.policies,
    unreadable: a.unreadable + b.unreadable,
    errors: a.errors.map((count, bits) => count + (b.errors[bits] ?? 0)),
    lacking: sum(a.lacking, b.lacking),
    standings: Object.fromEntries(
      agents.map(agent => [agent, sum(a.standings[agent] ?? {}, b.standings[agent] ?? {})]),
    ),
    values: mergeValues(a.values, b.values),
    sites: mergeSites(a.sites, b.sites),
  }
}
