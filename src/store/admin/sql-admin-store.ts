import { type Kysely, sql } from 'kysely'
import type { ReceiptDatabase } from '../schema/database.ts'
import type { AdminStore } from './admin-store.ts'

const PASSWORD = 'password'

/** `told` says a failure of the database in this program's words. */
export function createAdminStore(db: Kysely<ReceiptDatabase>, told: <T>(work: Promise<T>) => Promise<T>): AdminStore {
  const findPassword = async (): Promise<string | null> => {
    const row = await db
      .selectFrom('candor.admin_setting')
      .select('value')
      .where('name', '=', PASSWORD)
      .executeTakeFirst()
    return row?.value ?? null
  }
  const setPassword = (value: string): Promise<void> =>
    db.transaction().execute(async within => {
      await within
        .insertInto('candor.admin_setting')
        .values({ name: PASSWORD, value })
        .onConflict(conflict => conflict.column('name').doUpdateSet({ value }))
        .execute()
      await within.deleteFrom('candor.admin_token').execute()
    })
  const tokenBegan = async (kind: string, hash: string, now: Date): Promise<Date | null> => {
    const row = await db
      .selectFrom('candor.admin_token')
      .select('began')
      .where('hash', '=', hash)
      .where('kind', '=', kind)
      .where(sql<boolean>`expires > ${now.toISOString()}::timestamptz`)
      .executeTakeFirst()
    return row === undefined ? null : new Date(row.began)
  }
  /** Those whose time is over go when another comes. */
  const keepToken = async (kind: string, hash: string, expires: Date): Promise<void> => {
    await db.deleteFrom('candor.admin_token').where(sql<boolean>`expires < now()`).execute()
    const row = { hash, kind, began: new Date().toISOString(), expires: expires.toISOString() }
    await db.insertInto('candor.admin_token').values(row).execute()
  }
  return {
    password: () => told(findPassword()),
    setPassword: hash => told(setPassword(hash)),
    keepToken: (kind, hash, expires) => told(keepToken(kind, hash, expires)),
    tokenBegan: (kind, hash, now) => told(tokenBegan(kind, hash, now)),
    prolongToken: async (hash, expires) => {
      const later = { expires: expires.toISOString() }
      await told(db.updateTable('candor.admin_token').set(later).where('hash', '=', hash).execute())
    },
    dropToken: async hash => {
      await told(db.deleteFrom('candor.admin_token').where('hash', '=', hash).execute())
    },
  }
}
