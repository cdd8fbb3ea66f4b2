export { consentTerms, keptWithoutChoice } from './consent-terms.ts'
export { overlongChoice } from './overlong-choice.ts'
export { standingOf, toAsk } from './standing-of.ts'
