import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { randomSite } from '../../../test/support/choices.ts'
import { eventually } from '../../../test/support/eventually.ts'
import { hasPostgres, type Postgres, startPostgres } from '../../../test/support/postgres.ts'
import { type PolicyVersion, type SharedPolicies, sharePolicies } from './shared-policies.ts'

const version = (name: string): PolicyVersion => ({ hash: `sha256:${name}`, declaration: `candor: 1 # ${name}` })

describe.skipIf(!hasPostgres)('policies of processes that share a database', () => {
  let server: Postgres
  let site = ''
  const open: SharedPolicies[] = []
  beforeAll(async () => {
    server = await startPostgres()
  })
  beforeEach(() => {
    site = randomSite()
  })
  afterEach(() => Promise.all(open.splice(0).map(one => one.close())))
  afterAll(() => server?.stop())

  function start(name: string, at = site) {
    const adopted: string[] = []
    const told: string[] = []
    const shared = sharePolicies(server.url, {
      site: at,
      first: version(name),
      adopt: ({ hash }) => adopted.push(hash.slice('sha256:'.length)),
      tell: change => told.push(change === 'back' ? 'back' : 'away'),
    })
    open.push(shared)
    return { shared, adopted, told }
  }

  async function ask<Row extends object>(text: string, values: readonly unknown[] = []): Promise<readonly Row[]> {
    const client = new pg.Client(server.url)
    await client.connect()
    const { rows } = await client.query<Row>(text, [...values]).finally(() => client.end())
    return rows
  }
  const known = (name: string, at = site) =>
    eventually(async () => {
      const rows = await ask<{ hash: string }>('select hash from candor.policy where site = $1', [at])
      expect(rows.map(({ hash }) => hash)).toContain(`sha256:${name}`)
    })

  const backends = async () =>
    (
      await ask<{ pid: number }>(
        `select pid from pg_stat_activity where datname is not null and pid <> pg_backend_pid()`,
      )
    ).map(({ pid }) => pid)

  test('what one publishes the others adopt, and nobody of another site', async () => {
    const [one, two, other] = [start('a'), start('a'), start('a', randomSite())]
    await known('a')
    one.shared.publish(version('b'))
    await eventually(() => expect(two.adopted).toEqual(['b']))
    two.shared.publish(version('a'))
    await eventually(() => expect(one.adopted).toEqual(['a']))
    expect(other.adopted).toEqual([])
  })

  test('who starts with a file never seen brings a new policy; who starts with an old one takes the newest', async () => {
    const one = start('a')
    await known('a')
    start('b')
    await eventually(() => expect(one.adopted).toEqual(['b']))
    const late = start('a')
    await eventually(() => expect(late.adopted).toEqual(['b']))
    expect(one.adopted).toEqual(['b'])
  })

  test('what is published while the connection is cut reaches the others when it is back', async () => {
    const [one, two] = [start('a'), start('a')]
    await known('a')
    await server.cutConnections()
    one.shared.publish(version('b'))
    await eventually(() => expect(two.adopted).toEqual(['b']))
    expect(two.told).toEqual(['away', 'back'])
    expect(one.adopted).toEqual([])
  })

  test('who alone is cut off gets what was published meanwhile', async () => {
    const one = start('a')
    await known('a')
    one.shared.publish(version('b'))
    await known('b')
    const others = await backends()
    const two = start('a')
    await eventually(() => expect(two.adopted).toEqual(['b']))
    const own = (await backends()).filter(pid => !others.includes(pid))
    await ask('select pg_terminate_backend(pid) from unnest($1::int[]) as pid', [own])
    await eventually(() => expect(two.told).toContain('away'))
    one.shared.publish(version('c'))
    await eventually(() => expect(two.adopted).toEqual(['b', 'c']))
    expect(two.told).toEqual(['away', 'back'])
    expect(one.told).toEqual([])
  })
})
