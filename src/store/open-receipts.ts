import { openFolderStore } from './pglite/open-folder.ts'
import { openPostgresStore } from './postgres/open-postgres.ts'
import type { Store } from './store.ts'

export interface ReceiptPlace {
  /** A PostgreSQL database; where it is given, the folder is left alone. */
  readonly url?: string | undefined
  readonly folder: string
  /** Make it if there is none. Default: true. */
  readonly create?: boolean
}

export const openReceipts = ({ url, folder, ...options }: ReceiptPlace): Promise<Store> =>
  url ? openPostgresStore(url, options) : openFolderStore(folder, options)
