import { setTimeout as pause } from 'node:timers/promises'

/** Lets pages be asked for one after the other with a least time between them, whoever asks. */
export class Pace {
  #milliseconds: number
  #next = 0

  constructor(milliseconds: number) {
    this.#milliseconds = milliseconds
  }

  slowTo(milliseconds: number): void {
    this.#milliseconds = Math.max(this.#milliseconds, milliseconds)
  }

  async turn(stop: AbortSignal | undefined): Promise<void> {
    const now = Date.now()
    const mine = Math.max(now, this.#next)
    this.#next = mine + this.#milliseconds
    // Whoever is stopped meanwhile goes on at once, and sees it.
    if (mine > now) await pause(mine - now, undefined, stop === undefined ? {} : { signal: stop }).catch(() => {})
  }
}
