export const DOOR_MODES = ['off', 'report', 'enforce'] as const
/** `report`: decides and tells, and changes nothing. */
export type DoorMode = (typeof DOOR_MODES)[number]

export const DOOR_ACTIONS = ['passed', 'shortened', 'stopped', 'expired'] as const
/** What was done to a cookie, or in mode `report` would have been. */
export type DoorAction = (typeof DOOR_ACTIONS)[number]

/** Why the door did what it did to a cookie. Codes are never renamed. */
export const DOOR_REASONS = [
  /** Declared, allowed, and kept no longer than declared. */
  'cookie-declared',
  /** It deletes a cookie. */
  'cookie-deletion',
  /** Candor's own: the choice. */
  'cookie-own',
  /** It would set or delete a cookie of Candor's own, and Candor did not make it. */
  'cookie-forged',
  'cookie-undeclared',
  /** No browser makes a cookie of the line. */
  'cookie-unreadable',
  'cookie-outlives-declaration',
  'practice-not-asked',
  'practice-refused',
  'practice-signal',
  'practice-changed',
  'practice-unrecorded',
  /** The visitor still sends it though its practice is not allowed. */
  'cookie-withdrawn',
  /** It came back after it was expired at every place where it can live. */
  'cookie-survives',
] as const
export type DoorReason = (typeof DOOR_REASONS)[number]

export interface DoorDecision {
  readonly action: DoorAction
  /** The cookie's name. */
  readonly cookie: string
  /** Null: of no practice that is declared. */
  readonly practice: string | null
  readonly reason: DoorReason
  readonly mode: DoorMode
}
