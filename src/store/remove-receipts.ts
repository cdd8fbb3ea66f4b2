import { type Kysely, sql } from 'kysely'
import { eachChain } from './read-receipts.ts'
import type { SiteOption } from './receipt-store.ts'
import type { ReceiptDatabase } from './schema/database.ts'

type Db = Kysely<ReceiptDatabase>

/** The writers of the chains in which a person is. */
export async function writersWith(db: Db, subject: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('candor.receipt')
    .select('writer')
    .distinct()
    .where('subject', '=', subject)
    .execute()
  return rows.map(({ writer }) => writer)
}

/** Empties what is personal; the commitment keeps its place in the chain. */
export async function eraseSubject(db: Db, subject: string): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('candor.receipt')
    .set({ subject: null, decisions: null, salt: null })
    .where('subject', '=', subject)
    .executeTakeFirstOrThrow()
  return Number(numUpdatedRows)
}

/** Where a chain is to begin. */
export interface Cut {
  readonly site: string
  readonly writer: string
  /** The last that goes. */
  readonly through: number
}

/** A chain loses its beginning and nothing else, even where clocks jumped: so what stays can still be verified. */
export async function cutsBefore(db: Db, before: string, of: SiteOption): Promise<readonly Cut[]> {
  const cuts: Cut[] = []
  for await (const { site, writer, length, pruned } of eachChain(db, of)) {
    const { first } = await db
      .selectFrom('candor.receipt')
      .select(({ fn }) => fn.min('sequence').as('first'))
      .where('site', '=', site)
      .where('writer', '=', writer)
      .where(sql<boolean>`at >= ${before}::timestamptz`)
      .executeTakeFirstOrThrow()
    const through = first === null ? length : Number(first) - 1
    if (through > pruned) cuts.push({ site, writer, through })
  }
  return cuts
}

export const cut = (db: Db, { site, writer, through }: Cut): Promise<number> =>
  db.transaction().execute(async within => {
    const ofChain = within.selectFrom('candor.receipt').where('site', '=', site).where('writer', '=', writer)
    const last = await ofChain.select('hash').where('sequence', '=', through).executeTakeFirst()
    const next = await ofChain
      .select('previous')
      .where('sequence', '=', through + 1)
      .executeTakeFirst()
    await within
      .updateTable('candor.chain')
      .set({ pruned: through, pruned_hash: last?.hash ?? next?.previous ?? null })
      .where('site', '=', site)
      .where('writer', '=', writer)
      .execute()
    const { numDeletedRows } = await within
      .deleteFrom('candor.receipt')
      .where('site', '=', site)
      .where('writer', '=', writer)
      .where('sequence', '<=', through)
      .executeTakeFirstOrThrow()
    return Number(numDeletedRows)
  })
