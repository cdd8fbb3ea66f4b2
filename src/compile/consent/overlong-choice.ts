import { encodeChoice, LONGEST_CHOICE } from '../../codec/choice/index.ts'
import { CHOICE_MEANS, type Issue, issue, type Policy, type StandingChoice } from '../../model/index.ts'
import { DIGEST_DIGITS, leavesChoice } from './consent-terms.ts'

/** As long as the name is under which receipts are kept. */
const SUBJECT = 'x'.repeat(22)
/** As long as any other; which one it would be makes no difference here. */
const DIGEST = '0'.repeat(DIGEST_DIGITS)
const HASH = `sha256:${'0'.repeat(64)}`

const longest = (words: readonly string[]): string =>
  words.reduce((one, other) => (other.length > one.length ? other : one), '')

/** The choice that takes most space: what leaves no choice today may have been decided on when it left one. */
const largestChoice = (practices: Policy['practices'], languages: readonly string[]): StandingChoice => ({
  subject: SUBJECT,
  at: '2026-11-22T12:00:00.000Z',
  how: CHOICE_MEANS.reduce((one, other) => (other.length > one.length ? other : one)),
  language: longest(languages),
  recorded: false,
  shown: { policy: HASH, text: HASH },
  decisions: Object.fromEntries(practices.map(({ id }) => [id, { decision: 'refused', digest: DIGEST }])),
})

/** A visitor's choice that browsers would not keep: they would be asked on every page, whatever they said. */
export function overlongChoice({ practices, site }: Pick<Policy, 'practices' | 'site'>): readonly Issue[] {
  if (!practices.some(leavesChoice)) return []
  const bytes = encodeChoice(largestChoice(practices, site.languages)).length
  return bytes <= LONGEST_CHOICE
    ? []
    : [issue('choice-too-long', { count: practices.length, bytes, most: LONGEST_CHOICE }, { path: ['practices'] })]
}
