import type { StandingChoice } from '../../model/index.ts'

/** The visitor's cookie. The prefix lets browsers take it only from this host itself, encrypted: nobody can plant one. */
export const CHOICE_COOKIE = '__Host-candor'

/** The same where nothing is encrypted: browsers take no `__Host-` cookie there. */
export const PLAIN_CHOICE_COOKIE = 'candor'

export const LETTERS = { granted: 'g', refused: 'r' } as const

export const VERSION = '1'
export const NOBODY = '-'

/**
 * A choice as the value of a cookie, cookie-octets only (RFC 6265, 4.1.1), readable in a browser's own list of cookies:
 * `1/SUBJECT/2026-11-22T12:00:00.000Z/button/bg/recorded/statistics=g1a2b3c4d&ads=r5e6f7a8b`. First what is different for
 * each visitor, then what many have in common.
 */
export function encodeChoice({ subject, at, how, language, recorded, decisions }: StandingChoice): string {
  const decided = Object.entries(decisions).map(
    ([practice, { decision, digest }]) => `${practice}=${LETTERS[decision]}${digest}`,
  )
  const common = [how, language, recorded ? 'recorded' : 'unrecorded', decided.join('&')]
  return [VERSION, subject ?? NOBODY, at, ...common].join('/')
}
