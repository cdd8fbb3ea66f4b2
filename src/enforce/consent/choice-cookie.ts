import { choiceCookieName, encodeChoice } from '../../codec/choice/index.ts'
import type { StandingChoice } from '../../model/index.ts'

/** A choice holds so long; then the visitor is asked anew. */
const YEAR_SECONDS = 365 * 24 * 60 * 60

/**
 * The visitor's choice as a `Set-Cookie` line. Set by the server, so that no browser cuts its life to a week, and out of
 * reach of scripts. What is written again later ends when it would have ended.
 */
export function choiceCookie(choice: StandingChoice, now: Date, secure: boolean): string {
  const age = Math.max(0, Math.floor((now.getTime() - Date.parse(choice.at)) / 1000))
  const attributes = [
    `${choiceCookieName(secure)}=${encodeChoice(choice)}`,
    `Max-Age=${Math.max(0, YEAR_SECONDS - age)}`,
    'Path=/',
    ...(secure ? ['Secure'] : []),
    'HttpOnly',
    'SameSite=Lax',
  ]
  return attributes.join('; ')
}
