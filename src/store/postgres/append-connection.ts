import type { Client } from 'pg'
import type { Statement } from '../insert-receipts.ts'
import { createClient, waitForDisk } from './connect.ts'

const ANSWER_WITHIN_MS = 10_000

/**
 * Where receipts are appended, one group after another, and nothing else is done: so no visitor waits behind those who read, and
 * what was planned once stays planned. After a failure nobody knows what is still under way on it, so another takes its place.
 */
export class AppendConnection {
  readonly #url: string
  #client: Client | null = null

  constructor(url: string) {
    this.#url = url
  }

  async run(statement: Statement): Promise<void> {
    this.#client ??= await this.#connect()
    try {
      await this.#client.query(statement)
    } catch (error) {
      void this.close().catch(() => {})
      throw error
    }
  }

  async close(): Promise<void> {
    const client = this.#client
    this.#client = null
    await client?.end()
  }

  async #connect(): Promise<Client> {
    const client = await createClient(this.#url, {
      answerWithin: ANSWER_WITHIN_MS,
      ended: one => {
        if (one === this.#client) this.#client = null
      },
    })
    await client.connect()
    await waitForDisk(client)
    return client
  }
}
