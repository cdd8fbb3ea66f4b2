import type {
  ConsentTerm,
  PracticeStanding,
  Question,
  StandingChoice,
  StandingDecision,
  StandingReason,
} from '../../model/index.ts'
import { changedAspects } from './aspect-marks.ts'

const decisionIn = (choice: StandingChoice | null, practice: string): StandingDecision | undefined =>
  choice !== null && Object.hasOwn(choice.decisions, practice) ? choice.decisions[practice] : undefined

const yes = (because: StandingReason): PracticeStanding => ({ allowed: true, because })
const no = (because: StandingReason): PracticeStanding => ({ allowed: false, because })

/** A signal outweighs everything: who wants the practice after all lets their browser leave this site out. */
function standingOfTerm(term: ConsentTerm, choice: StandingChoice | null, signal: boolean): PracticeStanding {
  if (signal && term.signal) return no('signal')
  if (term.needs === 'nothing') return yes('necessary')
  const made = decisionIn(choice, term.practice)
  if (made?.decision === 'refused') return no('refused')
  const valid = made !== undefined && made.digest === term.digest && choice?.recorded === true
  if (valid) return yes('granted')
  if (term.needs === 'objection') return yes('not-objected')
  if (made === undefined) return no('not-asked')
  return no(made.digest === term.digest ? 'unrecorded' : 'changed')
}

/** Whether each practice may happen to a visitor who chose so, and whose browser sends Global Privacy Control or not. */
export const standingOf = (
  terms: readonly ConsentTerm[],
  choice: StandingChoice | null,
  signal: boolean,
): ReadonlyMap<string, PracticeStanding> =>
  new Map(terms.map(term => [term.practice, standingOfTerm(term, choice, signal)]))

function questionOn(term: ConsentTerm, choice: StandingChoice | null): readonly Question[] {
  const { practice, needs, digest, marks } = term
  const made = decisionIn(choice, practice)
  if (made === undefined) return needs === 'consent' ? [{ practice, because: 'new', changed: [] }] : []
  if (made.digest === digest) return []
  return [{ practice, because: 'changed', changed: changedAspects(made.marks, marks) }]
}

/**
 * What to ask a visitor; nothing: leave them in peace. Who may only object is not asked before they have ever decided:
 * the page of choices is there for it. What the browser's signal has answered is not asked either.
 */
export const toAsk = (
  terms: readonly ConsentTerm[],
  choice: StandingChoice | null,
  signal: boolean,
): readonly Question[] =>
  terms.filter(term => term.needs !== 'nothing' && !(signal && term.signal)).flatMap(term => questionOn(term, choice))
