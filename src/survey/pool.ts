import { Worker } from 'node:worker_threads'
import type { SurveyFormat } from './read/index.ts'
import type { Summary } from './summary.ts'
import type { LineFormat } from './tally-input.ts'

/** A piece of work for a worker. */
export type Task =
  | { readonly kind: 'block'; readonly format: LineFormat; readonly block: Uint8Array }
  | { readonly kind: 'file'; readonly path: string; readonly format: SurveyFormat }
  | { readonly kind: 'finish' }

/** What a worker answers: ready for more, or all it counted. */
export type Answer =
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'summary'; readonly summary: Summary }

/** A worker with this much before it gets no more until it has done some: memory stays bounded. */
const QUEUE_LIMIT = 2

/** A block is garbage as soon as it is counted; a small nursery keeps ten of them from gathering. */
const LIMITS = { maxYoungGenerationSizeMb: 4, maxOldGenerationSizeMb: 128 } as const

class Hand {
  readonly worker: Worker
  waiting = 0
  constructor(worker: Worker) {
    this.worker = worker
  }
}

/** Workers that count in parallel; each with a tally of its own. */
export class Pool {
  readonly #hands: readonly Hand[]
  #wake: (() => void) | undefined
  #failure: Error | undefined
  readonly #summaries: Summary[] = []

  constructor(script: URL, size: number) {
    this.#hands = Array.from({ length: size }, () => new Hand(new Worker(script, { resourceLimits: LIMITS })))
    for (const hand of this.#hands) {
      hand.worker.on('message', (answer: Answer) => this.#hear(hand, answer))
      hand.worker.on('error', error => this.#fail(error))
    }
  }

  #hear(hand: Hand, answer: Answer): void {
    hand.waiting--
    if (answer.kind === 'failed') this.#fail(new Error(answer.message))
    if (answer.kind === 'summary') this.#summaries.push(answer.summary)
    this.#wake?.()
  }

  #fail(error: unknown): void {
    this.#failure ??= error instanceof Error ? error : new Error(String(error))
    this.#wake?.()
  }

  async #until(holds: () => boolean): Promise<void> {
    while (this.#failure === undefined && !holds()) {
      await new Promise<void>(resolve => {
        this.#wake = resolve
      })
    }
    if (this.#failure !== undefined) throw this.#failure
  }

  /** Gives the task to the least busy worker, as soon as one has room. */
  async run(task: Task): Promise<void> {
    await this.#until(() => this.#hands.some(hand => hand.waiting < QUEUE_LIMIT))
    const hand = this.#hands.reduce((least, other) => (other.waiting < least.waiting ? other : least))
    hand.waiting++
    // The block itself goes to the worker, not a copy of it.
    hand.worker.postMessage(task, task.kind === 'block' ? [task.block.buffer as ArrayBuffer] : [])
  }

  /** What all have counted, once all is done. The workers end. */
  async finish(): Promise<readonly Summary[]> {
    for (const hand of this.#hands) {
      hand.waiting++
      hand.worker.postMessage({ kind: 'finish' } satisfies Task)
    }
    await this.#until(() => this.#hands.every(hand => hand.waiting === 0))
    return this.#summaries
  }

  async close(): Promise<void> {
    await Promise.all(this.#hands.map(hand => hand.worker.terminate()))
  }
}
