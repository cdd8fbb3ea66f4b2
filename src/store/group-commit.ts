/** Receipts that are committed together at most. */
const AT_ONCE = 500

interface Waiting<In, Out> {
  readonly item: In
  readonly resolve: (value: Out) => void
  readonly reject: (reason: unknown) => void
}

/**
 * Commits one group after another; whoever comes while one is under way is in the next. So the more visitors there are at once,
 * the less each costs, and one alone does not wait for others. Other work on the same chains takes its turn between groups.
 */
export class GroupCommit<In, Out> {
  readonly #commit: (items: readonly In[]) => Promise<readonly Out[]>
  #waiting: Waiting<In, Out>[] = []
  #turn: Promise<unknown> = Promise.resolve()
  #scheduled = false

  constructor(commit: (items: readonly In[]) => Promise<readonly Out[]>) {
    this.#commit = commit
  }

  add(item: In): Promise<Out> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ item, resolve, reject })
      if (this.#scheduled) return
      this.#scheduled = true
      void this.between(() => this.#next())
    })
  }

  /** Runs when what is under way has ended, and nothing is committed until it has. */
  between<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(work)
    this.#turn = turn.catch(() => {})
    return turn
  }

  /** Resolves when nothing waits any more. */
  async end(): Promise<void> {
    do await this.between(async () => {})
    while (this.#scheduled)
  }

  async #next(): Promise<void> {
    const group = this.#waiting.splice(0, AT_ONCE)
    this.#scheduled = this.#waiting.length > 0
    if (this.#scheduled) void this.between(() => this.#next())
    try {
      const done = await this.#commit(group.map(({ item }) => item))
      group.forEach(({ resolve }, at) => void resolve(done[at] as Out))
    } catch (error) {
      for (const { reject } of group) reject(error)
    }
  }
}
