import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { openFolderStore, openPostgresStore, type ReceiptStore } from '../src/store/index.ts'
import { choiceAt, randomSite, randomSubject } from './support/choices.ts'
import { hasPostgres, type Postgres, startPostgres } from './support/postgres.ts'

const APPENDER = 'append-under-load.ts'
const running = new Set<ChildProcess>()
afterEach(() => {
  for (const child of running) child.kill('SIGKILL')
})

interface Load {
  /** The receipts it was told are kept. */
  readonly acknowledged: readonly string[]
  readonly until: (count: number) => Promise<void>
  readonly end: (signal: 'SIGKILL' | 'SIGTERM') => Promise<void>
}

function startLoad(where: string, site: string, program = APPENDER): Load {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', join(import.meta.dirname, 'support', program), where, site],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  running.add(child)
  const acknowledged: string[] = []
  let rest = ''
  let errors = ''
  let ended = false
  let notice = () => {}
  child.stderr.on('data', piece => (errors += piece))
  child.stdout.on('data', piece => {
    const lines = (rest + piece).split('\n')
    rest = lines.pop() ?? ''
    acknowledged.push(...lines)
    notice()
  })
  const closed = once(child, 'close').then(() => {
    running.delete(child)
    ended = true
    notice()
  })
  return {
    acknowledged,
    until: async count => {
      while (acknowledged.length < count) {
        if (ended) throw new Error(`the process ended: ${errors}`)
        await new Promise<void>(resolve => {
          notice = resolve
        })
      }
    },
    end: async signal => {
      child.kill(signal)
      await closed
      expect(errors).toBe('')
    },
  }
}

async function hashesIn(store: ReceiptStore): Promise<Set<string>> {
  const hashes = new Set<string>()
  for await (const { hash } of store.export()) hashes.add(hash)
  return hashes
}

async function expectAllThere(store: ReceiptStore, acknowledged: readonly string[]): Promise<void> {
  const kept = await hashesIn(store)
  expect(acknowledged.length).toBeGreaterThan(0)
  expect(acknowledged.filter(hash => !kept.has(hash))).toEqual([])
  expect((await store.verify()).faults).toEqual([])
}

/** Killed while it begins months, erases and removes: what is kept is there, who is erased is gone, and every chain holds. */
async function expectUpheavalSurvived(where: string, open: () => Promise<ReceiptStore>): Promise<void> {
  const site = randomSite()
  const told: string[] = []
  for (const lines of [1, 30]) {
    const load = startLoad(where, site, 'upheaval.ts')
    await load.until(lines)
    await load.end('SIGKILL')
    told.push(...load.acknowledged)
  }
  const store = await open()
  const of = (what: string) => told.filter(line => line.startsWith(what)).map(line => line.split(' ')[1] ?? '')
  await expectAllThere(store, of('kept'))
  expect(await Promise.all(of('erased').map(subject => store.show(subject)))).toEqual(of('erased').map(() => []))
  await store.close()
}

/** Receipts after which the process is killed: it may be in any step of its work then. */
const KILLED_AFTER = [1, 150, 1200]

describe('in a folder', () => {
  let folder = ''
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'candor-survive-'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test('killed with -9 under load, time after time, no acknowledged receipt is lost and every chain holds', async () => {
    const where = join(folder, 'killed')
    const acknowledged: string[] = []
    for (const count of KILLED_AFTER) {
      const load = startLoad(where, 'shop.example')
      await load.until(count)
      await load.end('SIGKILL')
      acknowledged.push(...load.acknowledged)
    }
    const store = await openFolderStore(where)
    await expectAllThere(store, acknowledged)
    await store.close()
  })

  test('killed with -9 while months begin, people are erased and old receipts go, it keeps its word', async () => {
    const where = join(folder, 'upheaval')
    await expectUpheavalSurvived(where, () => openFolderStore(where))
  })

  test('killed with -9 while it was being made, it is made anew', async () => {
    const where = join(folder, 'half')
    const load = startLoad(where, 'shop.example')
    while (!existsSync(join(where, 'pglite', 'PG_VERSION'))) await setTimeout(1)
    await load.end('SIGKILL')
    const store = await openFolderStore(where)
    await store.append(choiceAt('shop.example'))
    await store.close()
    expect(readdirSync(where).sort()).toEqual(['journal', 'pglite'])
  })

  test('what the disk never got of the database comes back from the journal, and what was erased stays erased', async () => {
    const where = join(folder, 'power')
    const before = join(folder, 'before')
    const first = await openFolderStore(where)
    await first.append(choiceAt('shop.example'))
    await first.close()
    cpSync(join(where, 'pglite'), before, { recursive: true })

    const second = await openFolderStore(where)
    const subject = randomSubject()
    await second.append(choiceAt('shop.example', { subject }))
    const choices = Array.from({ length: 700 }, (_, at) => choiceAt(at % 3 ? 'shop.example' : 'news.example'))
    const receipts = await Promise.all(choices.map(choice => second.append(choice)))
    expect(await second.erase(subject)).toBe(1)
    await second.close()

    rmSync(join(where, 'pglite'), { recursive: true })
    cpSync(before, join(where, 'pglite'), { recursive: true })
    const back = await openFolderStore(where)
    await expectAllThere(
      back,
      receipts.map(({ hash }) => hash),
    )
    expect(await back.verify()).toMatchObject({ receipts: 702, erased: 1 })
    await back.close()

    rmSync(join(where, 'pglite'), { recursive: true })
    const anew = await openFolderStore(where)
    await expectAllThere(
      anew,
      receipts.map(({ hash }) => hash),
    )
    expect(await anew.show(subject)).toEqual([])
    await anew.close()
  })

  test('a line that was being written when the machine stopped is no receipt, and those before it are', async () => {
    const where = join(folder, 'torn')
    const store = await openFolderStore(where)
    const [first] = [await store.append(choiceAt('shop.example')), await store.append(choiceAt('shop.example'))]
    await store.close()
    const journal = join(where, 'journal')
    const file = join(journal, readdirSync(journal)[0] ?? '')
    truncateSync(file, statSync(file).size - 100)
    appendFileSync(file, '\0'.repeat(50))
    writeFileSync(join(journal, 'opened-and-killed.ndjson'), '')
    rmSync(join(where, 'pglite'), { recursive: true })
    const anew = await openFolderStore(where)
    expect([...(await hashesIn(anew))]).toEqual([first?.hash])
    expect((await anew.verify()).faults).toEqual([])
    await anew.close()
  })

  test('belongs to one process at a time; one that was killed does not hold it', async () => {
    const where = join(folder, 'locked')
    const load = startLoad(where, 'shop.example')
    await load.until(1)
    await expect(openFolderStore(where)).rejects.toMatchObject({ code: 'store-locked' })
    await load.end('SIGKILL')
    const store = await openFolderStore(where)
    await expect(openFolderStore(where)).rejects.toMatchObject({ code: 'store-locked', about: String(process.pid) })
    await store.close()
    await (await openFolderStore(where)).close()
  })

  test('that cannot be made is told as such', async () => {
    writeFileSync(join(folder, 'file'), '')
    await expect(openFolderStore(join(folder, 'file'))).rejects.toMatchObject({ code: 'store-failed' })
  })

  test('that is not there is not made for who only looks', async () => {
    const where = join(folder, 'nowhere')
    await expect(openFolderStore(where, { create: false })).rejects.toMatchObject({ code: 'store-missing' })
    expect(readdirSync(folder)).not.toContain('nowhere')
  })
})

describe.skipIf(!hasPostgres)('in PostgreSQL', () => {
  let server: Postgres
  beforeAll(async () => {
    server = await startPostgres()
  })
  afterAll(() => server?.stop())

  test('an empty database is not made a store for who only looks', async () => {
    await expect(openPostgresStore(server.url, { create: false })).rejects.toMatchObject({ code: 'store-missing' })
  })

  test('three processes write together from the first moment, one is killed with -9: nothing acknowledged is lost', async () => {
    const site = randomSite()
    const loads = [startLoad(server.url, site), startLoad(server.url, site), startLoad(server.url, site)]
    const [killed, ...others] = loads
    await Promise.all(loads.map(load => load.until(200)))
    await killed?.end('SIGKILL')
    await Promise.all(others.map(load => load.until(load.acknowledged.length + 300)))
    await Promise.all(others.map(load => load.end('SIGTERM')))
    const store = await openPostgresStore(server.url)
    await expectAllThere(
      store,
      loads.flatMap(load => load.acknowledged),
    )
    expect((await store.verify({ site })).heads).toHaveLength(3)
    await store.close()
  })

  test('a process killed with -9 under load, time after time, loses nothing acknowledged', async () => {
    const acknowledged: string[] = []
    for (const count of KILLED_AFTER) {
      const load = startLoad(server.url, randomSite())
      await load.until(count)
      await load.end('SIGKILL')
      acknowledged.push(...load.acknowledged)
    }
    const store = await openPostgresStore(server.url)
    await expectAllThere(store, acknowledged)
    await store.close()
  })

  test('killed with -9 while months begin, people are erased and old receipts go, it keeps its word', async () => {
    await expectUpheavalSurvived(server.url, () => openPostgresStore(server.url))
  })

  test('a connection that breaks loses nothing acknowledged; the next choice is recorded in a chain of its own', async () => {
    const site = randomSite()
    const store = await openPostgresStore(server.url, { connections: 1 })
    const first = await store.append(choiceAt(site))
    await server.cutConnections()
    const outcomes = await Promise.allSettled([store.append(choiceAt(site)), store.append(choiceAt(site))])
    const last = await store.append(choiceAt(site))
    const kept = outcomes.flatMap(outcome => (outcome.status === 'fulfilled' ? [outcome.value.hash] : []))
    const other = await openPostgresStore(server.url)
    await expectAllThere(other, [first.hash, last.hash, ...kept])
    await Promise.all([store.close(), other.close()])
  })

  test('what was removed with its head while its writer goes on is missed', async () => {
    const [site, client] = [randomSite(), new pg.Client(server.url)]
    const store = await openPostgresStore(server.url)
    for (let made = 0; made < 3; made++) await store.append(choiceAt(site))
    await client.connect()
    const remove = async () => {
      for (const table of ['receipt', 'chain'])
        await client.query(`delete from candor.${table} where site = $1`, [site])
    }
    await remove()
    await store.append(choiceAt(site))
    expect((await store.verify({ site })).faults).toMatchObject([{ kind: 'missing', sequence: 1, through: 3 }])
    await remove()
    await Promise.all([store.append(choiceAt(site)), store.append(choiceAt(site)), store.append(choiceAt(site))])
    expect((await store.verify({ site })).faults).toMatchObject([{ kind: 'missing', sequence: 1, through: 4 }])
    await Promise.all([store.close(), client.end()])
  })

  test('a receipt waits for the disk even where the server is set not to', async () => {
    const [site, client] = [randomSite(), new pg.Client(server.url)]
    await client.connect()
    await client.query('alter database postgres set synchronous_commit = off')
    await (await openPostgresStore(server.url)).close()
    await client.query(`
      create table seen (setting text);
      create function see() returns trigger language plpgsql as
        $$ begin insert into seen values (current_setting('synchronous_commit')); return new; end $$;
      create trigger see after insert on candor.chain for each row execute function see()`)
    const store = await openPostgresStore(server.url)
    await store.append(choiceAt(site))
    expect((await client.query('select * from seen')).rows).toEqual([{ setting: 'on' }])
    await client.query('drop trigger see on candor.chain; alter database postgres reset synchronous_commit')
    await Promise.all([store.close(), client.end()])
  })

  test('tables of a later version are left alone', async () => {
    const client = new pg.Client(server.url)
    await client.connect()
    await client.query('create database later')
    await client.end()
    const url = server.url.replace(/postgres$/, 'later')
    await (await openPostgresStore(url)).close()
    const later = new pg.Client(url)
    await later.connect()
    await later.query("insert into candor.migration values ('9999-later', now())")
    await later.end()
    await expect(openPostgresStore(url)).rejects.toMatchObject({ code: 'store-newer' })
  })

  test('a server that went away is told as such', async () => {
    const gone = await startPostgres()
    const store = await openPostgresStore(gone.url)
    await store.append(choiceAt(randomSite()))
    await gone.stop()
    await expect(store.append(choiceAt(randomSite()))).rejects.toMatchObject({ code: 'store-away' })
    await store.close()
    await expect(openPostgresStore(gone.url)).rejects.toMatchObject({ code: 'store-away' })
  })
})
