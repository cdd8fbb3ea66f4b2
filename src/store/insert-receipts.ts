import type { Kysely } from 'kysely'
import type { Receipt } from '../model/index.ts'
import type { ReceiptDatabase } from './schema/database.ts'
import type { Partitions } from './schema/partitions.ts'

/** One statement is its own transaction: one way there and back. By its name a server plans it once a connection. */
export interface Statement {
  readonly name: string
  readonly text: string
  readonly values: unknown[]
}

/** Several receipts go as JSON, however many there are. */
const APPEND_MANY = 'select candor.append_receipts($1::jsonb, $2::jsonb, $3::boolean)'

/** One alone goes as it is: reading JSON would cost the server more than keeping the receipt. */
const APPEND_ONE = `
  with head as (
    insert into candor.chain (site, writer, length, hash) values ($1, $2, $3, $11)
    on conflict (site, writer) do update set length = excluded.length, hash = excluded.hash)
  insert into candor.receipt (site, writer, sequence, at, policy, language, text, how, commitment, previous, hash,
    subject, decisions, salt)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`

interface Head {
  readonly site: string
  readonly writer: string
  readonly length: number
  readonly hash: string
  readonly pruned: number
  readonly pruned_hash: string | null
}

/**
 * A chain that comes from a journal begins where its first receipt does: what was before it was pruned. One that is being written
 * was not, so if its head is gone somebody took it, and what was taken with it must be missed.
 */
function headsOf(receipts: readonly Receipt[], fromJournal: boolean): readonly Head[] {
  const heads = new Map<string, Head>()
  for (const { site, writer, sequence, hash, previous } of receipts) {
    const key = `${writer} ${site}`
    const beginning = fromJournal ? { pruned: sequence - 1, pruned_hash: previous } : { pruned: 0, pruned_hash: null }
    const { pruned, pruned_hash } = heads.get(key) ?? beginning
    heads.set(key, { site, writer, length: sequence, hash, pruned, pruned_hash })
  }
  return [...heads.values()]
}

function appendOne(receipt: Receipt): Statement {
  const { site, writer, sequence, at, policy, language, text, how, commitment, previous, hash, personal } = receipt
  const values = [site, writer, sequence, at, policy, language, text, how, commitment, previous, hash]
  const decisions = personal === null ? null : JSON.stringify(personal.decisions)
  values.push(personal?.subject ?? null, decisions, personal?.salt ?? null)
  return { name: 'candor-append-one', text: APPEND_ONE, values }
}

function appendMany(receipts: readonly Receipt[], again: boolean): Statement {
  const rows = receipts.map(({ personal, ...lasting }) => ({ ...lasting, ...personal }))
  const values = [JSON.stringify(rows), JSON.stringify(headsOf(receipts, again)), again]
  return { name: 'candor-append-many', text: APPEND_MANY, values }
}

/** Where receipts go. */
export interface Destination {
  readonly db: Kysely<ReceiptDatabase>
  readonly partitions: Partitions
  readonly run: (statement: Statement) => Promise<unknown>
}

/** Committed when it resolves. Receipts of one chain come in its order. `again`: some may be there already. */
export async function insertReceipts(to: Destination, receipts: readonly Receipt[], again = false): Promise<void> {
  await to.partitions.ensure(receipts)
  const [first, ...others] = receipts
  if (first === undefined) return
  await to.run(others.length === 0 && !again ? appendOne(first) : appendMany(receipts, again))
}
