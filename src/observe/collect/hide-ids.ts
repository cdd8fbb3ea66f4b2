import { carriedInAddress, knownIds } from './identifiers.ts'
import type { PageRecord } from './page-record.ts'

/** Fields that hold addresses, wherever they stand in an observation. */
const ADDRESSES = ['url', 'source', 'frame', 'from', 'to', 'top', 'ancestors', 'action']

const LONGEST_ADDRESS = 2048

/** Credentials in an address are nobody's business, ids only where values are asked for. */
function createHide(record: PageRecord): (address: string) => string {
  const ids = record.values ? null : knownIds(record)
  const known = new Map<string, string>()
  return address => {
    const before = known.get(address)
    if (before !== undefined) return before
    const bare = address.replace(/^(\w+:\/\/)[^/?#]*@/, '$1')
    const pieces = ids === null ? [] : carriedInAddress(bare, ids)
    const hidden = pieces.reduce((text, id) => text.replaceAll(id, '{id}'), bare).slice(0, LONGEST_ADDRESS)
    known.set(address, hidden)
    return hidden
  }
}

/** The same, with every id in an address replaced by `{id}`. */
export function hideIds<T>(observations: readonly T[], record: PageRecord): readonly T[] {
  const hide = createHide(record)
  const walk = (value: unknown, isAddress: boolean): unknown => {
    if (typeof value === 'string') return isAddress ? hide(value) : value
    if (Array.isArray(value)) return value.map(item => walk(item, isAddress))
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, walk(inner, ADDRESSES.includes(key))]))
  }
  return observations.map(observation => walk(observation, false) as T)
}
