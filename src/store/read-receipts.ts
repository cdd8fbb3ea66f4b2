import { type Kysely, sql } from 'kysely'
import type { Receipt } from '../model/index.ts'
import type { Chain } from './chain-check.ts'
import type { ExportOptions, SiteOption } from './receipt-store.ts'
import { chainOf, receiptOf } from './rows.ts'
import type { ReceiptDatabase } from './schema/database.ts'

/** Rows that are in memory at a time. Pages of receipts end with ties: two that claim one place come together. */
const PAGE = 1000

type Db = Kysely<ReceiptDatabase>

/** Every receipt, chain after chain, in pages: no transaction stands open meanwhile, and appending goes on. */
export async function* eachReceipt(db: Db, { site, since, until }: ExportOptions): AsyncGenerator<Receipt> {
  let after: Receipt | undefined
  do {
    const rows = await db
      .selectFrom('candor.receipt')
      .selectAll()
      .$if(site !== undefined, query => query.where('site', '=', site as string))
      .$if(since !== undefined, query => query.where(sql<boolean>`at >= ${since}::timestamptz`))
      .$if(until !== undefined, query => query.where(sql<boolean>`at < ${until}::timestamptz`))
      .$if(after !== undefined, query =>
        query.where(sql<boolean>`(site, writer, sequence) > (${after?.site}, ${after?.writer}, ${after?.sequence})`),
      )
      .orderBy('site')
      .orderBy('writer')
      .orderBy('sequence')
      .fetch(PAGE, 'with ties')
      .execute()
    const receipts = rows.map(receiptOf)
    yield* receipts
    after = receipts.length < PAGE ? undefined : receipts.at(-1)
  } while (after !== undefined)
}

/** The receipts of one chain in their order, up to where its head said it ended. */
export async function* receiptsOfChain(db: Db, { site, writer, pruned, length }: Chain): AsyncGenerator<Receipt> {
  for (let after = pruned; after < length; ) {
    const rows = await db
      .selectFrom('candor.receipt')
      .selectAll()
      .where('site', '=', site)
      .where('writer', '=', writer)
      .where('sequence', '>', after)
      .where('sequence', '<=', length)
      .orderBy('sequence')
      .fetch(PAGE, 'with ties')
      .execute()
    const receipts = rows.map(receiptOf)
    yield* receipts
    after = receipts.length < PAGE ? length : (receipts.at(-1)?.sequence ?? length)
  }
}

/** Every chain, in pages. */
export async function* eachChain(db: Db, { site }: SiteOption): AsyncGenerator<Chain> {
  let after: Chain | undefined
  do {
    const rows = await db
      .selectFrom('candor.chain')
      .selectAll()
      .$if(site !== undefined, query => query.where('site', '=', site as string))
      .$if(after !== undefined, query => query.where(sql<boolean>`(site, writer) > (${after?.site}, ${after?.writer})`))
      .orderBy('site')
      .orderBy('writer')
      .limit(PAGE)
      .execute()
    const chains = rows.map(chainOf)
    yield* chains
    after = chains.length < PAGE ? undefined : chains.at(-1)
  } while (after !== undefined)
}

export async function findChain(db: Db, site: string, writer: string): Promise<Chain | undefined> {
  const row = await db
    .selectFrom('candor.chain')
    .selectAll()
    .where('site', '=', site)
    .where('writer', '=', writer)
    .executeTakeFirst()
  return row && chainOf(row)
}

export async function receiptsOf(db: Db, subject: string): Promise<readonly Receipt[]> {
  const rows = await db
    .selectFrom('candor.receipt')
    .selectAll()
    .where('subject', '=', subject)
    .orderBy('at')
    .orderBy('writer')
    .orderBy('sequence')
    .execute()
  return rows.map(receiptOf)
}
