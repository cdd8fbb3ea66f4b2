import type { AdminStore } from './admin/admin-store.ts'
import type { DoorCounts } from './admin/door-counts.ts'
import type { ReceiptStore } from './receipt-store.ts'

/** All that a site which is served remembers. */
export interface Store extends ReceiptStore {
  readonly admin: AdminStore
  readonly door: DoorCounts
}
