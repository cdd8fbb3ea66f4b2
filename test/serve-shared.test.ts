import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openPostgresStore } from '../src/store/index.ts'
import { filledIn } from './support/asking-consent.ts'
import { type CandorProcess, hasCommand, startCandor } from './support/candor-process.ts'
import { choiceIn, choose } from './support/choose.ts'
import { askingAt } from './support/consent-declaration.ts'
import { eventually } from './support/eventually.ts'
import { hasPostgres, type Postgres, startPostgres } from './support/postgres.ts'

const VISITORS = 8

describe.skipIf(!hasPostgres || !hasCommand)('processes that share a PostgreSQL (after npm run build)', () => {
  let server: Postgres
  let folder = ''
  const running: CandorProcess[] = []
  beforeAll(async () => {
    server = await startPostgres()
  })
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'candor-shared-'))
  })
  afterEach(async () => {
    await Promise.all(running.splice(0).map(one => one.end('SIGKILL')))
    rmSync(folder, { recursive: true, force: true })
  })
  afterAll(() => server?.stop())

  /** A declaration file of its own for each process, as on machines of their own. */
  function declare(name: string, site: string, changes: object = {}): string {
    const file = join(folder, name)
    writeFileSync(file, JSON.stringify({ ...askingAt(`https://${site}/`), ...changes }))
    return file
  }

  function start(file: string, before?: string): CandorProcess {
    const words = before === undefined ? ['serve', file] : ['gateway', file, '--to', before]
    const started = startCandor([...words, '--port', '0'], { cwd: folder, env: { DATABASE_URL: server.url } })
    running.push(started)
    return started
  }

  const hashAt = async (url: string): Promise<string> =>
    ((await (await fetch(new URL('policy.json', url))).json()) as { hash: string }).hash

  /** Visitors who choose at one process, one choice after another, until it is gone or they are told to end. */
  function visit(url: string, acknowledged: Set<string>): () => Promise<void> {
    let ending = false
    const visitor = async () => {
      while (!ending) {
        const made = await choose(url, 'accept').catch(() => null)
        if (made === null) return
        if (made.choice.recorded && made.choice.subject !== null) acknowledged.add(made.choice.subject)
      }
    }
    const visitors = Promise.all(Array.from({ length: VISITORS }, visitor))
    return async () => {
      ending = true
      await visitors
    }
  }

  test('three processes, a gateway among them, record together, one is killed with -9: nothing acknowledged is lost, every chain is whole', async () => {
    const site = 'killed.example'
    const [killed, other] = ['a', 'b'].map(name => start(declare(`${name}.json`, site))) as [
      CandorProcess,
      CandorProcess,
    ]
    const [urlKilled, urlOther] = await Promise.all([killed.url(), other.url()])
    const gateway = start(declare('c.json', site), urlOther)
    const urls = [urlKilled, urlOther, await gateway.url()]
    const acknowledged = urls.map(() => new Set<string>())
    const ends = urls.map((url, at) => visit(url, acknowledged[at] ?? new Set()))
    const count = (at: number) => acknowledged[at]?.size ?? 0
    await eventually(() => expect(Math.min(count(0), count(1), count(2))).toBeGreaterThan(40))
    await killed.end('SIGKILL')
    const [, one, two] = [count(0), count(1), count(2)]
    await eventually(() => expect(Math.min(count(1) - one, count(2) - two)).toBeGreaterThan(40))
    await Promise.all(ends.map(end => end()))
    await Promise.all(
      [other, gateway].map(async each => {
        await each.end()
        expect(await each.ended).toBe(0)
      }),
    )

    const store = await openPostgresStore(server.url)
    const kept = new Set<string>()
    for await (const { personal } of store.export({ site })) kept.add(personal?.subject ?? '')
    const { faults, heads } = await store.verify({ site })
    await store.close()
    expect(acknowledged.flatMap(subjects => [...subjects]).filter(subject => !kept.has(subject))).toEqual([])
    expect(faults).toEqual([])
    expect(heads.length).toBeGreaterThanOrEqual(3)
  })

  test('a policy that changes at one changes at all; who starts with the old file takes the new one', async () => {
    const site = 'changed.example'
    const [first, second, old] = ['a', 'b', 'old'].map(name => declare(`${name}.json`, site)) as [
      string,
      string,
      string,
    ]
    const [one, two] = [start(first), start(second)]
    const [urlOne, urlTwo] = await Promise.all([one.url(), two.url()])
    const before = await hashAt(urlTwo)
    expect(await hashAt(urlOne)).toBe(before)

    declare('a.json', site, { effective: '2026-11-22' })
    await eventually(async () => expect(await hashAt(urlTwo)).not.toBe(before))
    const after = await hashAt(urlOne)
    expect(await hashAt(urlTwo)).toBe(after)
    expect(two.talk()).toContain(`Another process has published a new policy: ${after}`)
    expect(readFileSync(second, 'utf8')).toBe(readFileSync(old, 'utf8'))

    const late = start(old)
    const urlLate = await late.url()
    await eventually(async () => expect(await hashAt(urlLate)).toBe(after))
    expect(await hashAt(urlOne)).toBe(after)
  })

  test('while the database is away visitors are served and count as not having consented; their choice is recorded when it is back', async () => {
    const site = 'away.example'
    const process = start(declare('a.json', site))
    const url = await process.url()
    const policy = await hashAt(url)
    const form = filledIn(await (await fetch(url)).text(), 'accept')
    const before = await choose(url, form)
    expect(before.choice.recorded).toBe(true)

    await server.goAway()
    const made = await choose(url, form)
    expect(made.choice.recorded).toBe(false)
    const page = await fetch(url, { headers: { Cookie: made.cookie } })
    expect(page.status).toBe(200)
    expect(choiceIn(page)).toBeNull()
    await eventually(() => expect(process.talk()).toContain('Choices cannot be recorded'))

    await server.comeBack()
    const recorded = await eventually(async () => {
      const again = choiceIn(await fetch(url, { headers: { Cookie: made.cookie } }))
      expect(again?.choice.recorded).toBe(true)
      return again
    })
    const { subject, at, decisions } = made.choice
    expect(recorded?.choice).toMatchObject({ subject, at, decisions, recorded: true })
    await eventually(() => expect(process.talk()).toContain('Choices are recorded again.'))

    const store = await openPostgresStore(server.url)
    const [atOnce] = await store.show(before.choice.subject ?? '')
    expect(atOnce?.text).toMatch(/^sha256:/)
    expect(await store.show(subject ?? '')).toMatchObject([{ at, policy, text: atOnce?.text }])
    expect((await store.verify({ site })).faults).toEqual([])
    await store.close()
  })

  test('it starts while the database is away, serves, and records when it is back', async () => {
    await server.goAway()
    const process = start(declare('a.json', 'late.example'))
    const url = await process.url()
    expect((await fetch(url)).status).toBe(200)
    expect((await choose(url, 'accept')).choice.recorded).toBe(false)
    await server.comeBack()
    await eventually(async () => expect((await choose(url, 'accept')).choice.recorded).toBe(true))
  })
})
