import { isEncrypted } from '../codec/choice/index.ts'
import { consentTerms } from '../compile/index.ts'
import { type Consent, createConsent } from '../enforce/consent/index.ts'
import { createDoor, type Door, type DoorMode } from '../enforce/door/index.ts'
import type { ChoiceRecorder } from '../enforce/records/index.ts'
import type { Policy } from '../model/index.ts'

/** What asks visitors, and holds answers to what they said. */
export interface Asking {
  readonly door: Door
  readonly consent: Consent
  /** Whether any visitor has a choice, or a signal to be heeded; where not, pages are the same for everybody. */
  readonly asks: boolean
}

/** What asks visitors by a policy; `mode` is what the door does with what it decides. */
export function createAsking(policy: Policy, recorder: ChoiceRecorder, mode: DoorMode = 'enforce'): Asking {
  // Browsers take no `Secure` cookie, which `__Host-` asks for, from a site that is reached without encryption.
  const secure = isEncrypted(policy.site.url)
  const door = createDoor(policy, { mode, secure })
  return {
    door,
    consent: createConsent({ policy, door, recorder, secure }),
    asks: consentTerms(policy).some(({ needs, signal }) => needs !== 'nothing' || signal),
  }
}
