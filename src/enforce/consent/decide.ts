import type { ConsentTerm, StandingChoice, StandingDecision } from '../../model/index.ts'
import type { Visitor } from '../door/door.ts'
import type { ChoiceForm } from './choice-form.ts'

type Decisions = StandingChoice['decisions']

/** What was decided before, of practices that there still are. */
const standing = (terms: readonly ConsentTerm[], { choice }: Visitor): Decisions => {
  const known = new Set(terms.map(({ practice }) => practice))
  return Object.fromEntries(Object.entries(choice?.decisions ?? {}).filter(([practice]) => known.has(practice)))
}

/** The terms that a form decides on: those that it asked about and that there is something to decide about. */
export function decidedBy({ asked }: ChoiceForm, terms: readonly ConsentTerm[], { signal }: Visitor) {
  const open = terms.filter(term => term.needs !== 'nothing' && !(signal && term.signal))
  return asked === null ? open : open.filter(({ practice }) => asked.has(practice))
}

/**
 * The decisions after a form: those it makes, and of the rest what stood. A yes is to what was shown: with the digest
 * that came with the form, so that it counts for nothing where the policy has changed in between.
 */
export function decisionsAfter(form: ChoiceForm, terms: readonly ConsentTerm[], visitor: Visitor): Decisions {
  const made = decidedBy(form, terms, visitor).map(({ practice, digest, marks }) => {
    const granted = form.choice === 'accept' || (form.choice === 'save' && form.allow.has(practice))
    const decision = granted ? 'granted' : 'refused'
    const shown = form.asked?.get(practice) ?? digest
    const made: StandingDecision = shown === digest ? { decision, digest, marks } : { decision, digest: shown }
    return [practice, made] as const
  })
  return { ...standing(terms, visitor), ...Object.fromEntries(made) }
}

/** The terms that the browser's signal refuses and that no decision says so of yet. */
export function unheeded(terms: readonly ConsentTerm[], { choice, signal }: Visitor): readonly ConsentTerm[] {
  if (!signal) return []
  return terms.filter(term => {
    if (!term.signal) return false
    const made = choice?.decisions[term.practice]
    return made?.decision !== 'refused' || made.digest !== term.digest
  })
}

/** The decisions after the signal. */
export const decisionsBySignal = (terms: readonly ConsentTerm[], visitor: Visitor): Decisions => ({
  ...standing(terms, visitor),
  ...Object.fromEntries(
    unheeded(terms, visitor).map(({ practice, digest, marks }) => [practice, { decision: 'refused', digest, marks }]),
  ),
})
