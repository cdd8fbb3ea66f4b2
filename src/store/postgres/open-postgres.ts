import { Kysely, PostgresDialect } from 'kysely'
import { type Destination, insertReceipts } from '../insert-receipts.ts'
import type { ReceiptDatabase } from '../schema/database.ts'
import { hasReceipts, migrate } from '../schema/migrate.ts'
import { Partitions } from '../schema/partitions.ts'
import { createSqlReceiptStore } from '../sql-receipt-store.ts'
import type { Store } from '../store.ts'
import { StoreFailure } from '../store-failure.ts'
import { AppendConnection } from './append-connection.ts'
import { createPool } from './connect.ts'

export interface PostgresOptions {
  /** Make the tables if there are none. Default: true. */
  readonly create?: boolean
  /** Connections at most, for all that reads. Default: 3; appending has one of its own, however many visitors there are. */
  readonly connections?: number
}

/** SQLSTATE classes 28 (authorization), 3D (no such database), 42501 (insufficient privilege). */
const REFUSED = /^(?:28|3D|42501)/

/** SQLSTATE classes 08 (connection) and 57P (the server is stopping or starting). */
const AWAY = /^(?:08|57P)/

/** The server, without the password. */
function nameOf(url: string): string {
  const { host, pathname } = URL.canParse(url) ? new URL(url) : { host: '', pathname: '' }
  return host + pathname
}

/** What the server says has a severity; anything else is that it could not be spoken with. */
function failureOf(error: unknown, url: string): unknown {
  if (error instanceof StoreFailure || !(error instanceof Error)) return error
  const state = 'severity' in error && 'code' in error ? String(error.code) : null
  const code =
    state === null || AWAY.test(state) ? 'store-away' : REFUSED.test(state) ? 'store-refused' : 'store-failed'
  return new StoreFailure(code, nameOf(url), error)
}

/** Brings the tables of the database to this version's, or makes them. */
export async function prepareTables(url: string): Promise<void> {
  const db = new Kysely<ReceiptDatabase>({ dialect: new PostgresDialect({ pool: await createPool(url, 1) }) })
  try {
    await migrate(db)
  } catch (error) {
    throw failureOf(error, url)
  } finally {
    await db.destroy()
  }
}

/** Receipts in a PostgreSQL server, which any number of processes share. */
export async function openPostgresStore(url: string, options: PostgresOptions = {}): Promise<Store> {
  const { create = true, connections = 3 } = options
  const db = new Kysely<ReceiptDatabase>({ dialect: new PostgresDialect({ pool: await createPool(url, connections) }) })
  try {
    if (!create && !(await hasReceipts(db))) throw new StoreFailure('store-missing', nameOf(url))
    await migrate(db)
  } catch (error) {
    await db.destroy()
    throw failureOf(error, url)
  }
  const appending = new AppendConnection(url)
  const to: Destination = { db, partitions: new Partitions(db), run: statement => appending.run(statement) }
  return createSqlReceiptStore({
    db,
    commit: receipts => insertReceipts(to, receipts),
    failureOf: error => failureOf(error, url),
    release: () => appending.close(),
  })
}
