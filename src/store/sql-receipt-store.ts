import type { Kysely } from 'kysely'
import type { Receipt, VisitorChoice } from '../model/index.ts'
import { createAdminStore } from './admin/sql-admin-store.ts'
import { createDoorCounts } from './admin/sql-door-counts.ts'
import { choiceFlaw } from './choice-flaw.ts'
import { countByDay, countReceipts } from './count-receipts.ts'
import { GroupCommit } from './group-commit.ts'
import { eachReceipt, receiptsOf } from './read-receipts.ts'
import type { SiteOption } from './receipt-store.ts'
import { type Cut, cut, cutsBefore, eraseSubject, writersWith } from './remove-receipts.ts'
import type { ReceiptDatabase } from './schema/database.ts'
import type { Store } from './store.ts'
import { StoreFailure } from './store-failure.ts'
import { verifyReceipts } from './verify-receipts.ts'
import { Writer } from './writer.ts'

type Db = Kysely<ReceiptDatabase>

/** What holds a second copy of the receipts, and must let go of what is removed. */
export interface SecondCopy {
  writers(): Promise<readonly string[]>
  rewrite(writer: string, change: (receipt: Receipt) => Receipt | null): Promise<void>
  close(): Promise<void>
}

export interface Backing {
  readonly db: Db
  /** Committed, and safe, when it resolves. */
  readonly commit: (receipts: readonly Receipt[]) => Promise<void>
  /** Resolves when the database has all that was committed before, where it gets it later than the journal. */
  readonly settle?: () => Promise<void>
  readonly journal?: SecondCopy
  /** An error of the database, or of the disk, in this program's words. */
  readonly failureOf: (error: unknown) => unknown
  /** Run last when the store is closed. */
  readonly release?: () => Promise<void>
}

/** The second copy loses what is removed before the database does: removal that was cut short is found again and ended. */
async function rewriteCopy(
  journal: SecondCopy | undefined,
  writers: readonly string[],
  change: (receipt: Receipt) => Receipt | null,
): Promise<void> {
  const there = new Set(await journal?.writers())
  for (const writer of new Set(writers)) if (there.has(writer)) await journal?.rewrite(writer, change)
}

async function pruneEverywhere(db: Db, journal: SecondCopy | undefined, cuts: readonly Cut[]): Promise<number> {
  const through = new Map(cuts.map(one => [`${one.writer} ${one.site}`, one.through]))
  const writers = cuts.map(({ writer }) => writer)
  await rewriteCopy(journal, writers, receipt =>
    receipt.sequence <= (through.get(`${receipt.writer} ${receipt.site}`) ?? 0) ? null : receipt,
  )
  let removed = 0
  for (const one of cuts) removed += await cut(db, one)
  return removed
}

/** The same store on any database that speaks PostgreSQL's SQL. */
export function createSqlReceiptStore({
  db,
  commit,
  settle = async () => {},
  journal,
  failureOf,
  release,
}: Backing): Store {
  let writer = new Writer()
  /** Writers whose last receipts may be in the second copy alone. */
  const abandoned: string[] = []
  const appending = new GroupCommit<VisitorChoice, Receipt>(async choices => {
    const receipts = choices.map(choice => writer.link(choice))
    try {
      await commit(receipts)
      return receipts
    } catch (error) {
      // Whether it was committed is not known, so neither is where the chain ends: the next one begins another.
      if (journal !== undefined) abandoned.push(writer.name)
      writer = new Writer()
      throw error
    }
  })

  const erase = async (subject: string): Promise<number> => {
    const writers = [...(await writersWith(db, subject)), ...abandoned]
    await rewriteCopy(journal, writers, receipt =>
      receipt.personal?.subject === subject ? { ...receipt, personal: null } : receipt,
    )
    return eraseSubject(db, subject)
  }

  const prune = async (before: string, of: SiteOption): Promise<number> =>
    pruneEverywhere(db, journal, await cutsBefore(db, before, of))

  const told = <T>(work: Promise<T>): Promise<T> =>
    work.catch(error => {
      throw failureOf(error)
    })

  return {
    async append(choice) {
      const flaw = choiceFlaw(choice)
      if (flaw !== null) throw new StoreFailure('choice-malformed', flaw)
      return told(appending.add(choice))
    },
    verify: (options = {}) => told(settle().then(() => verifyReceipts(db, options))),
    async *export(options = {}) {
      try {
        await settle()
        yield* eachReceipt(db, options)
      } catch (error) {
        throw failureOf(error)
      }
    },
    show: subject => told(settle().then(() => receiptsOf(db, subject))),
    erase: subject => told(appending.between(() => settle().then(() => erase(subject)))),
    prune: (before, of = {}) => told(appending.between(() => settle().then(() => prune(before, of)))),
    stats: (options = {}) => told(settle().then(() => countReceipts(db, options))),
    history: (options = {}) => told(settle().then(() => countByDay(db, options))),
    admin: createAdminStore(db, told),
    door: createDoorCounts(db, told),
    async close() {
      await appending.end()
      try {
        // What the database cannot take now, the journal has.
        await settle().catch(() => {})
        await db.destroy()
      } finally {
        await journal?.close()
        await release?.()
      }
    },
  }
}
