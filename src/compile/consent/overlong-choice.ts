import { encodeChoice, LONGEST_CHOICE } from '../../codec/choice/index.ts'
import { CHOICE_MEANS, type ConsentTerm, type Issue, issue, type StandingChoice } from '../../model/index.ts'

/** As long as the name is under which receipts are kept. */
const SUBJECT = 'x'.repeat(22)

const longest = (words: readonly string[]): string =>
  words.reduce((one, other) => (other.length > one.length ? other : one), '')

/** The choice that takes most space: what leaves no choice today may have been decided on when it left one. */
const largestChoice = (terms: readonly ConsentTerm[], languages: readonly string[]): StandingChoice => ({
  subject: SUBJECT,
  at: '2026-11-22T12:00:00.000Z',
  how: CHOICE_MEANS.reduce((one, other) => (other.length > one.length ? other : one)),
  language: longest(languages),
  recorded: false,
  decisions: Object.fromEntries(terms.map(({ practice, digest }) => [practice, { decision: 'refused', digest }])),
})

/** A visitor's choice that browsers would not keep: they would be asked on every page, whatever they said. */
export function overlongChoice(terms: readonly ConsentTerm[], languages: readonly string[]): readonly Issue[] {
  if (terms.every(({ needs, signal }) => needs === 'nothing' && !signal)) return []
  const bytes = encodeChoice(largestChoice(terms, languages)).length
  return bytes <= LONGEST_CHOICE
    ? []
    : [issue('choice-too-long', { count: terms.length, bytes, most: LONGEST_CHOICE }, { path: ['practices'] })]
}
