import type { Language } from '../../messages/index.ts'
import type { ConsentTerm, Policy, PracticeStanding, Question, StandingChoice } from '../../model/index.ts'

/** What a visitor is to see: the policy, what stands for them, and what they are asked. */
export interface ConsentView {
  readonly policy: Policy
  readonly terms: readonly ConsentTerm[]
  readonly standing: ReadonlyMap<string, PracticeStanding>
  readonly choice: StandingChoice | null
  /** Whether the browser sends Global Privacy Control. */
  readonly signal: boolean
  /** What the visitor has not answered yet. */
  readonly questions: readonly Question[]
  readonly language: Language
  /** Where the choices live: `/candor`. */
  readonly base: string
  /** The path that the visitor comes back to. */
  readonly back: string
}

export const choicesPath = ({ base, back, language }: Pick<ConsentView, 'base' | 'back' | 'language'>): string =>
  `${base}/choices?${new URLSearchParams({ language, return: back })}`
