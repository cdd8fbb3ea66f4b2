import { hash as hashOf } from 'node:crypto'
import { canonicalJson } from '../compile/index.ts'
import type { PersonalPart, Receipt } from '../model/index.ts'

const sha256 = (text: string): string => `sha256:${hashOf('sha256', text, 'hex')}`

export const commitmentOf = ({ subject, decisions, salt }: PersonalPart): string =>
  sha256(canonicalJson({ decisions, salt, subject }))

/** Over all that stays; of the personal part, its commitment. The names stand in their order: so its JSON is canonical as it is. */
export function receiptHash(receipt: Omit<Receipt, 'hash' | 'personal'>): string {
  const { at, commitment, how, language, policy, previous, sequence, site, text, writer } = receipt
  return sha256(JSON.stringify({ at, commitment, how, language, policy, previous, sequence, site, text, writer }))
}

/** Whether a receipt is what it was when its hash was taken. An erased one has only its commitment left to hold. */
export const isIntact = (receipt: Receipt): boolean =>
  receiptHash(receipt) === receipt.hash &&
  (receipt.personal === null || commitmentOf(receipt.personal) === receipt.commitment)
