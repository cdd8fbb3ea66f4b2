import { rm, stat, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { CompiledQuery, Kysely } from 'kysely'
import { makeFolder } from '../../files/index.ts'
import { type Destination, insertReceipts } from '../insert-receipts.ts'
import type { ReceiptDatabase } from '../schema/database.ts'
import { migrate } from '../schema/migrate.ts'
import { Partitions } from '../schema/partitions.ts'
import { createSqlReceiptStore } from '../sql-receipt-store.ts'
import type { Store } from '../store.ts'
import { StoreFailure } from '../store-failure.ts'
import { ApplyBehind } from './apply-behind.ts'
import { lockFolder } from './folder-lock.ts'
import { Journal } from './journal.ts'
import { createPgliteDialect } from './pglite-dialect.ts'
import { replayJournal } from './replay-journal.ts'

export interface FolderOptions {
  /** Make it if there is none. Default: true. */
  readonly create?: boolean
}

/** A quarter of PGlite's own default saves 100 MB and is plenty for appending. */
const SETTINGS = ['-c', 'shared_buffers=16MB']

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )

const failureOf = (error: unknown, folder: string): StoreFailure =>
  error instanceof StoreFailure ? error : new StoreFailure('store-failed', folder, error)

async function loadPglite() {
  try {
    return (await import('@electric-sql/pglite')).PGlite
  } catch (error) {
    throw new StoreFailure('driver-missing', '@electric-sql/pglite', error)
  }
}

async function openDatabase(folder: string): Promise<Kysely<ReceiptDatabase>> {
  const PGlite = await loadPglite()
  try {
    const client = await PGlite.create(folder, { startParams: [...PGlite.defaultStartParams, ...SETTINGS] })
    return new Kysely<ReceiptDatabase>({ dialect: createPgliteDialect(client) })
  } catch (error) {
    throw new StoreFailure('store-damaged', folder, error)
  }
}

/** One that was still being made when its process was killed cannot be opened, and holds nothing yet: it is made anew. */
async function openTables(folder: string): Promise<Kysely<ReceiptDatabase>> {
  const [place, making] = [join(folder, 'pglite'), join(folder, 'making')]
  if (await isThere(making)) await rm(place, { recursive: true, force: true })
  if (!(await isThere(place))) await writeFile(making, '')
  const db = await openDatabase(place)
  try {
    await migrate(db)
    await rm(making, { force: true })
    return db
  } catch (error) {
    await db.destroy()
    throw error
  }
}

/** A folder of this program's, locked: the database in `pglite`, the journal before it in `journal`. */
async function openLocked(folder: string, release: () => Promise<void>): Promise<Store> {
  const journal = await Journal.open(join(folder, 'journal'))
  const db = await openTables(folder)
  try {
    const to: Destination = {
      db,
      partitions: new Partitions(db),
      run: ({ text, values }) => db.executeQuery(CompiledQuery.raw(text, values)),
    }
    await replayJournal(to, journal)
    const behind = new ApplyBehind((receipts, again) => insertReceipts(to, receipts, again))
    return createSqlReceiptStore({
      db,
      // On disk in the journal it is safe, and is brought in when the folder is next opened if not before.
      commit: async receipts => {
        await journal.write(receipts)
        await behind.add(receipts)
      },
      settle: () => behind.settle(),
      journal,
      failureOf: error => failureOf(error, folder),
      release,
    })
  } catch (error) {
    await db.destroy()
    throw error
  }
}

async function lockAndOpen(folder: string, create: boolean): Promise<Store> {
  // What it holds is about people: for the one who runs the site alone.
  if (create) await makeFolder(folder, 0o700)
  else if (!(await isThere(join(folder, 'journal')))) throw new StoreFailure('store-missing', folder)
  const release = await lockFolder(folder)
  try {
    return await openLocked(folder, release)
  } catch (error) {
    await release()
    throw error
  }
}

/** Receipts in a folder of this machine, kept by one process at a time. */
export async function openFolderStore(path: string, { create = true }: FolderOptions = {}): Promise<Store> {
  const folder = resolve(path)
  try {
    return await lockAndOpen(folder, create)
  } catch (error) {
    throw failureOf(error, folder)
  }
}
