import type { ConsentTerm } from '../../model/index.ts'
import type { ConsentView } from './view.ts'

/** Whether the visitor has decided nothing yet but what their browser's signal decided for them. */
export function neverAnswered({ choice, terms }: ConsentView): boolean {
  if (choice === null) return true
  const bySignal = new Set(terms.filter(({ signal }) => signal).map(({ practice }) => practice))
  return choice.how === 'signal' && Object.keys(choice.decisions).every(practice => bySignal.has(practice))
}

const isLocked = ({ standing }: ConsentView, { practice }: ConsentTerm): boolean =>
  standing.get(practice)?.because === 'signal'

/** Everything a visitor can decide on, and what their browser's signal has decided. */
export const decidable = (view: ConsentView): readonly ConsentTerm[] =>
  view.terms.filter(term => term.needs !== 'nothing' || isLocked(view, term))

/** What the notice asks about: all of it the first time, later only what is open. */
export function askedNow(view: ConsentView): readonly ConsentTerm[] {
  if (neverAnswered(view)) return decidable(view)
  const open = new Set(view.questions.map(({ practice }) => practice))
  return view.terms.filter(({ practice }) => open.has(practice))
}

export const settledBySignal = (view: ConsentView): boolean => view.terms.some(term => isLocked(view, term))
