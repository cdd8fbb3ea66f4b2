import { consentTerms } from '../../compile/index.ts'
import type { ConsentTerm, Policy, SiteObservation } from '../../model/index.ts'
import { type SeenThings, seenThings } from './seen-things.ts'

/** What the rules compare. */
export interface Context extends SeenThings {
  readonly policy: Policy
  readonly site: SiteObservation
  readonly terms: ReadonlyMap<string, ConsentTerm>
}

export const contextOf = (policy: Policy, site: SiteObservation): Context => ({
  ...seenThings(site, policy),
  policy,
  site,
  terms: new Map(consentTerms(policy).map(term => [term.practice, term])),
})
