import type { RecordedFrame, RecordedGap, RecordedStorage, RecordedWrite } from '../collect/page-record.ts'
import { storageKey } from '../collect/page-record.ts'
import type { Doing } from './browser-page.ts'
import { heardWrite } from './heard-write.ts'
import { MOST_DIALOGS, MOST_WRITES } from './limits.ts'

const LONGEST_VALUE = 65_536
const MOST_GAPS = 200

/** What befell a page besides its requests, until it is told. */
export class Happenings {
  writes: RecordedWrite[] = []
  gaps: RecordedGap[] = []
  /** What scripts kept in documents, by `storageKey`, also where the document is gone by now. */
  stored = new Map<string, RecordedStorage>()
  documents = 0
  loaded = false
  crashed = false
  private closedRoots = 0
  private dialogs = 0
  private lost = 0

  /** A new page began. */
  restart(): void {
    this.told()
    this.dialogs = 0
    this.documents = 0
    this.loaded = false
    this.crashed = false
  }

  /** All of it was told. */
  told(): void {
    this.writes = []
    this.gaps = []
    this.stored = new Map()
    this.closedRoots = 0
    this.lost = 0
  }

  doing({ open, last }: Pick<Doing, 'open' | 'last'>): Doing {
    const { loaded, crashed, documents } = this
    return { loaded, crashed, documents, open, last }
  }

  /** What the script in a document said (`HOOK`). Null: the document is gone. */
  said(text: string, frame: RecordedFrame | null, at: number): void {
    const heard = heardWrite(text)
    if (heard === 'more') this.lost++
    else if (heard === 'closed-root') this.closedRoots++
    else if (heard !== null && frame !== null) this.write({ ...heard, frame, at })
  }

  private write(write: RecordedWrite): void {
    if (this.writes.length < MOST_WRITES) this.writes.push(write)
    else this.lost++
  }

  /** The page asks the visitor something: told once. False if it asks without end. */
  dialog(type: string, message: string): boolean {
    if (this.dialogs++ === 0) this.gap('page', 'dialog', `${type}: ${message.slice(0, 200)}`)
    return this.dialogs <= MOST_DIALOGS
  }

  gap(what: RecordedGap['what'], why: RecordedGap['why'], detail: string | null): void {
    this.add({ what, why, detail, more: null })
  }

  add(gap: RecordedGap): void {
    if (this.gaps.length < MOST_GAPS) this.gaps.push(gap)
  }

  keep(item: RecordedStorage): void {
    if (this.stored.size >= MOST_WRITES) return
    const value = item.value !== null && item.value.length <= LONGEST_VALUE ? item.value : null
    this.stored.set(storageKey(item), { ...item, value })
  }

  /** A null key: all of the area. */
  unkeep({ area, origin }: Pick<RecordedStorage, 'area' | 'origin'>, key: string | null): void {
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
