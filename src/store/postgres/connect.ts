import type { Client, ClientBase, ClientConfig, Pool } from 'pg'
import { StoreFailure } from '../store-failure.ts'

const CONNECT_WITHIN_MS = 5000

/** A server may be set to answer before it has written; a receipt must not. A stronger setting stays. */
const SYNCHRONOUS = `
  select set_config('synchronous_commit', 'on', false) where current_setting('synchronous_commit') = 'off'`

async function loadPg() {
  try {
    return (await import('pg')).default
  } catch (error) {
    throw new StoreFailure('driver-missing', 'pg', error)
  }
}

const configOf = (url: string): ClientConfig => ({
  connectionString: url,
  connectionTimeoutMillis: CONNECT_WITHIN_MS,
  keepAlive: true,
})

export async function waitForDisk(client: ClientBase): Promise<void> {
  await client.query(SYNCHRONOUS)
}

/** Connections that break are replaced, and fail whoever waits for an answer; unheard, the event would end the process. */
export async function createPool(url: string, connections: number): Promise<Pool> {
  const { Pool } = await loadPg()
  const pool = new Pool({ ...configOf(url), max: connections, onConnect: waitForDisk })
  pool.on('error', () => {})
  pool.on('connect', client => client.on('error', () => {}))
  return pool
}

export interface ClientOptions {
  /** How long an answer is waited for (milliseconds): a server that is there and says nothing must not keep all waiting. */
  readonly answerWithin: number
  /** Told when the connection is no more. */
  readonly ended: (client: Client) => void
}

/** A single connection, yet to be made. */
export async function createClient(url: string, { answerWithin, ended }: ClientOptions): Promise<Client> {
  const { Client } = await loadPg()
  const client = new Client({ ...configOf(url), query_timeout: answerWithin })
  client.on('error', () => {})
  client.on('end', () => ended(client))
  return client
}
