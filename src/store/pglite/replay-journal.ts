import type { Receipt } from '../../model/index.ts'
import { type Destination, insertReceipts } from '../insert-receipts.ts'
import { findChain } from '../read-receipts.ts'
import type { Journal } from './journal.ts'

const AT_ONCE = 500

/** Brings into the database what only the journal has: what the machine had not yet put on disk, or all of it. */
export async function replayJournal(to: Destination, journal: Journal): Promise<void> {
  const { db } = to
  for (const writer of await journal.writers()) {
    // Receipts come into the database in the journal's order: if it has the last, it has them all.
    const last = await journal.last(writer)
    if (last !== null && last.sequence <= ((await findChain(db, last.site, writer))?.length ?? 0)) continue
    const known = new Map<string, number>()
    let waiting: Receipt[] = []
    for await (const receipt of journal.read(writer)) {
      const { site, sequence } = receipt
      const length = known.get(site) ?? (await findChain(db, site, writer))?.length ?? 0
      if (sequence > length) waiting.push(receipt)
      known.set(site, Math.max(length, sequence))
      if (waiting.length < AT_ONCE) continue
      await insertReceipts(to, waiting, true)
      waiting = []
    }
    if (waiting.length > 0) await insertReceipts(to, waiting, true)
  }
}
