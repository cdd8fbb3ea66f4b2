import { type Kysely, sql } from 'kysely'
import type { ReceiptDatabase } from '../schema/database.ts'
import type { DoorCounts, DoorTally } from './door-counts.ts'

/** What one day of one site may take: names of cookies come from outside. */
const MOST_A_DAY = 2000

interface Row extends Omit<DoorTally, 'count'> {
  readonly count: number | string
}

/** `told` says a failure of the database in this program's words. */
export function createDoorCounts(db: Kysely<ReceiptDatabase>, told: <T>(work: Promise<T>) => Promise<T>): DoorCounts {
  const add = async (site: string, day: string, tallies: readonly DoorTally[]): Promise<void> => {
    const rows = JSON.stringify(tallies.map(tally => ({ ...tally, practice: tally.practice ?? '' })))
    // In one order, so that two processes that add at once never wait for each other in a circle.
    await sql`
      insert into candor.door_count (site, day, action, cookie, practice, reason, mode, count)
      select ${site}, ${day}::date, action, cookie, practice, reason, mode, sum(count)
      from jsonb_to_recordset(${rows}::jsonb)
        as tally(action text, cookie text, practice text, reason text, mode text, count bigint)
      where (select count(*) from candor.door_count where site = ${site} and day = ${day}::date) < ${MOST_A_DAY}::int
      group by action, cookie, practice, reason, mode order by action, cookie, practice, reason, mode
      on conflict (site, day, action, cookie, practice, reason, mode)
      do update set count = door_count.count + excluded.count`.execute(db)
  }
  const since = async (site: string, day: string): Promise<readonly DoorTally[]> => {
    const { rows } = await sql<Row>`
      select action, cookie, nullif(practice, '') as practice, reason, mode, sum(count) as count
      from candor.door_count where site = ${site} and day >= ${day}::date
      group by action, cookie, practice, reason, mode order by sum(count) desc, cookie limit ${MOST_A_DAY}::int`.execute(
      db,
    )
    return rows.map(row => ({ ...row, count: Number(row.count) }))
  }
  const prune = async (day: string): Promise<void> => {
    await sql`delete from candor.door_count where day < ${day}::date`.execute(db)
  }
  return {
    add: (site, day, tallies) => told(add(site, day, tallies)),
    since: (site, day) => told(since(site, day)),
    prune: day => told(prune(day)),
  }
}
