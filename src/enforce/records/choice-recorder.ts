import type { VisitorChoice } from '../../model/index.ts'
import type { Store } from '../../store/index.ts'

/** Keeps the record of visitors' choices. */
export interface ChoiceRecorder {
  /**
   * True: the receipt is committed. False, soon: it is not known to be, and the visitor counts as not having consented until a
   * later try succeeds. Never rejects.
   */
  record(choice: VisitorChoice): Promise<boolean>
  close(): Promise<void>
}

export interface RecorderOptions {
  /** Opens the store: when the first choice comes, and again after it could not be opened. */
  readonly open: () => Promise<Store>
  /** The host of the policy that is in force. What a request calls the site is whatever its sender likes. */
  readonly site: () => string
  /** How long a visitor waits at most (milliseconds). Default: 3000, in which a folder's database is opened. */
  readonly within?: number
  /** How long a store that failed is left alone (milliseconds). Default: 1000. */
  readonly againAfter?: number
  /** Told when the store goes away, with the reason, and when it is back. */
  readonly tell?: (change: { readonly away: unknown } | 'back') => void
}

const LATE = Symbol('late')

/** The work's outcome, or `LATE`; the work goes on. */
async function atMost<T>(milliseconds: number, work: Promise<T>): Promise<T | typeof LATE> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<typeof LATE>(resolve => {
    timer = setTimeout(() => resolve(LATE), milliseconds)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}

/** What is wrong with one choice says nothing of the store. By its code: the class would bring the database along. */
const isOfChoice = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'choice-malformed'

/**
 * Records while the store is there. Once it failed everybody hears so at once; after a while one choice alone is tried, so that a
 * store that comes back is not met by all who waited. It is opened by the first choice, or by who asks for it.
 */
export class StoreRecorder implements ChoiceRecorder {
  readonly #options: RecorderOptions
  #opening: Promise<Store> | null = null
  /** Since when the store is away; null: as far as is known it is there. */
  #awaySince: number | null = null
  #trying = false

  constructor(options: RecorderOptions) {
    this.#options = options
  }

  /** The store itself, opened now if it is not. */
  store(): Promise<Store> {
    this.#opening ??= this.#options.open().catch(error => {
      this.#opening = null
      throw error
    })
    return this.#opening
  }

  /** The store if it is open, or is being opened; null: nobody has needed it yet. */
  get opened(): Promise<Store> | null {
    return this.#opening
  }

  async record(choice: VisitorChoice): Promise<boolean> {
    const { within = 3000, againAfter = 1000 } = this.#options
    const trial = this.#awaySince !== null
    if (this.#awaySince !== null && (this.#trying || performance.now() - this.#awaySince < againAfter)) return false
    if (trial) this.#trying = true
    try {
      const done = await atMost(within, this.#append(choice))
      if (done === LATE) this.#went(new Error(`no answer within ${within} ms`))
      return done === true
    } catch (error) {
      if (!isOfChoice(error)) this.#went(error)
      return false
    } finally {
      if (trial) this.#trying = false
    }
  }

  async close(): Promise<void> {
    const opened = await this.#opening?.catch(() => null)
    await opened?.close()
  }

  async #append(choice: VisitorChoice): Promise<true> {
    const store = await this.store()
    await store.append({ ...choice, site: this.#options.site() })
    if (this.#awaySince !== null) this.#options.tell?.('back')
    this.#awaySince = null
    return true
  }

  #went(error: unknown): void {
    if (this.#awaySince === null) this.#options.tell?.({ away: error })
    this.#awaySince = performance.now()
  }
}

export const createRecorder = (options: RecorderOptions): StoreRecorder => new StoreRecorder(options)
