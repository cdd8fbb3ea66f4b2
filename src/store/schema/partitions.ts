import { createHash } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import type { Receipt } from '../../model/index.ts'
import type { ReceiptDatabase } from './database.ts'

/** Any number that other programs on the server are unlikely to lock. */
const LOCK = 0x63_61_6e_64

/** `2026-11-22T…` -> the month, its first day and that of the next. */
function monthOf(at: string): { readonly name: string; readonly from: string; readonly to: string } {
  const from = `${at.slice(0, 7)}-01T00:00:00.000Z`
  const next = new Date(from)
  next.setUTCMonth(next.getUTCMonth() + 1)
  return { name: at.slice(0, 7).replace('-', '_'), from, to: next.toISOString() }
}

/** One table for each site and month, made when its first receipt comes. */
export class Partitions {
  readonly #db: Kysely<ReceiptDatabase>
  readonly #known = new Set<string>()

  constructor(db: Kysely<ReceiptDatabase>) {
    this.#db = db
  }

  async ensure(receipts: readonly Receipt[]): Promise<void> {
    for (const { site, at } of receipts) {
      const key = `${at.slice(0, 7)} ${site}`
      if (this.#known.has(key)) continue
      await this.#make(site, at)
      this.#known.add(key)
    }
  }

  /** Attached rather than created in place: so no reader or writer of the other partitions has to wait. */
  async #make(site: string, at: string): Promise<void> {
    const { name, from, to } = monthOf(at)
    const table = `receipt_${createHash('sha256').update(site).digest('hex').slice(0, 12)}_${name}`
    await this.#db.transaction().execute(async db => {
      await sql`select pg_advisory_xact_lock(${sql.lit(LOCK)})`.execute(db)
      const found = await sql<{ there: boolean }>`
        select to_regclass(${`candor.${table}`}) is not null as there`.execute(db)
      if (found.rows[0]?.there) return
      const partition = sql.id('candor', table)
      await sql`create table ${partition} (like candor.receipt including defaults)`.execute(db)
      await sql`
        alter table candor.receipt attach partition ${partition}
        for values from (${sql.lit(site)}, ${sql.lit(from)}) to (${sql.lit(site)}, ${sql.lit(to)})`.execute(db)
    })
  }
}
