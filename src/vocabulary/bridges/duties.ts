import type { AccessId } from '../access.ts'
import type { DisputeType, MarkerId, RemedyId } from '../disputes.ts'
import type { LegalBasisId } from '../legal-bases.ts'
import type { Choice } from '../term.ts'
import type { Bridge } from './bridge.ts'

/** Some of what a person may see is part of what the law lets them see: related, no more. */
const SOME_ACCESS: Bridge = { dpv: { related: ['eu-gdpr:A15'] }, fides: { related: ['right:Access'] } }

export const ACCESS_BRIDGES: Readonly<Record<AccessId, Bridge>> = {
  nonident: { dpv: 'absence', fides: 'absence' },
  all: SOME_ACCESS,
  'contact-and-other': SOME_ACCESS,
  'ident-contact': SOME_ACCESS,
  'other-ident': SOME_ACCESS,
  none: { dpv: 'absence', fides: 'absence' },
}

export const REMEDY_BRIDGES: Readonly<Record<RemedyId, Bridge>> = {
  correct: { dpv: 'not-said', fides: 'not-said' },
  money: { dpv: 'not-said', fides: 'not-said' },
  law: { dpv: { related: ['eu-gdpr:A79'] }, fides: 'not-said' },
}

export const DISPUTE_BRIDGES: Readonly<Record<DisputeType, Bridge>> = {
  service: { dpv: { related: ['dpv:DisputeManagement'] }, fides: 'not-said' },
  independent: { dpv: { related: ['eu-gdpr:A77'] }, fides: 'not-said' },
  court: { dpv: { related: ['eu-gdpr:A79'] }, fides: 'not-said' },
  law: { dpv: 'not-said', fides: 'not-said' },
}

export const MARKER_BRIDGES: Readonly<Record<MarkerId, Bridge>> = {
  disputes: { dpv: { related: ['dpv:DisputeManagement'] }, fides: 'not-said' },
  'non-identifiable': {
    dpv: { narrower: ['dpv:AnonymisedData'], related: ['dpv:NonPersonalDataProcess'] },
    fides: 'not-said',
  },
  test: { dpv: 'mechanics', fides: 'mechanics' },
}

export const CHOICE_BRIDGES: Readonly<Record<Choice, Bridge>> = {
  always: { dpv: { broader: ['dpv:CannotOptOutFromProcess'] }, fides: 'not-said' },
  'opt-in': { dpv: { exact: ['dpv:OptingInToProcess'] }, fides: 'not-said' },
  'opt-out': { dpv: { exact: ['dpv:OptingOutFromProcess'] }, fides: 'not-said' },
}

export const BASIS_BRIDGES: Readonly<Record<LegalBasisId, Bridge>> = {
  consent: {
    dpv: { exact: ['eu-gdpr:A6-1-a'], broader: ['dpv:Consent'] },
    fides: { exact: ['legal_basis:Consent'] },
  },
  contract: {
    dpv: { exact: ['eu-gdpr:A6-1-b'], broader: ['dpv:Contract'] },
    fides: { exact: ['legal_basis:Contract'] },
  },
  'legal-obligation': {
    dpv: { exact: ['eu-gdpr:A6-1-c'], broader: ['dpv:LegalObligation'] },
    fides: { exact: ['legal_basis:Legal obligations'] },
  },
  'vital-interests': {
    dpv: { exact: ['eu-gdpr:A6-1-d'], broader: ['dpv:VitalInterest'] },
    fides: { exact: ['legal_basis:Vital interests'] },
  },
  'public-task': {
    dpv: { exact: ['eu-gdpr:A6-1-e'], related: ['dpv:PublicInterest', 'dpv:OfficialAuthorityOfController'] },
    fides: { exact: ['legal_basis:Public interest'] },
  },
  'legitimate-interests': {
    dpv: { exact: ['eu-gdpr:A6-1-f'], broader: ['dpv:LegitimateInterest'] },
    fides: { exact: ['legal_basis:Legitimate interests'] },
  },
}
