import { consentTerms } from '../compile/index.ts'
import { type Consent, createConsent } from '../enforce/consent/index.ts'
import { createDoor, type Door, type DoorMode } from '../enforce/door/index.ts'
import type { ChoiceRecorder } from '../enforce/records/index.ts'
import type { Policy } from '../model/index.ts'

/** What asks visitors, and holds answers to what they said. */
export interface Asking {
  readonly door: Door
  readonly consent: Consent
  /** Whether the policy leaves anything to choose; where not, pages are the same for everybody. */
  readonly asks: boolean
}

/** What asks visitors by a policy; `mode` is what the door does with what it decides. */
export function createAsking(policy: Policy, recorder: ChoiceRecorder, mode: DoorMode = 'enforce'): Asking {
  const door = createDoor(policy, { mode })
  return {
    door,
    consent: createConsent({ policy, door, recorder }),
    asks: consentTerms(policy).some(({ needs, signal }) => needs !== 'nothing' || signal),
  }
}
