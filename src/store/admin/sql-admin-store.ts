import { type Kysely, sql } from 'kysely'
import type { ReceiptDatabase } from '../schema/database.ts'
import type { AdminStore, TokenSpan, TryLimits } from './admin-store.ts'

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
  const setPassword = (value: string, again: boolean): Promise<boolean> =>
    db.transaction().execute(async within => {
      const { numInsertedOrUpdatedRows } = await within
        .insertInto('candor.admin_setting')
        .values({ name: PASSWORD, value })
        .onConflict(conflict => (again ? conflict.column('name').doUpdateSet({ value }) : conflict.doNothing()))
        .executeTakeFirstOrThrow()
      if (Number(numInsertedOrUpdatedRows) === 0) return false
      await within.deleteFrom('candor.admin_token').execute()
      return true
    })
  const findToken = async (kind: string, hash: string, now: Date): Promise<TokenSpan | null> => {
    const row = await db
      .selectFrom('candor.admin_token')
      .select(['began', 'expires'])
      .where('hash', '=', hash)
      .where('kind', '=', kind)
      .where(sql<boolean>`expires > ${now.toISOString()}::timestamptz`)
      .executeTakeFirst()
    return row === undefined ? null : { began: new Date(row.began), expires: new Date(row.expires) }
  }
  const keepToken = async (kind: string, hash: string, span: TokenSpan): Promise<void> => {
    const [began, expires] = [span.began.toISOString(), span.expires.toISOString()]
    await db.deleteFrom('candor.admin_token').where(sql<boolean>`expires < ${began}::timestamptz`).execute()
    await db.insertInto('candor.admin_token').values({ hash, kind, began, expires }).execute()
  }
  const countTry = (household: string, at: Date, { since, most, mostOfAll }: TryLimits): Promise<Date | null> =>
    db.transaction().execute(async within => {
      // One after another: two at once would each find room for one more.
      await sql`lock table candor.admin_try in share row exclusive mode`.execute(within)
      await sql`delete from candor.admin_try where at <= ${since.toISOString()}::timestamptz`.execute(within)
      const all = await within.selectFrom('candor.admin_try').selectAll().orderBy('at').execute()
      const own = all.filter(one => one.household === household)
      const [first] = own.length >= most ? own : all.length >= mostOfAll ? all : []
      if (first !== undefined) return new Date(first.at)
      await within.insertInto('candor.admin_try').values({ household, at: at.toISOString() }).execute()
      return null
    })
  return {
    password: () => told(findPassword()),
    setPassword: async hash => void (await told(setPassword(hash, true))),
    setFirstPassword: hash => told(setPassword(hash, false)),
    keepToken: (kind, hash, span) => told(keepToken(kind, hash, span)),
    findToken: (kind, hash, now) => told(findToken(kind, hash, now)),
    prolongToken: async (hash, expires) => {
      const later = { expires: expires.toISOString() }
      await told(db.updateTable('candor.admin_token').set(later).where('hash', '=', hash).execute())
    },
    dropToken: async hash => {
      await told(db.deleteFrom('candor.admin_token').where('hash', '=', hash).execute())
    },
    countTry: (household, at, limits) => told(countTry(household, at, limits)),
    forgetTries: async household => {
      await told(db.deleteFrom('candor.admin_try').where('household', '=', household).execute())
    },
  }
}
