import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import pg from 'pg'
import { afterAll, beforeAll, describe } from 'vitest'
import { hasPostgres, type Postgres, startPostgres } from '../../test/support/postgres.ts'
import { receiptStoreContract } from '../../test/support/receipt-store-contract.ts'
import { openFolderStore, openPostgresStore } from './index.ts'

describe('in a folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'candor-receipts-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  receiptStoreContract({
    open: () => openFolderStore(folder),
    tamper: async statements => {
      const client = await PGlite.create(join(folder, 'pglite'))
      for (const statement of statements) await client.exec(statement)
      await client.close()
    },
    restores: true,
  })
})

describe.skipIf(!hasPostgres)('in PostgreSQL', () => {
  let server: Postgres
  beforeAll(async () => {
    server = await startPostgres()
  })
  afterAll(() => server?.stop())

  receiptStoreContract({
    open: () => openPostgresStore(server.url),
    tamper: async statements => {
      const client = new pg.Client(server.url)
      await client.connect()
      for (const statement of statements) await client.query(statement)
      await client.end()
    },
    restores: false,
  })
})
