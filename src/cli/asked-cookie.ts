import type { BrowserAgent, BrowserVerdict } from '../judge/cookies/index.ts'
import type { CookieCase, CookieRepair } from '../model/index.ts'

/** A cookie line and where it is set, before the browsers. */
export interface AskedCookie {
  readonly asked: Omit<CookieCase, 'agent' | 'id'>
  readonly verdicts: readonly (readonly [BrowserAgent, BrowserVerdict])[]
  /** Whether all of them do with it what such a cookie is set for. */
  readonly fine: boolean
  readonly repairs: readonly CookieRepair[]
}
