export type { AdminStore, TokenKind, TokenSpan, TryLimits } from './admin/admin-store.ts'
export type { DoorCounts, DoorTally } from './admin/door-counts.ts'
export { type ChainHead, FAULT_KINDS, type FaultKind, type ReceiptFault } from './chain-check.ts'
export { openReceipts, type ReceiptPlace } from './open-receipts.ts'
export { type FolderOptions, openFolderStore } from './pglite/open-folder.ts'
export { openPostgresStore, type PostgresOptions } from './postgres/open-postgres.ts'
export {
  type PolicyVersion,
  type SharedPolicies,
  type SharedPolicyOptions,
  sharePolicies,
} from './postgres/shared-policies.ts'
export type {
  ExportOptions,
  ReceiptDay,
  ReceiptStats,
  ReceiptStore,
  SiteOption,
  Verification,
  VerifyOptions,
} from './receipt-store.ts'
export type { Store } from './store.ts'
export { STORE_FAILURES, StoreFailure, type StoreFailureCode } from './store-failure.ts'
