export { consentTerms, keptWithoutChoice } from './consent-terms.ts'
export { standingOf, toAsk } from './standing-of.ts'
