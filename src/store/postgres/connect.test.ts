import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasPostgres, type Postgres, startPostgres } from '../../../test/support/postgres.ts'
import { createPool } from './connect.ts'

describe.skipIf(!hasPostgres)('connections to PostgreSQL (needs one)', () => {
  let server: Postgres
  beforeAll(async () => {
    server = await startPostgres()
  }, 60_000)
  afterAll(() => server?.stop())

  test('a network that breaks amid a question fails the question, not the process, and the next one is answered', async () => {
    const { port } = new URL(server.url)
    const sockets: Socket[] = []
    const way = createServer(socket => {
      const other = connect(Number(port), '127.0.0.1')
      for (const end of [socket, other]) end.on('error', () => {})
      sockets.push(socket, other)
      socket.pipe(other).pipe(socket)
    }).listen(0, '127.0.0.1')
    await once(way, 'listening')
    const through = new URL(server.url)
    through.port = String((way.address() as AddressInfo).port)
    const pool = await createPool(through.href, 1)

    const client = await pool.connect()
    await client.query('select 1')
    const answer = client.query('select pg_sleep(60)')
    // The question is on its way before the way is gone.
    setImmediate(() => sockets.forEach(socket => void socket.resetAndDestroy()))
    await expect(answer).rejects.toThrow()
    client.release(true)

    expect((await pool.query('select 2 as two')).rows).toEqual([{ two: 2 }])
    await pool.end()
    way.close()
  })
})
