import type { Policy } from '../../model/index.ts'
import type { Store } from '../../store/index.ts'
import type { Attempts } from './entry/attempts.ts'
import type { Session } from './entry/sessions.ts'
import type { SetUp } from './entry/set-up.ts'
import type { Frame } from './pages/frame.ts'

export interface AdminOptions {
  /** Rejects while the records cannot be reached. */
  readonly store: () => Promise<Store>
  readonly policy: () => Policy
  readonly setUp: SetUp
  /** Writes down what this process's door did, before it is shown. */
  readonly settle?: () => Promise<void>
  /** Where the pages stand. Default: `/admin`. */
  readonly base?: string
  readonly now?: () => Date
}

/** One request, with all that answering it takes. */
export interface Asking {
  readonly request: Request
  readonly path: string
  readonly remote: string
  readonly frame: Frame
  readonly store: Store
  readonly session: Session | null
  readonly now: Date
  readonly attempts: Attempts
  readonly options: AdminOptions
}

export interface LoggedIn extends Asking {
  readonly session: Session
}

export const goTo = (location: string, cookies: readonly string[] = []): Response =>
  new Response(null, {
    status: 303,
    headers: [
      ['Location', location],
      ['Cache-Control', 'no-store'],
      ...cookies.map((line): [string, string] => ['Set-Cookie', line]),
    ],
  })
