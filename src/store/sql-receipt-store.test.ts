import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { CompiledQuery, Kysely } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { choiceAt, randomSubject } from '../../test/support/choices.ts'
import type { Receipt } from '../model/index.ts'
import { type Destination, insertReceipts } from './insert-receipts.ts'
import { Journal } from './pglite/journal.ts'
import { createPgliteDialect } from './pglite/pglite-dialect.ts'
import { replayJournal } from './pglite/replay-journal.ts'
import type { ReceiptDatabase } from './schema/database.ts'
import { migrate } from './schema/migrate.ts'
import { Partitions } from './schema/partitions.ts'
import { createSqlReceiptStore } from './sql-receipt-store.ts'
import type { Store } from './store.ts'

/** A store whose database can be made to fail after the journal has been written. */
const folder = mkdtempSync(join(tmpdir(), 'candor-journal-'))
let store: Store
let journal: Journal
let replay: () => Promise<void>
let failing = false

beforeAll(async () => {
  const db = new Kysely<ReceiptDatabase>({ dialect: createPgliteDialect(await PGlite.create()) })
  await migrate(db)
  journal = await Journal.open(folder)
  const to: Destination = {
    db,
    partitions: new Partitions(db),
    run: ({ text, values }) => db.executeQuery(CompiledQuery.raw(text, values)),
  }
  replay = () => replayJournal(to, journal)
  const commit = async (receipts: readonly Receipt[]) => {
    await journal.write(receipts)
    if (failing) throw new Error('the database failed')
    await insertReceipts(to, receipts)
  }
  store = createSqlReceiptStore({ db, commit, journal, failureOf: error => error })
})
afterAll(async () => {
  await store?.close()
  rmSync(folder, { recursive: true, force: true })
})

async function failToAppend(subject: string): Promise<void> {
  failing = true
  await expect(store.append(choiceAt('shop.example', { subject }))).rejects.toThrow('the database failed')
  failing = false
}

test('after a failure the next receipt begins a chain of its own, and every chain is whole', async () => {
  const before = await store.append(choiceAt('shop.example'))
  await failToAppend(randomSubject())
  const after = await store.append(choiceAt('shop.example'))
  expect(after).toMatchObject({ sequence: 1, previous: null })
  expect(after.writer).not.toBe(before.writer)
  expect(await store.verify()).toMatchObject({ receipts: 2, faults: [] })
})

test('a receipt that only the journal has comes into the database when it is read; the chain goes on from there', async () => {
  const subject = randomSubject()
  await failToAppend(subject)
  expect(await store.show(subject)).toEqual([])
  await replay()
  expect(await store.show(subject)).toHaveLength(1)
  expect((await store.verify()).faults).toEqual([])
})

test('an erased person does not come back with a receipt that only the journal had', async () => {
  const subject = randomSubject()
  await failToAppend(subject)
  await store.erase(subject)
  await replay()
  expect(await store.show(subject)).toEqual([])
  expect((await store.verify()).faults).toEqual([])
})
