import { type Classified, classify } from './classify.ts'
import { hashText } from './hash.ts'
import { Smallest } from './smallest.ts'

/** So many different header values are counted one by one; of more, an even sample of so many. */
const VALUE_LIMIT = 32_768

/** Values longer than this are counted, but not listed. */
const LISTED_LENGTH = 4096

interface Kept {
  readonly classified: Classified
  count: number
}

/** How often each header value came. */
export class Values {
  readonly #limit: number
  readonly #kept = new Map<string, Kept>()
  readonly #byHash = new Map<number, string>()
  readonly #smallest: Smallest
  #complete = true

  constructor(limit = VALUE_LIMIT) {
    this.#limit = limit
    this.#smallest = new Smallest(limit)
  }

  /** Counts the value and tells what it says; a value met before is not read again. */
  add(value: string): Classified {
    const known = this.#kept.get(value)
    if (known !== undefined) {
      known.count++
      return known.classified
    }
    const classified = classify(value)
    this.#offer(value, { classified, count: 1 })
    return classified
  }

  #offer(value: string, kept: Kept): void {
    if (value.length > LISTED_LENGTH) {
      this.#complete = false
      return
    }
    const hash = hashText(value)
    if (hash >= this.#smallest.bound || this.#byHash.has(hash)) {
      this.#complete = false
      return
    }
    // A slice would keep alive the megabyte it was cut from.
    const own = unsliced(value)
    const gone = this.#smallest.take(hash)
    if (gone !== undefined) this.#forget(gone)
    this.#kept.set(own, kept)
    this.#byHash.set(hash, own)
  }

  #forget(hash: number): void {
    this.#complete = false
    const value = this.#byHash.get(hash)
    this.#byHash.delete(hash)
    if (value !== undefined) this.#kept.delete(value)
  }

  /** Whether every different value is among the kept. */
  get complete(): boolean {
    return this.#complete
  }

  entries(): readonly (readonly [value: string, count: number])[] {
    return [...this.#kept].map(([value, { count }]) => [value, count] as const)
  }

  get limit(): number {
    return this.#limit
  }
}

const unsliced = (text: string): string => Buffer.from(text, 'utf16le').toString('utf16le')
