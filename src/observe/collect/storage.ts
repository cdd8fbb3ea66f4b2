import type { StorageObservation } from '../../model/index.ts'
import { frameAddress } from './frame-address.ts'
import { type PageRecord, type RecordedWrite, storageKey } from './page-record.ts'
import { seenValue } from './seen-value.ts'
import { hostOf, partyOf } from './site.ts'

export type StorageSighting = Omit<StorageObservation, 'state'>

const originOf = (url: string): string => (URL.canParse(url) ? new URL(url).origin : '')

/** The write that made it, where one was seen: the first. */
function writesByKey(writes: readonly RecordedWrite[]): ReadonlyMap<string, RecordedWrite> {
  const found = new Map<string, RecordedWrite>()
  for (const write of writes) {
    if (write.kind === 'cookie') continue
    const key = storageKey({ area: write.kind, origin: originOf(write.frame.url), key: write.text })
    if (!found.has(key)) found.set(key, write)
  }
  return found
}

/** What scripts keep, by name: never what is in databases and caches. */
export function collectStorage(record: PageRecord): StorageSighting[] {
  const writes = writesByKey(record.writes)
  const seen = new Map<string, StorageSighting>()
  for (const { frame, storage } of record.documents)
    for (const { area, origin, key, value } of storage) {
      const name = storageKey({ area, origin, key })
      if (seen.has(name)) continue
      const write = writes.get(name)
      seen.set(name, {
        kind: 'storage',
        engine: record.engine,
        page: record.page,
        frame: frameAddress(write?.frame ?? frame),
        at: write?.at ?? null,
        area,
        origin,
        party: partyOf(hostOf(origin), record.url),
        key,
        value: value === null ? null : seenValue(value, record.values),
        source: write?.place ?? null,
        earlier: record.kept.has(name),
      })
    }
  return [...seen.values()]
}
