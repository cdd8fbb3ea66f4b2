import { type Kysely, sql } from 'kysely'
import { type Chain, ChainCheck, type ChainHead, type ReceiptFault } from './chain-check.ts'
import { eachChain, findChain, receiptsOfChain } from './read-receipts.ts'
import type { SiteOption, Verification, VerifyOptions } from './receipt-store.ts'
import type { ReceiptDatabase } from './schema/database.ts'

type Db = Kysely<ReceiptDatabase>

interface Walked {
  readonly receipts: number
  readonly erased: number
  readonly faults: readonly ReceiptFault[]
}

async function walk(db: Db, chain: Chain, earlier: ChainHead | undefined): Promise<Walked> {
  const check = new ChainCheck(chain, earlier)
  let receipts = 0
  let erased = 0
  for await (const receipt of receiptsOfChain(db, chain)) {
    check.take(receipt)
    receipts++
    if (receipt.personal === null) erased++
  }
  const faults = check.end()
  const now = faults.length === 0 ? chain : await findChain(db, chain.site, chain.writer)
  // What looks like a gap was pruned while it was walked.
  return now !== undefined && now.pruned > chain.pruned ? walk(db, now, earlier) : { receipts, erased, faults }
}

/** Receipts that no chain has a place for. */
async function findInserted(db: Db, { site }: SiteOption): Promise<readonly ReceiptFault[]> {
  const { rows } = await sql<{ site: string; writer: string; sequence: number; through: number }>`
    select receipt.site, receipt.writer, min(sequence) as sequence, max(sequence) as through
    from candor.receipt left join candor.chain on chain.site = receipt.site and chain.writer = receipt.writer
    where (chain.site is null or sequence > length or sequence <= pruned)
      and (${site ?? null}::text is null or receipt.site = ${site ?? null}::text)
    group by receipt.site, receipt.writer`.execute(db)
  return rows.map(row => ({
    kind: 'inserted',
    site: row.site,
    writer: row.writer,
    sequence: Number(row.sequence),
    through: Number(row.through),
  }))
}

const keyOf = ({ site, writer }: { readonly site: string; readonly writer: string }): string => `${writer} ${site}`

/** Walks every chain from its beginning; appending goes on meanwhile, and what is appended is left for the next time. */
export async function verifyReceipts(db: Db, { heads: kept = [], ...of }: VerifyOptions): Promise<Verification> {
  const earlier = new Map(kept.filter(({ site }) => site === (of.site ?? site)).map(head => [keyOf(head), head]))
  const heads: ChainHead[] = []
  const faults: ReceiptFault[] = []
  let receipts = 0
  let erased = 0
  for await (const chain of eachChain(db, of)) {
    const walked = await walk(db, chain, earlier.get(keyOf(chain)))
    earlier.delete(keyOf(chain))
    receipts += walked.receipts
    erased += walked.erased
    faults.push(...walked.faults)
    const { site, writer, length, hash } = chain
    heads.push({ site, writer, length, hash })
  }
  for (const { site, writer, length } of earlier.values())
    faults.push({ kind: 'missing', site, writer, sequence: 1, through: length })
  faults.push(...(await findInserted(db, of)))
  return { receipts, erased, faults, heads }
}
