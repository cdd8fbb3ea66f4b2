import { CompiledQuery, type Kysely } from 'kysely'
import type { Receipt } from '../model/index.ts'
import type { ReceiptDatabase } from './schema/database.ts'
import type { Partitions } from './schema/partitions.ts'

/**
 * Receipts and the heads of their chains in one statement, which is its own transaction: one way there and back, however many
 * there are. Only a chain's first receipt says how its beginning was pruned: nothing, unless it comes from a journal.
 */
const INSERT = `
  with head as (
    insert into candor.chain (site, writer, length, hash, pruned, pruned_hash)
    select * from jsonb_to_recordset($2::jsonb)
      as head(site text, writer text, length bigint, hash text, pruned bigint, pruned_hash text)
    on conflict (site, writer) do update set length = excluded.length, hash = excluded.hash
  )
  insert into candor.receipt
  select * from jsonb_to_recordset($1::jsonb) as receipt(
    site text, writer text, sequence bigint, at timestamptz, policy text, language text, text text, how text,
    commitment text, previous text, hash text, subject text, decisions jsonb, salt text)`

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
  const statement = again ? `${INSERT} on conflict do nothing` : INSERT
  await to.db.executeQuery(CompiledQuery.raw(statement, [JSON.stringify(rows), JSON.stringify(headsOf(receipts))]))
}
