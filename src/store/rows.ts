import type { Selectable } from 'kysely'
import type { ChoiceMeans, PersonalPart, Receipt } from '../model/index.ts'
import type { Chain } from './chain-check.ts'
import type { ChainTable, ReceiptTable } from './schema/database.ts'

/** A time that is none must not stop the one who looks for what was changed. */
const instant = (at: unknown): string =>
  at instanceof Date && !Number.isNaN(at.getTime()) ? at.toISOString() : String(at)

/** Emptied altogether it is erased; emptied in part it is kept as it is, and will not fit its commitment. */
function personalOf({ subject, decisions, salt }: Selectable<ReceiptTable>): PersonalPart | null {
  return subject === null && decisions === null && salt === null ? null : ({ subject, decisions, salt } as PersonalPart)
}

export function receiptOf(row: Selectable<ReceiptTable>): Receipt {
  const { site, writer, policy, language, text, commitment, previous, hash } = row
  return {
    site,
    writer,
    sequence: Number(row.sequence),
    at: instant(row.at),
    policy,
    language,
    text,
    how: row.how as ChoiceMeans,
    personal: personalOf(row),
    commitment,
    previous,
    hash,
  }
}

export const chainOf = ({ site, writer, length, hash, pruned, pruned_hash }: Selectable<ChainTable>): Chain => ({
  site,
  writer,
  length: Number(length),
  hash,
  pruned: Number(pruned),
  prunedHash: pruned_hash,
})
