import {
  BROWSER_IDS,
  type BrowserVerdict,
  doesAsWished,
  judgeEverywhere,
  repairCookie,
  standardQuestions,
  wishFor,
} from '../../../../judge/cookies/index.ts'
import type { CookieQuestion, CookieRepair, CookieSetting } from '../../../../model/index.ts'

/** What a browser answers. */
export interface Answer {
  readonly id: string
  readonly verdict: BrowserVerdict
}

export interface Answers {
  readonly ask: readonly CookieQuestion[]
  readonly all: readonly Answer[]
  /** How many browsers keep the cookie, refuse it, or cannot be known. */
  readonly counts: { readonly kept: number; readonly refused: number; readonly unknown: number }
  /** Whether all of them do what such a cookie is set for. */
  readonly fine: boolean
  /** A search over many lines: worth waiting for until nobody types. */
  readonly repairs: () => readonly CookieRepair[]
}

/** What every browser does with a cookie. */
export function askBrowsers(cookie: string, set: CookieSetting, now: string): Answers {
  const ask = standardQuestions(set)
  const verdicts = judgeEverywhere({ id: '', now, set, cookie, ask })
  const count = (stored: boolean | null) => verdicts.filter(verdict => verdict.stored === stored).length
  const wish = wishFor(set, verdicts)
  return {
    ask,
    all: verdicts.map((verdict, at) => ({ id: BROWSER_IDS[at] ?? '', verdict })),
    counts: { kept: count(true), refused: count(false), unknown: count(null) },
    fine: verdicts.every(verdict => doesAsWished(verdict, wish)),
    repairs: () => repairCookie({ cookie, now, set }, wish),
  }
}
