import type { Generated } from 'kysely'
import type { VisitorChoice } from '../../model/index.ts'

/** The tables stand in a schema of their own, so that a database can be shared with other programs. */
export const SCHEMA = 'candor'

/** Drivers hand out 64-bit integers as text or as numbers. */
type BigInteger = number | string

export interface ReceiptTable {
  readonly site: string
  readonly writer: string
  readonly sequence: BigInteger
  readonly at: Date
  readonly policy: string
  readonly language: string
  readonly text: string | null
  readonly how: string
  readonly commitment: string
  readonly previous: string | null
  readonly hash: string
  subject: string | null
  decisions: VisitorChoice['decisions'] | null
  salt: string | null
}

export interface ChainTable {
  readonly site: string
  readonly writer: string
  readonly length: BigInteger
  readonly hash: string
  pruned: Generated<BigInteger>
  pruned_hash: string | null
}

export interface AdminTokenTable {
  readonly hash: string
  readonly kind: string
  readonly began: Date | string
  expires: Date | string
}

export interface AdminTryTable {
  readonly household: string
  readonly at: Date | string
}

export interface DoorCountTable {
  readonly site: string
  /** The drivers read a `date` differently; it is written and asked for as text. */
  readonly day: string
  readonly action: string
  readonly cookie: string
  readonly practice: string
  readonly reason: string
  readonly mode: string
  count: BigInteger
}

export interface PolicyTable {
  readonly sequence: Generated<BigInteger>
  readonly site: string
  readonly hash: string
  readonly declaration: string
  readonly at: Generated<Date>
}

export interface ReceiptDatabase {
  'candor.admin_setting': { readonly name: string; value: string }
  'candor.admin_token': AdminTokenTable
  'candor.admin_try': AdminTryTable
  'candor.door_count': DoorCountTable
  'candor.policy': PolicyTable
  'candor.receipt': ReceiptTable
  'candor.chain': ChainTable
}
