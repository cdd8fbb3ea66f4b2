import { type DoorLedger, expiresBefore, recordsRetention, type StoreRecorder } from '../enforce/records/index.ts'
import type { Policy } from '../model/index.ts'
import type { Store } from '../store/index.ts'

const MINUTE = 60_000
/** How often receipts are looked through for those whose time is over. */
const PRUNE_EVERY = 24 * 60 * MINUTE
/** What the door did is of use for so many days. */
const DOOR_DAYS = 400

export interface HousekeepingOptions {
  readonly recorder: StoreRecorder
  readonly ledger: DoorLedger
  readonly policy: () => Policy
  /** How often it is done (milliseconds). Default: each minute. */
  readonly every?: number
  readonly tell: (event: { readonly kind: 'pruned'; readonly count: number }) => void
}

export interface Housekeeping {
  /** Writes down what the door has done until now. */
  settle(): Promise<void>
  close(): Promise<void>
}

const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10)

/** Does what is to be done from time to time, while the store is open: it is never opened for this. */
export function keepHouse({ recorder, ledger, policy, every = MINUTE, tell }: HousekeepingOptions): Housekeeping {
  let pruned = Number.NEGATIVE_INFINITY

  async function prune(store: Store): Promise<void> {
    pruned = performance.now()
    const { host: site } = new URL(policy().site.url)
    const term = recordsRetention(policy())
    const count = term === null ? 0 : await store.prune(expiresBefore(term, new Date()), { site })
    if (count > 0) tell({ kind: 'pruned', count })
    await store.door.prune(dayOf(Date.now() - DOOR_DAYS * 24 * 60 * MINUTE))
  }

  async function settle(): Promise<void> {
    const store = await recorder.opened
    if (store !== null) await ledger.write(store, new URL(policy().site.url).host, dayOf(Date.now()))
  }

  async function tidy(): Promise<void> {
    await settle()
    const store = await recorder.opened
    if (store !== null && performance.now() - pruned > PRUNE_EVERY) await prune(store)
  }

  // A store that is away is told of by who records; what could not be done now is done the next time.
  const timer = setInterval(() => void tidy().catch(() => {}), every)
  timer.unref()
  return {
    settle,
    async close() {
      clearInterval(timer)
      await settle().catch(() => {})
    },
  }
}
