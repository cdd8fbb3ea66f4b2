import { type Kysely, Migrator, sql } from 'kysely'
import { StoreFailure } from '../store-failure.ts'
import { type ReceiptDatabase, SCHEMA } from './database.ts'
import { MIGRATIONS } from './migrations.ts'

const createMigrator = (db: Kysely<ReceiptDatabase>): Migrator =>
  new Migrator({
    db,
    provider: { getMigrations: async () => ({ ...MIGRATIONS }) },
    migrationTableSchema: SCHEMA,
    migrationTableName: 'migration',
    migrationLockTableName: 'migration_lock',
  })

export async function hasReceipts(db: Kysely<ReceiptDatabase>): Promise<boolean> {
  const { rows } = await sql<{ there: boolean }>`select to_regclass('candor.receipt') is not null as there`.execute(db)
  return rows[0]?.there === true
}

/** Brings the tables to this version's; processes that start together take turns. A newer version's tables are left alone. */
export async function migrate(db: Kysely<ReceiptDatabase>): Promise<void> {
  const { error } = await createMigrator(db).migrateToLatest()
  if (error === undefined) return
  if (error instanceof Error && /previously executed migration .* is missing/.test(error.message))
    throw new StoreFailure('store-newer', SCHEMA, error)
  throw error
}
