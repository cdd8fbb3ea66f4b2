import { type Kysely, sql } from 'kysely'
import type { Decision } from '../model/index.ts'
import type { ExportOptions, ReceiptDay, ReceiptStats, SiteOption } from './receipt-store.ts'
import type { ReceiptDatabase } from './schema/database.ts'

type Db = Kysely<ReceiptDatabase>

interface Totals {
  readonly receipts: number | string
  readonly erased: number | string
  readonly subjects: number | string
  readonly first: Date | null
  readonly last: Date | null
}

/** One pass for all three counts: a row for each site, means and month there is. */
interface Group {
  readonly site: string
  readonly how: string
  readonly month: string
  readonly receipts: number | string
}

interface Answer {
  readonly practice: string
  readonly decision: Decision
  readonly receipts: number | string
}

function sumBy(groups: readonly Group[], name: 'site' | 'how' | 'month'): Readonly<Record<string, number>> {
  const sums = new Map<string, number>()
  for (const group of groups) sums.set(group[name], (sums.get(group[name]) ?? 0) + Number(group.receipts))
  return Object.fromEntries([...sums].sort(([a], [b]) => (a < b ? -1 : 1)))
}

function byPractice(answers: readonly Answer[]): ReceiptStats['practices'] {
  const practices = new Map<string, Record<Decision, number>>()
  for (const { practice, decision, receipts } of answers) {
    const counts = practices.get(practice) ?? { granted: 0, refused: 0 }
    counts[decision] = Number(receipts)
    practices.set(practice, counts)
  }
  return Object.fromEntries(practices)
}

export async function countReceipts(db: Db, { site }: SiteOption): Promise<ReceiptStats> {
  const of = sql`${site ?? null}::text is null or site = ${site ?? null}::text`
  const totals = await sql<Totals>`
    select count(*) as receipts, count(*) filter (where subject is null) as erased, count(distinct subject) as subjects,
      min(at) as first, max(at) as last
    from candor.receipt where ${of}`.execute(db)
  const groups = await sql<Group>`
    select site, how, to_char(at at time zone 'UTC', 'YYYY-MM') as month, count(*) as receipts
    from candor.receipt where ${of} group by 1, 2, 3`.execute(db)
  const answers = await sql<Answer>`
    select practice, decision, count(*) as receipts
    from candor.receipt, jsonb_each_text(decisions) as answer(practice, decision)
    where ${of} group by 1, 2 order by 1, 2`.execute(db)
  const { receipts = 0, erased = 0, subjects = 0, first = null, last = null } = totals.rows[0] ?? {}
  return {
    receipts: Number(receipts),
    erased: Number(erased),
    subjects: Number(subjects),
    first: first?.toISOString() ?? null,
    last: last?.toISOString() ?? null,
    sites: sumBy(groups.rows, 'site'),
    how: sumBy(groups.rows, 'how'),
    months: sumBy(groups.rows, 'month'),
    practices: byPractice(answers.rows),
  }
}

interface DayAnswer {
  readonly day: string
  readonly practice: string | null
  readonly decision: Decision | null
  readonly receipts: number | string
}

/** A row with no practice counts the receipts of its day; the others, what they say of each practice. */
export async function countByDay(db: Db, { site, since, until }: ExportOptions): Promise<readonly ReceiptDay[]> {
  const { rows } = await sql<DayAnswer>`
    with chosen as (
      select to_char(at at time zone 'UTC', 'YYYY-MM-DD') as day, decisions from candor.receipt
      where (${site ?? null}::text is null or site = ${site ?? null}::text)
        and (${since ?? null}::timestamptz is null or at >= ${since ?? null}::timestamptz)
        and (${until ?? null}::timestamptz is null or at < ${until ?? null}::timestamptz))
    select day, null as practice, null as decision, count(*) as receipts from chosen group by day
    union all
    select day, practice, decision, count(*) from chosen, jsonb_each_text(decisions) as answer(practice, decision)
    group by day, practice, decision
    order by day, practice`.execute(db)
  const days = new Map<string, { receipts: number; answers: Answer[] }>()
  for (const { day, practice, decision, receipts } of rows) {
    const counts = days.get(day) ?? { receipts: 0, answers: [] }
    if (practice === null || decision === null) counts.receipts = Number(receipts)
    else counts.answers.push({ practice, decision, receipts })
    days.set(day, counts)
  }
  return [...days].map(([day, { receipts, answers }]) => ({ day, receipts, practices: byPractice(answers) }))
}
