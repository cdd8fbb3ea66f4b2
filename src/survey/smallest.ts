/**
 * Keeps the `limit` smallest numbers of all it is offered, each once, as a heap with the greatest on top.
 *
 * This is what makes surveys add up: which texts are kept depends on their hashes alone, not on the order or the machine
 * they came to. A text among the smallest of all was among the smallest of every part, so nothing of its count is lost.
 */
export class Smallest {
  readonly #heap: Float64Array
  #size = 0

  constructor(limit: number) {
    this.#heap = new Float64Array(limit)
  }

  get full(): boolean {
    return this.#size === this.#heap.length
  }

  /** The greatest kept; infinity while there is room. */
  get bound(): number {
    return this.full ? (this.#heap[0] ?? 0) : Number.POSITIVE_INFINITY
  }

  /** Takes a number that is not kept and is below the bound; returns the one that had to go for it, if any. */
  take(value: number): number | undefined {
    if (this.full) {
      const gone = this.#heap[0]
      this.#sink(value)
      return gone
    }
    this.#rise(this.#size++, value)
    return undefined
  }

  #rise(from: number, value: number): void {
    const heap = this.#heap
    let at = from
    while (at > 0) {
      const parent = (at - 1) >> 1
      const above = heap[parent] ?? 0
      if (above >= value) break
      heap[at] = above
      at = parent
    }
    heap[at] = value
  }

  #sink(value: number): void {
    const heap = this.#heap
    let at = 0
    for (let child = 1; child < this.#size; child = 2 * at + 1) {
      const right = child + 1
      if (right < this.#size && (heap[right] ?? 0) > (heap[child] ?? 0)) child = right
      const below = heap[child] ?? 0
      if (below <= value) break
      heap[at] = below
      at = child
    }
    heap[at] = value
  }
}
