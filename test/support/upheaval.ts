/**
 * A process that keeps receipts of ever new months, erases and removes what it kept, all at once and as fast as it can, until it
 * is killed: `upheaval.ts FOLDER|URL SITE`. Tells, a line each, what it was told is done: `kept HASH`, `erased SUBJECT`.
 */
import { writeSync } from 'node:fs'
import { openReceipts } from '../../src/store/index.ts'
import { choiceAt, randomSubject } from './choices.ts'

const [where = '', site = ''] = process.argv.slice(2)
const tell = (...words: readonly unknown[]) => void writeSync(1, `${words.join(' ')}\n`)
const store = await openReceipts(where.startsWith('postgres:') ? { url: where, folder: '' } : { folder: where })

/** Any month of sixty years, or one of the year that is removed all the time. */
function someMonth(old: boolean): string {
  const made = Math.floor(Math.random() * 720)
  const year = old ? 2001 : 2010 + Math.floor(made / 12)
  return `${year}-${String((made % 12) + 1).padStart(2, '0')}-05T00:00:00.000Z`
}

async function keep(): Promise<void> {
  for (;;) {
    await store.append(choiceAt(site, { at: someMonth(true) }))
    tell('kept', (await store.append(choiceAt(site, { at: someMonth(false) }))).hash)
  }
}

async function erase(): Promise<void> {
  for (;;) {
    const subject = randomSubject()
    await store.append(choiceAt(site, { subject, at: someMonth(false) }))
    await store.erase(subject)
    tell('erased', subject)
  }
}

async function prune(): Promise<void> {
  for (;;) await store.prune('2002-01-01T00:00:00Z', { site })
}

await Promise.all([keep(), keep(), erase(), prune()])
