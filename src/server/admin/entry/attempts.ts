import type { AdminStore } from '../../../store/index.ts'

/** Wrong passwords that one address may send within the time (milliseconds). */
const MOST = 5
const WITHIN = 15 * 60_000
/** Those of all addresses together: who has many does not get further either. */
const MOST_OF_ALL = 100
/** Passwords that one process looks at, at the same time: each takes memory and a processor. */
const AT_ONCE = 2

/** Who has the lower half of an IPv6 address for themselves has all of them (RFC 4291, 2.5.4). */
const householdOf = (address: string): string =>
  address.includes(':') && !address.startsWith('::ffff:') ? address.split(':').slice(0, 4).join(':') : address

/** Who tries, and when. */
export interface Trier {
  readonly admin: AdminStore
  readonly address: string
  readonly now: Date
}

export type Tried =
  | { readonly outcome: 'right' | 'wrong' | 'busy' }
  /** Another try may be made after so many seconds. */
  | { readonly outcome: 'held'; readonly seconds: number }

/** Holds back who tries passwords. What was tried is counted where the receipts are: for all processes, and over a restart. */
export class Attempts {
  #underWay = 0

  /** Counts as wrong from the start, so that trying at once gains nothing. */
  async try(trier: Trier, isRight: () => Promise<boolean>): Promise<Tried> {
    if (this.#underWay >= AT_ONCE) return { outcome: 'busy' }
    this.#underWay++
    try {
      return await this.#tryNow(trier, isRight)
    } finally {
      this.#underWay--
    }
  }

  async #tryNow({ admin, address, now }: Trier, isRight: () => Promise<boolean>): Promise<Tried> {
    const household = householdOf(address)
    const limits = { since: new Date(now.getTime() - WITHIN), most: MOST, mostOfAll: MOST_OF_ALL }
    const first = await admin.countTry(household, now, limits)
    if (first !== null)
      return { outcome: 'held', seconds: Math.ceil((first.getTime() + WITHIN - now.getTime()) / 1000) }
    if (!(await isRight())) return { outcome: 'wrong' }
    await admin.forgetTries(household)
    return { outcome: 'right' }
  }
}
