import type { CookieSetting } from '../../model/index.ts'
import { addressOf } from './address.ts'
import type { BrowserVerdict } from './judge-case.ts'
import type { StandardQuestion } from './standard-questions.ts'

/** No browser that has a limit keeps cookies longer. */
const LONGEST_DAYS = 400

/** What a cookie is to do. */
export interface CookieWish {
  /** Go along with its own pages and the links to them; or with what is embedded again where it was set. */
  readonly context: 'first-party' | 'embedded'
  /** Live that long. */
  readonly lifetimeDays?: number
}

const WANTED: Readonly<Record<CookieWish['context'], readonly StandardQuestion[]>> = {
  'first-party': ['own', 'link'],
  embedded: ['embedded-again'],
}

/** What a cookie that is set so is for: to be used there, and to live as long as the most generous browser lets it. */
export function wishFor(
  { url, top }: Pick<CookieSetting, 'url' | 'top'>,
  verdicts: readonly BrowserVerdict[],
): CookieWish {
  const context = addressOf(url)?.domain === addressOf(top)?.domain ? 'first-party' : 'embedded'
  const lives = verdicts.map(({ expires }) => expires).filter(expires => typeof expires === 'number')
  return lives.length === 0 ? { context } : { context, lifetimeDays: Math.min(LONGEST_DAYS, Math.max(...lives)) }
}

/** Whether a browser that was asked the standard questions does what is wanted. */
export function doesAsWished(verdict: BrowserVerdict | undefined, { context, lifetimeDays }: CookieWish): boolean {
  if (verdict === undefined) return false
  const { stored, expires, sent } = verdict
  if (stored !== true || WANTED[context].some(question => sent[question] !== true)) return false
  if (lifetimeDays === undefined) return true
  return typeof expires === 'number' && expires >= Math.min(lifetimeDays, LONGEST_DAYS)
}
