import { HASH_RANGE, hashText } from './hash.ts'
import { Smallest } from './smallest.ts'

/** So many sites are told apart exactly; of more, an even sample of so many stands for all. */
export const SITE_LIMIT = 262_144

/** Which sites there are and what was found at each: flags, ORed over all its answers. */
export class Sites {
  readonly #limit: number
  readonly #flags = new Map<number, number>()
  readonly #smallest: Smallest
  #complete = true

  constructor(limit = SITE_LIMIT) {
    this.#limit = limit
    this.#smallest = new Smallest(limit)
  }

  add(site: string, flags: number): void {
    this.addHash(hashText(site), flags)
  }

  addHash(hash: number, flags: number): void {
    const before = this.#flags.get(hash)
    if (before !== undefined) {
      if ((before | flags) !== before) this.#flags.set(hash, before | flags)
      return
    }
    if (hash >= this.#smallest.bound) {
      this.#complete = false
      return
    }
    const gone = this.#smallest.take(hash)
    if (gone !== undefined) {
      this.#complete = false
      this.#flags.delete(gone)
    }
    this.#flags.set(hash, flags)
  }

  get complete(): boolean {
    return this.#complete
  }

  /** By hash, smallest first. */
  entries(): readonly (readonly [hash: number, flags: number])[] {
    return [...this.#flags].sort(([a], [b]) => a - b)
  }

  get limit(): number {
    return this.#limit
  }
}

/**
 * How many different hashes there are in all, told from the `kept` smallest and the greatest of them (the estimator of
 * k minimum values): evenly spread, the greatest of k out of n lies about k/n of the way. Off by about 1/√k.
 */
export const estimateDistinct = (kept: number, greatest: number): number => ((kept - 1) * HASH_RANGE) / greatest
