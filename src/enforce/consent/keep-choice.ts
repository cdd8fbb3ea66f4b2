import type { ConsentTerm, ShownTerms, StandingChoice, StandingDecision, VisitorChoice } from '../../model/index.ts'
import type { Asking } from './consent-options.ts'

const SUBJECT_BYTES = 16

/** A random name of 128 bits: nobody guesses another's. */
const SUBJECT = /^[A-Za-z0-9_-]{22}$/

function newSubject(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(SUBJECT_BYTES))
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}

/** What is proved: every no, and each yes to the practice as it is. A yes to what it was is none to this policy. */
const provable = (
  decisions: StandingChoice['decisions'],
  terms: readonly ConsentTerm[],
): VisitorChoice['decisions'] => {
  const digests = new Map(terms.map(({ practice, digest }) => [practice, digest]))
  const holds = ([practice, { decision, digest }]: readonly [string, StandingDecision]) =>
    decision === 'refused' || digests.get(practice) === digest
  return Object.fromEntries(
    Object.entries(decisions)
      .filter(holds)
      .map(([practice, { decision }]) => [practice, decision]),
  )
}

const subjectOf = (before: StandingChoice | null): string =>
  before?.subject && SUBJECT.test(before.subject) ? before.subject : newSubject()

export interface NewChoice extends Pick<StandingChoice, 'at' | 'how' | 'language' | 'decisions'> {
  readonly before: StandingChoice | null
  /** The host it was made at. */
  readonly site: string
  /** What it was made on. */
  readonly shown: ShownTerms
}

/**
 * The choice as it now stands, recorded where records are kept. Where the store is away it is kept in the visitor's cookie
 * alone, with what its receipt is to say, and no yes counts until a later try records it.
 */
export async function keepChoice({ recorder, terms }: Asking, choice: NewChoice): Promise<StandingChoice> {
  const { at, how, language, decisions, before, site, shown } = choice
  if (recorder === null) return { subject: null, at, how, language, decisions, recorded: true }
  const subject = subjectOf(before)
  const receipt = { site, subject, decisions: provable(decisions, terms), language, how, at, ...shown }
  const recorded = await recorder.record(receipt)
  return { subject, at, how, language, decisions, ...(recorded ? { recorded } : { recorded, shown }) }
}
