import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import type { ConsentTerm, StandingChoice, StandingDecision, VisitorChoice } from '../../model/index.ts'
import { type ConsentView, wordsShown } from '../../publish/consent/index.ts'
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
  /** What the visitor saw, and on which of the terms they decided. */
  readonly view: ConsentView
  readonly decided: readonly ConsentTerm[]
}

/**
 * The choice as it now stands, recorded where records are kept. Where the store is away it is kept in the visitor's cookie
 * alone, and no yes counts until a later try records it.
 */
export async function keepChoice({ recorder, policy, terms }: Asking, choice: NewChoice): Promise<StandingChoice> {
  const { at, how, language, decisions, before, site, view, decided } = choice
  if (recorder === null) return { subject: null, at, how, language, recorded: true, decisions }
  const subject = subjectOf(before)
  const recorded = await recorder.record({
    site,
    subject,
    decisions: provable(decisions, terms),
    policy: policy.hash,
    language,
    text: `sha256:${bytesToHex(sha256(new TextEncoder().encode(wordsShown(view, decided))))}`,
    how,
    at,
  })
  return { subject, at, how, language, recorded, decisions }
}
