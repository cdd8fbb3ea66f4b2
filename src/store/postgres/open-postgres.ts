import { Kysely, PostgresDialect } from 'kysely'
import type { Pool } from 'pg'
import { type Destination, insertReceipts } from '../insert-receipts.ts'
import type { ReceiptDatabase } from '../schema/database.ts'
import { hasReceipts, migrate } from '../schema/migrate.ts'
import { Partitions } from '../schema/partitions.ts'
import { createSqlReceiptStore } from '../sql-receipt-store.ts'
import type { Store } from '../store.ts'
import { StoreFailure } from '../store-failure.ts'

export interface PostgresOptions {
  /** Make the tables if there are none. Default: true. */
  readonly create?: boolean
  /** Connections at most. Default: 4; appending takes one, however many visitors there are. */
  readonly connections?: number
}

const CONNECT_WITHIN_MS = 5000

/** A server that is there and says nothing must not keep all the others waiting. */
const WITHIN = { query_timeout: 10_000 }

/** A server may be set to answer before it has written; a receipt must not. A stronger setting stays. */
const SYNCHRONOUS = `
  select set_config('synchronous_commit', 'on', false) where current_setting('synchronous_commit') = 'off'`

/** SQLSTATE classes 28 (authorization), 3D (no such database), 42501 (insufficient privilege). */
const REFUSED = /^(?:28|3D|42501)/

/** SQLSTATE classes 08 (connection) and 57P (the server is stopping or starting). */
const AWAY = /^(?:08|57P)/

async function loadPg() {
  try {
    return (await import('pg')).default
  } catch (error) {
    throw new StoreFailure('driver-missing', 'pg', error)
  }
}

async function createPool(url: string, connections: number): Promise<Pool> {
  const { Pool } = await loadPg()
  const pool = new Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
    keepAlive: true,
    onConnect: async client => void (await client.query(SYNCHRONOUS)),
  })
  // A connection that breaks while nobody uses it is replaced by the pool; unheard, the event would end the process.
  pool.on('error', () => {})
  return pool
}

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
  const { create = true, connections = 4 } = options
  const pool = await createPool(url, connections)
  const db = new Kysely<ReceiptDatabase>({ dialect: new PostgresDialect({ pool }) })
  try {
    if (!create && !(await hasReceipts(db))) throw new StoreFailure('store-missing', nameOf(url))
    await migrate(db)
  } catch (error) {
    await db.destroy()
    throw failureOf(error, url)
  }
  const to: Destination = {
    db,
    partitions: new Partitions(db),
    run: statement => pool.query({ ...statement, ...WITHIN }),
  }
  return createSqlReceiptStore({
    db,
    commit: receipts => insertReceipts(to, receipts),
    failureOf: error => failureOf(error, url),
  })
}
