/** Receipts that are kept a second, against bare inserts of one row into the same database, for many visitors and for one. */
import { mkdtempSync, rmSync } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import pg from 'pg'
import { openFolderStore, openPostgresStore, type ReceiptStore } from '../src/store/index.ts'
import { choiceAt } from '../test/support/choices.ts'
import { hasPostgres, startPostgres } from '../test/support/postgres.ts'
import { compareAsync } from './harness.ts'

const AT_ONCE = 16
const CONNECTIONS = 4
const WANTED = 0.8

const TABLE = `
  create table consent (site text not null, subject text not null, decisions jsonb not null, at timestamptz not null);
  create index on consent (site, subject, at desc)`
const INSERT = 'insert into consent (site, subject, decisions, at) values ($1, $2, $3, $4)'

function row(): unknown[] {
  const { site, subject, decisions, at } = choiceAt('shop.example')
  return [site, subject, JSON.stringify(decisions), at]
}

interface Sides {
  readonly where: string
  readonly store: ReceiptStore
  readonly insert: () => Promise<unknown>
  /** For one visitor after another, who has nobody to share the way to the disk with; null: told and not judged. */
  readonly aloneAtLeast: number | null
}

async function compareSides({ where, store, insert, aloneAtLeast }: Sides): Promise<boolean> {
  const sides = { ours: () => store.append(choiceAt('shop.example')), theirs: insert }
  const many = { name: `receipts in ${where}, ${AT_ONCE} visitors at once`, atOnce: AT_ONCE, atLeast: WANTED }
  const alone = { name: `receipts in ${where}, one visitor after another`, atOnce: 1, atLeast: aloneAtLeast }
  return [await compareAsync({ ...sides, ...many }), await compareAsync({ ...sides, ...alone })].every(met => met)
}

/** What the bare insert lacks to outlive a power cut as a receipt does: the row once more, synced. */
async function insertDurably(insert: () => Promise<unknown>, beside: FileHandle): Promise<void> {
  await insert()
  await beside.appendFile(`${JSON.stringify(row())}\n`)
  await beside.datasync()
}

async function benchFolder(folder: string): Promise<boolean> {
  const bare = await PGlite.create(join(folder, 'bare'))
  await bare.exec(TABLE)
  const beside = await open(join(folder, 'beside'), 'a')
  const store = await openFolderStore(join(folder, 'store'))
  const insert = () => bare.query(INSERT, row())
  // PGlite itself never waits for the disk, so its row may be lost; ours may not. For one visitor alone that wait is all there is to see.
  const lasting = await compareSides({ where: 'a folder', store, insert, aloneAtLeast: null })
  const where = 'a folder, against inserts that are on disk too'
  const durable = await compareSides({
    where,
    store,
    insert: () => insertDurably(insert, beside),
    aloneAtLeast: WANTED,
  })
  await Promise.all([store.close(), bare.close(), beside.close()])
  return lasting && durable
}

async function benchPostgres(): Promise<boolean> {
  const server = await startPostgres()
  const bare = new pg.Pool({ connectionString: server.url, max: CONNECTIONS })
  await bare.query(TABLE)
  const store = await openPostgresStore(server.url)
  const insert = () => bare.query(INSERT, row())
  const met = await compareSides({ where: 'PostgreSQL', store, insert, aloneAtLeast: WANTED })
  await Promise.all([store.close(), bare.end()])
  await server.stop()
  return met
}

export async function bench(): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'candor-bench-'))
  try {
    const met = await benchFolder(folder)
    return hasPostgres ? (await benchPostgres()) && met : met
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
