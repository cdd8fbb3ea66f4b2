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
  readonly text: string
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

export interface ReceiptDatabase {
  'candor.receipt': ReceiptTable
  'candor.chain': ChainTable
}
