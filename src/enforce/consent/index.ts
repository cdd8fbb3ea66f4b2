export type { ChoiceRecorder } from '../records/choice-recorder.ts'
export type { Candor, Change } from './client/candor.ts'
export {
  type ClientPractice,
  type ClientState,
  CONSENT_MODE_TYPES,
  type ConsentMode,
  type ConsentModeType,
} from './client-state.ts'
export type { Consent, PageAsking, PageAskingOptions, Piece, PieceOptions, PieceSources } from './consent.ts'
export type { ConsentOptions } from './consent-options.ts'
export { createConsent } from './create-consent.ts'
