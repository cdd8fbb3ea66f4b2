import type { Store } from '../../../store/index.ts'
import { newSetUpCode } from './sessions.ts'

/** Whoever opens the page may ask for a code to be told; so often it is (milliseconds). */
const TOLD_EVERY = 60 * 60_000

export interface SetUpOptions {
  /** Told the path, with its code, under which the password is set: for who started the program, and nobody else. */
  readonly tell: (path: string) => void
  readonly base?: string
  readonly now?: () => Date
}

/** Tells how to set the password, where there is none yet. */
export type SetUp = (store: Store) => Promise<void>

export function createSetUp({ tell, base = '/admin', now = () => new Date() }: SetUpOptions): SetUp {
  let told = Number.NEGATIVE_INFINITY
  return async ({ admin }) => {
    const time = now()
    if (time.getTime() - told < TOLD_EVERY || (await admin.password()) !== null) return
    told = time.getTime()
    tell(`${base}/set-up?code=${await newSetUpCode(admin, time)}`)
  }
}
