import { createHash } from 'node:crypto'
import { canonicalJson } from '../compile/index.ts'
import type { PersonalPart, Receipt } from '../model/index.ts'

const sha256 = (value: unknown): string =>
  `sha256:${createHash('sha256').update(canonicalJson(value), 'utf8').digest('hex')}`

export const commitmentOf = ({ subject, decisions, salt }: PersonalPart): string => sha256({ subject, decisions, salt })

/** Over all that stays; of the personal part, its commitment. */
export const receiptHash = ({ personal: _, hash: __, ...lasting }: Omit<Receipt, 'hash'> & { hash?: string }): string =>
  sha256(lasting)

/** Whether a receipt is what it was when its hash was taken. An erased one has only its commitment left to hold. */
export const isIntact = (receipt: Receipt): boolean =>
  receiptHash(receipt) === receipt.hash &&
  (receipt.personal === null || commitmentOf(receipt.personal) === receipt.commitment)
