import type { Receipt } from '../model/index.ts'
import { isIntact } from './seal.ts'

/** Where a chain ends. */
export interface ChainHead {
  readonly site: string
  readonly writer: string
  readonly length: number
  readonly hash: string | null
}

/** A chain as its head is on record. */
export interface Chain extends ChainHead {
  /** How many receipts were pruned from its beginning, and the hash of the last of them. */
  readonly pruned: number
  readonly prunedHash: string | null
}

export const FAULT_KINDS = ['changed', 'missing', 'inserted', 'misplaced', 'end-differs', 'rewritten'] as const

/**
 * changed: its contents are not those that were hashed. missing: not there. inserted: no place for it in any chain.
 * misplaced: does not follow the one before it. end-differs: the chain does not end in what its head says.
 * rewritten: not what stood there at an earlier verification.
 */
export type FaultKind = (typeof FAULT_KINDS)[number]

export interface ReceiptFault {
  readonly kind: FaultKind
  readonly site: string
  readonly writer: string
  readonly sequence: number
  /** The last of several in a row. */
  readonly through: number
}

/** Follows one chain from its beginning to its end; receipts are taken in the order of their sequence. */
export class ChainCheck {
  readonly faults: ReceiptFault[] = []
  readonly #chain: Chain
  readonly #earlier: ChainHead | undefined
  #next: number
  /** The hash that the next receipt must name; undefined where a fault just told leaves it unknown. */
  #previous: string | null | undefined

  constructor(chain: Chain, earlier?: ChainHead) {
    this.#chain = chain
    this.#earlier = earlier
    this.#next = chain.pruned + 1
    this.#previous = chain.prunedHash
  }

  take(receipt: Receipt): void {
    const { sequence } = receipt
    if (sequence < this.#next) return this.#tell('inserted', sequence)
    if (sequence > this.#next) {
      this.#tell('missing', this.#next, sequence - 1)
      this.#previous = undefined
    }
    const intact = isIntact(receipt)
    if (!intact) this.#tell('changed', sequence)
    else if (this.#previous !== undefined && receipt.previous !== this.#previous) this.#tell('misplaced', sequence)
    if (sequence === this.#earlier?.length && receipt.hash !== this.#earlier.hash) this.#tell('rewritten', sequence)
    this.#previous = intact ? receipt.hash : undefined
    this.#next = sequence + 1
  }

  end(): readonly ReceiptFault[] {
    const { length, hash } = this.#chain
    if (this.#next <= length) this.#tell('missing', this.#next, length)
    else if (this.#previous !== undefined && this.#previous !== hash) this.#tell('end-differs', length)
    if (this.#earlier !== undefined && this.#earlier.length > length)
      this.#tell('missing', length + 1, this.#earlier.length)
    return this.faults
  }

  #tell(kind: FaultKind, sequence: number, through = sequence): void {
    const { site, writer } = this.#chain
    this.faults.push({ kind, site, writer, sequence, through })
  }
}
