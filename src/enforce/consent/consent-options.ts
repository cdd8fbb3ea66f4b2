import { consentTerms, toAsk } from '../../compile/index.ts'
import type { Language } from '../../messages/index.ts'
import { CANDOR_BASE, type ConsentTerm, type Policy } from '../../model/index.ts'
import type { ConsentView } from '../../publish/consent/index.ts'
import type { Door, Visitor } from '../door/door.ts'
import type { ChoiceRecorder } from '../records/choice-recorder.ts'
import type { ConsentMode } from './client-state.ts'

export interface ConsentOptions {
  readonly policy: Policy
  readonly door: Door
  /** Keeps a receipt of each choice. Without it no visitor gets a name, and nothing is kept but in their own cookie. */
  readonly recorder?: ChoiceRecorder
  /** Where the choices live. Default: `/candor`. */
  readonly base?: string
  /** False: the site is reached without encryption, and its cookie has no `__Host-`. Default: true, as with the door. */
  readonly secure?: boolean
  /** `inline`: nothing more is fetched. `file`: kept by the browser, for sites of many pages. Default: `inline`. */
  readonly script?: 'inline' | 'file'
  /** For Google's tags: which practices each of their questions depends on. Default: they are told nothing. */
  readonly consentMode?: ConsentMode
  /** The clock. */
  readonly now?: () => Date
}

/** What all parts of the asking work from: the options with nothing left open, and the policy's terms. */
export interface Asking extends Required<Omit<ConsentOptions, 'recorder' | 'consentMode'>> {
  readonly recorder: ChoiceRecorder | null
  readonly consentMode: ConsentMode | null
  readonly terms: readonly ConsentTerm[]
}

export const createAsking = (options: ConsentOptions): Asking => ({
  base: CANDOR_BASE,
  secure: true,
  script: 'inline',
  now: () => new Date(),
  ...options,
  recorder: options.recorder ?? null,
  consentMode: options.consentMode ?? null,
  terms: consentTerms(options.policy),
})

/** What a visitor is to see on the way back to a path. */
export function viewFor(asking: Asking, visitor: Visitor, page: { language: Language; back: string }): ConsentView {
  const { policy, terms, base } = asking
  const { choice, signal, standing } = visitor
  return { policy, terms, standing, choice, signal, questions: toAsk(terms, choice, signal), base, ...page }
}
