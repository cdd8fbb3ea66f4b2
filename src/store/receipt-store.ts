import type { ChoiceMeans, Decision, Receipt, VisitorChoice } from '../model/index.ts'
import type { ChainHead, ReceiptFault } from './chain-check.ts'

/** Where receipts are kept. Failures are `StoreFailure`s. */
export interface ReceiptStore {
  /** Resolves when the receipt is committed, never before. One that failed may have been kept all the same. */
  append(choice: VisitorChoice): Promise<Receipt>
  /** Walks every chain. */
  verify(options?: VerifyOptions): Promise<Verification>
  /** Chain after chain, each in its order. */
  export(options?: ExportOptions): AsyncIterable<Receipt>
  /** All of one person, the oldest first. */
  show(subject: string): Promise<readonly Receipt[]>
  /** Removes the person from their receipts, which stay in their chains; tells how many there were. */
  erase(subject: string): Promise<number>
  /** Removes the beginning of each chain, up to the first receipt that is not older; tells how many went. */
  prune(before: string, options?: SiteOption): Promise<number>
  stats(options?: SiteOption): Promise<ReceiptStats>
  /** Day by day (UTC), the oldest first; days without a choice are left out. */
  history(options?: ExportOptions): Promise<readonly ReceiptDay[]>
  close(): Promise<void>
}

export interface SiteOption {
  /** Only this site's; all by default. */
  readonly site?: string
}

export interface VerifyOptions extends SiteOption {
  /** The heads of an earlier verification, kept elsewhere: what stood then must stand now. */
  readonly heads?: readonly ChainHead[]
}

export interface ExportOptions extends SiteOption {
  /** From this time on (RFC 3339). */
  readonly since?: string
  /** Before this time. */
  readonly until?: string
}

export interface Verification {
  readonly receipts: number
  readonly erased: number
  readonly faults: readonly ReceiptFault[]
  /** Where each chain ends: kept elsewhere, they show even a chain that was rewritten whole. */
  readonly heads: readonly ChainHead[]
}

export interface ReceiptDay {
  /** `2026-11-22`. */
  readonly day: string
  readonly receipts: number
  readonly practices: ReceiptStats['practices']
}

export interface ReceiptStats {
  readonly receipts: number
  readonly erased: number
  readonly subjects: number
  readonly first: string | null
  readonly last: string | null
  readonly sites: Readonly<Record<string, number>>
  readonly how: Readonly<Partial<Record<ChoiceMeans, number>>>
  /** By `2026-11`. */
  readonly months: Readonly<Record<string, number>>
  /** By the id of the practice; erased receipts no longer tell. */
  readonly practices: Readonly<Record<string, Readonly<Record<Decision, number>>>>
}
