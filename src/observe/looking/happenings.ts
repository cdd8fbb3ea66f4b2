import type { RecordedGap, RecordedStorage, RecordedWrite } from '../collect/page-record.ts'
import { storageKey } from '../collect/page-record.ts'
import { MOST_WRITES } from './limits.ts'

const LONGEST_VALUE = 65_536

/** What befell a page besides its requests, until it is told. */
export class Happenings {
  writes: RecordedWrite[] = []
  gaps: RecordedGap[] = []
  /** What scripts kept in documents, by `storageKey`, also where the document is gone by now. */
  stored = new Map<string, RecordedStorage>()
  closedRoots = 0
  dialogs = 0
  documents = 0
  loaded = false
  crashed = false
  /** Its scripts were stopped by us. */
  stopped = false
  private lost = 0

  /** A new page began. */
  restart(): void {
    this.told()
    this.dialogs = 0
    this.documents = 0
    this.loaded = false
    this.crashed = false
    this.stopped = false
  }

  /** All of it was told. */
  told(): void {
    this.writes = []
    this.gaps = []
    this.stored = new Map()
    this.closedRoots = 0
    this.lost = 0
  }

  write(write: RecordedWrite): void {
    if (this.writes.length < MOST_WRITES) this.writes.push(write)
    else this.lost++
  }

  lose(): void {
    this.lost++
  }

  gap(
    what: RecordedGap['what'],
    why: RecordedGap['why'],
    detail: string | null = null,
    more: number | null = null,
  ): void {
    if (this.gaps.length < 200) this.gaps.push({ what, why, detail, more })
  }

  keep(item: RecordedStorage): void {
    if (this.stored.size >= MOST_WRITES) return
    const value = item.value !== null && item.value.length <= LONGEST_VALUE ? item.value : null
    this.stored.set(storageKey(item), { ...item, value })
  }

  /** A null key: all of the area. */
  unkeep(area: RecordedStorage['area'], origin: string, key: string | null): void {
    for (const [name, item] of this.stored)
      if (item.area === area && item.origin === origin && (key === null || item.key === key)) this.stored.delete(name)
  }

  allGaps(): RecordedGap[] {
    return [
      ...this.gaps,
      ...(this.lost > 0 ? [{ what: 'cookie-source', why: 'too-many', detail: null, more: this.lost } as const] : []),
      ...(this.closedRoots > 0
        ? [{ what: 'form-field', why: 'engine-cannot', detail: 'closed shadow root', more: this.closedRoots } as const]
        : []),
    ]
  }
}
