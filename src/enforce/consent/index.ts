export { CONSENT_MODE_TYPES, type ConsentMode, type ConsentModeType } from './client-state.ts'
export type { Consent, Piece, PieceOptions, PieceSources } from './consent.ts'
export type { ConsentOptions } from './consent-options.ts'
export { createConsent } from './create-consent.ts'
