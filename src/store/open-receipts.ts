import { openFolderStore } from './pglite/open-folder.ts'
import { openPostgresStore } from './postgres/open-postgres.ts'
import type { ReceiptStore } from './receipt-store.ts'

export interface ReceiptPlace {
  /** A PostgreSQL database; where it is given, the folder is left alone. */
  readonly url?: string | undefined
  readonly folder: string
  /** Make it if there is none. Default: true. */
  readonly create?: boolean
}

export const openReceipts = ({ url, folder, ...options }: ReceiptPlace): Promise<ReceiptStore> =>
  url ? openPostgresStore(url, options) : openFolderStore(folder, options)
