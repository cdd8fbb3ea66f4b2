import type { Receipt } from '../../model/index.ts'

/** How long a receipt may stand in the journal alone (milliseconds), and how many may: what is applied together costs less each. */
const APPLY_AFTER = 50
const APPLY_AT = 250
/** How long a database that failed is left alone (milliseconds). */
const TRY_AGAIN_AFTER = 1000
/** More than this waits for the database, so that memory is bounded however fast the journal is. */
const MOST_BEHIND = 2000

/**
 * Brings into the database what is already safe in the journal, a little later and many at a time. What fails stays first in the
 * row and is tried again: receipts come in the journal's order, with no gap.
 */
export class ApplyBehind {
  readonly #insert: (receipts: readonly Receipt[], again: boolean) => Promise<void>
  #behind: Receipt[] = []
  #failed = false
  #applying: Promise<void> | null = null
  #timer: NodeJS.Timeout | undefined

  constructor(insert: (receipts: readonly Receipt[], again: boolean) => Promise<void>) {
    this.#insert = insert
  }

  /** Rejects, and takes nothing, where the database is too far behind and fails: the journal alone has them then. */
  async add(receipts: readonly Receipt[]): Promise<void> {
    if (this.#behind.length >= MOST_BEHIND) await this.settle()
    this.#behind.push(...receipts)
    if (this.#behind.length >= APPLY_AT && !this.#failed) void this.#apply().catch(() => {})
    else this.#schedule()
  }

  /** Resolves when the database has all that was added before; rejects with what stands in the way. */
  async settle(): Promise<void> {
    while (this.#behind.length > 0) await this.#apply()
  }

  #schedule(): void {
    const after = this.#failed ? TRY_AGAIN_AFTER : APPLY_AFTER
    this.#timer ??= setTimeout(() => void this.#apply().catch(() => {}), after)
  }

  #apply(): Promise<void> {
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#applying ??= this.#applyNow().finally(() => {
      this.#applying = null
      if (this.#behind.length > 0) this.#schedule()
    })
    return this.#applying
  }

  async #applyNow(): Promise<void> {
    const batch = this.#behind.slice(0, MOST_BEHIND)
    try {
      await this.#insert(batch, this.#failed)
      this.#failed = false
      this.#behind.splice(0, batch.length)
    } catch (error) {
      // Whether it was committed is not known: some may be there already.
      this.#failed = true
      throw error
    }
  }
}
