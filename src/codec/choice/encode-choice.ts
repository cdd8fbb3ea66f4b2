import type { StandingChoice, StandingDecision } from '../../model/index.ts'
import { encodeShown } from './shown.ts'

export const LETTERS = { granted: 'g', refused: 'r' } as const

export const VERSION = '1'
export const RECORDED = 'recorded'
export const NOBODY = '-'

/**
 * RFC 6265bis, 5.7: browsers keep no name and value of more than 4096 octets together; some count the attributes too.
 */
export const LONGEST_CHOICE = 4000

function encodeWith(choice: StandingChoice, marksOf: (decision: StandingDecision) => string): string {
  const { subject, at, how, language, decisions } = choice
  const decided = Object.entries(decisions).map(
    ([practice, made]) => `${practice}=${LETTERS[made.decision]}${made.digest}${marksOf(made)}`,
  )
  const common = [how, language, choice.recorded ? RECORDED : encodeShown(choice.shown), decided.join('&')]
  return [VERSION, subject ?? NOBODY, at, ...common].join('/')
}

/**
 * A choice as the value of a cookie, cookie-octets only (RFC 6265, 4.1.1), readable in a browser's own list of cookies:
 * `1/SUBJECT/2026-11-22T12:00:00.000Z/button/bg/recorded/statistics=g1a2b3c4dqlPt0x-_Ab&ads=r5e6f7a8b`. First what is
 * different for each visitor, then what many have in common; `unrecorded.POLICY.TEXT` in the place of `recorded` has the
 * hashes of what was shown. Where it would be too long the marks of the aspects are left out: the digests alone tell
 * whether a practice has changed.
 */
export function encodeChoice(choice: StandingChoice): string {
  const whole = encodeWith(choice, ({ marks = '' }) => marks)
  return whole.length > LONGEST_CHOICE ? encodeWith(choice, () => '') : whole
}
