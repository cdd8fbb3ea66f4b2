import { CompiledQuery, type Kysely } from 'kysely'
import type { Receipt } from '../model/index.ts'
import type { ReceiptDatabase } from './schema/database.ts'
import type { Partitions } from './schema/partitions.ts'

/** One statement is its own transaction: one way there and back, however many receipts there are. */
const APPEND = 'select candor.append_receipts($1::jsonb, $2::jsonb, $3::boolean)'

/** Only a chain's first receipt says how its beginning was pruned: nothing, unless it comes from a journal. */
function headsOf(receipts: readonly Receipt[]): readonly object[] {
  const heads = new Map<string, { length: number; hash: string; pruned: number; pruned_hash: string | null }>()
  for (const { site, writer, sequence, hash, previous } of receipts) {
    const key = `${writer} ${site}`
    const { pruned, pruned_hash } = heads.get(key) ?? { pruned: sequence - 1, pruned_hash: previous }
    heads.set(key, { ...{ site, writer }, length: sequence, hash, pruned, pruned_hash })
  }
  return [...heads.values()]
}

/** Where receipts go. */
export interface Destination {
  readonly db: Kysely<ReceiptDatabase>
  readonly partitions: Partitions
}

/** Committed when it resolves. Receipts of one chain come in its order. `again`: some may be there already. */
export async function insertReceipts(to: Destination, receipts: readonly Receipt[], again = false): Promise<void> {
  await to.partitions.ensure(receipts)
  const rows = receipts.map(({ personal, ...lasting }) => ({ ...lasting, ...personal }))
  const parameters = [JSON.stringify(rows), JSON.stringify(headsOf(receipts)), again]
  await to.db.executeQuery(CompiledQuery.raw(APPEND, parameters))
}
