/** Wrong passwords that one address may send within the time (milliseconds). */
const MOST = 5
const WITHIN = 15 * 60_000
/** Those of all addresses together: who has many does not get further either. */
const MOST_OF_ALL = 100
/** Passwords that are looked at, at the same time: each takes memory and a processor. */
const AT_ONCE = 2
/** Addresses that are remembered. */
const MOST_ADDRESSES = 10_000

/** Who has the lower half of an IPv6 address for themselves has all of them (RFC 4291, 2.5.4). */
const householdOf = (address: string): string =>
  address.includes(':') && !address.startsWith('::ffff:') ? address.split(':').slice(0, 4).join(':') : address

/** Holds back who tries passwords. One for each process; times are milliseconds of one clock. */
export class Attempts {
  readonly #wrong = new Map<string, number[]>()
  #all: number[] = []
  #underWay = 0

  /** Seconds until the address may try again; 0: now. */
  wait(address: string, now: number): number {
    const recent = this.#recent(this.#wrong.get(householdOf(address)) ?? [], now)
    this.#all = this.#recent(this.#all, now)
    const [first] = recent.length >= MOST ? recent : this.#all.length >= MOST_OF_ALL ? this.#all : []
    return first === undefined ? 0 : Math.ceil((first + WITHIN - now) / 1000)
  }

  /** Runs it, unless too many run already: then null. Counts as wrong from the start, so that trying at once gains nothing. */
  async try(address: string, now: number, isRight: () => Promise<boolean>): Promise<boolean | null> {
    if (this.#underWay >= AT_ONCE) return null
    const household = householdOf(address)
    this.#remember(household, now)
    this.#underWay++
    try {
      const right = await isRight()
      if (right) this.#wrong.delete(household)
      return right
    } finally {
      this.#underWay--
    }
  }

  #remember(household: string, now: number): void {
    const recent = [...this.#recent(this.#wrong.get(household) ?? [], now), now]
    this.#wrong.delete(household)
    this.#wrong.set(household, recent)
    this.#all = [...this.#recent(this.#all, now), now]
    const [oldest] = this.#wrong.keys()
    if (this.#wrong.size > MOST_ADDRESSES && oldest !== undefined) this.#wrong.delete(oldest)
  }

  #recent(times: readonly number[], now: number): number[] {
    return times.filter(time => time > now - WITHIN)
  }
}
