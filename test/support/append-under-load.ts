/**
 * A process that records the choices of sixteen visitors at a time, as fast as it can, until it is killed:
 * `append-under-load.ts FOLDER|URL SITE`. Tells the hash of each receipt once it is acknowledged.
 */
import { writeSync } from 'node:fs'
import { openFolderStore, openPostgresStore } from '../../src/store/index.ts'
import { choiceAt } from './choices.ts'

const VISITORS = 16
const [where = '', site = ''] = process.argv.slice(2)
const store = where.startsWith('postgres:') ? await openPostgresStore(where) : await openFolderStore(where)

let ending = false
process.once('SIGTERM', () => {
  ending = true
})

async function visit(): Promise<void> {
  while (!ending) writeSync(1, `${(await store.append(choiceAt(site))).hash}\n`)
}

await Promise.all(Array.from({ length: VISITORS }, visit))
await store.close()
