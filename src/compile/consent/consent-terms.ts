import type { ConsentAspect, ConsentNeed, ConsentTerm, LocalText, Policy, Practice, Use } from '../../model/index.ts'
import type { PurposeId, RecipientId } from '../../vocabulary/index.ts'
import { digitsOf } from '../hash.ts'
import { marksOf } from './aspect-marks.ts'

export const DIGEST_DIGITS = 8

/** Who has the data for ends of their own. Those who deliver what was ordered do not. */
const OTHERS: readonly RecipientId[] = ['same', 'other-recipient', 'unrelated', 'public']
const MARKETING: readonly PurposeId[] = ['contact', 'telemarketing']

/** P3P 1.0, 5.6.4: what the data schema has no name for. */
const OWN_DATA = 'dynamic.miscdata'

const anyIs = (uses: readonly Use<string>[], ids: readonly string[]): boolean => uses.some(({ id }) => ids.includes(id))

/** What the site's words are in the first of its languages that has them: a translation changes nothing. */
const wordsIn =
  ({ languages }: Policy['site']) =>
  (text: LocalText | null): string | undefined =>
    languages.map(tag => text?.[tag]).find(words => words !== undefined)

/**
 * What a person would want to be asked about anew; neither its wording nor the order of its parts. Words matter only where
 * nothing but them says what is meant: another purpose, other data, and who the others are that get the data.
 */
function mattersOf(practice: Practice, words: ReturnType<typeof wordsIn>): Record<ConsentAspect, unknown> {
  const { data, purposes, recipients, retention, identifiable } = practice
  return {
    data: data
      .map(({ ref, categories, name }) => [ref, ...categories, ...(ref === OWN_DATA ? [words(name)] : [])].join(' '))
      .sort(),
    purposes: purposes.map(({ id, choice, text }) => ({
      id,
      choice,
      text: id === 'other-purpose' ? words(text) : undefined,
    })),
    recipients: recipients.map(({ id, choice, hosts, text }) => ({
      id,
      choice,
      hosts: [...hosts].sort(),
      text: id === 'ours' ? undefined : words(text),
    })),
    retention: { rule: retention.rule, period: retention.period },
    identifiable,
  }
}

function needOf({ basis, purposes, recipients }: Practice): ConsentNeed {
  const choices = [...purposes, ...recipients].map(({ choice }) => choice)
  if (basis === 'consent' || choices.includes('opt-in')) return 'consent'
  return choices.includes('opt-out') ? 'objection' : 'nothing'
}

/**
 * Global Privacy Control, section 2: "a do-not-sell-or-share preference". Handing data to others only to do what the
 * visitor is there for is neither.
 */
const fallsUnderSignal = ({ purposes, recipients }: Practice): boolean =>
  anyIs(purposes, MARKETING) || (anyIs(recipients, OTHERS) && purposes.some(({ id }) => id !== 'current'))

/** Whether there is anything in it that a visitor's word or signal decides. */
export const leavesChoice = (practice: Practice): boolean =>
  needOf(practice) !== 'nothing' || fallsUnderSignal(practice)

/** The practices of a policy as a visitor decides on them, in its order. */
export function consentTerms({ practices, site }: Pick<Policy, 'practices' | 'site'>): readonly ConsentTerm[] {
  const words = wordsIn(site)
  return practices.map(practice => {
    const matters = mattersOf(practice, words)
    return {
      practice: practice.id,
      digest: digitsOf(matters, DIGEST_DIGITS),
      marks: marksOf(matters),
      needs: needOf(practice),
      signal: fallsUnderSignal(practice),
    }
  })
}

/**
 * Whether something kept on the device serves only uses that leave no choice, though its practice has others: a cart's
 * cookie in a practice of orders and newsletters. It needs nobody's consent then.
 */
export function keptWithoutChoice({ basis, purposes }: Practice, uses: readonly PurposeId[] | null): boolean {
  if (basis === 'consent' || uses === null || uses.length === 0) return false
  const given = purposes.filter(({ id, choice }) => choice === 'always' && !MARKETING.includes(id)).map(({ id }) => id)
  return uses.every(use => given.includes(use))
}
