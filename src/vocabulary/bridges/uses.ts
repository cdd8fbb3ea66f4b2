import type { CategoryId } from '../categories.ts'
import type { PurposeId } from '../purposes.ts'
import type { RecipientId } from '../recipients.ts'
import type { RetentionId } from '../retentions.ts'
import type { Bridge } from './bridge.ts'

export const PURPOSE_BRIDGES: Readonly<Record<PurposeId, Bridge>> = {
  current: {
    dpv: { exact: ['dpv:RequestedServiceProvision'] },
    fides: { broader: ['data_use:essential.service'] },
  },
  admin: {
    dpv: { narrower: ['dpv:RepairImpairments'], related: ['dpv:TechnicalServiceProvision', 'dpv:EnforceSecurity'] },
    fides: { related: ['data_use:essential.service.operations', 'data_use:essential.service.security'] },
  },
  develop: {
    dpv: {
      narrower: ['dpv:ImproveExistingProductsAndServices'],
      related: ['dpv:ResearchAndDevelopment', 'dpv:ServiceOptimisation'],
    },
    fides: { narrower: ['data_use:functional.service.improve'], related: ['data_use:analytics.reporting'] },
  },
  tailoring: {
    dpv: { broader: ['dpv:ServicePersonalisation'] },
    fides: { broader: ['data_use:personalize'], related: ['data_use:personalize.content.limited'] },
  },
  'pseudo-analysis': {
    dpv: { related: ['dpv:ServiceUsageAnalytics', 'dpv:Profiling'] },
    fides: { broader: ['data_use:analytics'] },
  },
  'pseudo-decision': {
    dpv: { broader: ['dpv:Personalisation'], related: ['dpv:Profiling'] },
    fides: { broader: ['data_use:personalize'], related: ['data_use:personalize.content.profiled'] },
  },
  'individual-analysis': {
    dpv: { related: ['dpv:ServiceUsageAnalytics', 'dpv:Profiling'] },
    fides: { broader: ['data_use:analytics'] },
  },
  'individual-decision': {
    dpv: { related: ['dpv:Personalisation', 'dpv:DecisionMaking', 'dpv:Profiling'] },
    fides: { related: ['data_use:personalize'] },
  },
  contact: {
    dpv: { broader: ['dpv:DirectMarketing'] },
    fides: {
      broader: ['data_use:marketing.communications'],
      narrower: ['data_use:marketing.communications.email', 'data_use:marketing.communications.sms'],
    },
  },
  historical: {
    dpv: { broader: ['dpv:PublicBenefit'], related: ['dpv:RecordManagement'] },
    fides: 'not-said',
  },
  telemarketing: {
    dpv: { broader: ['dpv:DirectMarketing'] },
    fides: { broader: ['data_use:marketing.communications'] },
  },
  'other-purpose': { dpv: 'own-words', fides: 'own-words' },
}

export const RECIPIENT_BRIDGES: Readonly<Record<RecipientId, Bridge>> = {
  ours: { dpv: { narrower: ['dpv:DataController', 'dpv:DataProcessor'] }, fides: 'free-text' },
  delivery: { dpv: { broader: ['dpv:ThirdParty'] }, fides: { broader: ['data_use:third_party_sharing'] } },
  same: { dpv: { broader: ['dpv:ThirdParty'] }, fides: { broader: ['data_use:third_party_sharing'] } },
  unrelated: { dpv: { broader: ['dpv:ThirdParty'] }, fides: { broader: ['data_use:third_party_sharing'] } },
  public: { dpv: { related: ['dpv:MakeAvailable'] }, fides: { related: ['data_use:third_party_sharing'] } },
  'other-recipient': { dpv: { broader: ['dpv:ThirdParty'] }, fides: { broader: ['data_use:third_party_sharing'] } },
}

/** fideslang has `retention_period`, which holds any words. */
export const RETENTION_BRIDGES: Readonly<Record<RetentionId, Bridge>> = {
  'no-retention': { dpv: { broader: ['dpv:UntilEventDuration', 'dpv:StorageDuration'] }, fides: 'free-text' },
  'stated-purpose': { dpv: { broader: ['dpv:UntilEventDuration', 'dpv:StorageDuration'] }, fides: 'free-text' },
  'legal-requirement': {
    dpv: { broader: ['dpv:StorageDuration'], related: ['dpv:LegalCompliance'] },
    fides: 'free-text',
  },
  'business-practices': { dpv: { broader: ['dpv:StorageDuration'] }, fides: 'free-text' },
  indefinitely: {
    dpv: { broader: ['dpv:StorageDuration'], narrower: ['dpv:EndlessDuration', 'dpv:IndeterminateDuration'] },
    fides: 'free-text',
  },
}

export const CATEGORY_BRIDGES: Readonly<Record<CategoryId, Bridge>> = {
  physical: {
    dpv: { broader: ['pd:Contact'], narrower: ['pd:PhysicalAddress', 'pd:TelephoneNumber'] },
    fides: {
      broader: ['data_category:user.contact'],
      narrower: ['data_category:user.contact.address', 'data_category:user.contact.phone_number'],
    },
  },
  online: {
    dpv: { broader: ['pd:Contact'], narrower: ['pd:EmailAddress'] },
    fides: { broader: ['data_category:user.contact'], narrower: ['data_category:user.contact.email'] },
  },
  uniqueid: {
    dpv: { broader: ['pd:UID'], narrower: ['pd:Username'] },
    fides: { narrower: ['data_category:user.unique_id', 'data_category:user.account.username'] },
  },
  purchase: {
    dpv: { broader: ['pd:Transactional'], narrower: ['pd:Purchase'] },
    fides: {
      narrower: ['data_category:user.behavior.purchase_history'],
      related: ['data_category:user.payment'],
    },
  },
  financial: {
    dpv: { broader: ['pd:Financial'] },
    fides: { broader: ['data_category:user.financial'] },
  },
  computer: {
    dpv: { broader: ['pd:DeviceBased'], narrower: ['pd:IPAddress', 'pd:DeviceOperatingSystem'] },
    fides: { broader: ['data_category:user.device'], narrower: ['data_category:user.device.ip_address'] },
  },
  navigation: {
    dpv: { broader: ['pd:BrowsingBehavior'], narrower: ['pd:BrowsingReferral', 'pd:LinkClicked'] },
    fides: {
      broader: ['data_category:user.behavior'],
      related: ['data_category:user.behavior.browsing_history'],
    },
  },
  interactive: {
    dpv: { broader: ['pd:Behavioral'], related: ['pd:ServiceConsumptionBehavior'] },
    fides: {
      broader: ['data_category:user.behavior'],
      narrower: ['data_category:user.behavior.search_history'],
    },
  },
  demographic: {
    dpv: { exact: ['pd:Demographic'] },
    fides: { exact: ['data_category:user.demographic'] },
  },
  content: {
    dpv: { broader: ['pd:Communication'], narrower: ['pd:EmailContent'] },
    fides: { broader: ['data_category:user.content'] },
  },
  state: {
    dpv: { narrower: ['tech:Cookie'], related: ['pd:Identifier'] },
    fides: { narrower: ['data_category:user.device.cookie_id'], related: ['data_category:user.device.cookie'] },
  },
  political: {
    dpv: {
      narrower: ['pd:PoliticalAffiliation', 'pd:TradeUnionMembership'],
      related: ['pd:GroupMembership', 'pd:Religion'],
    },
    fides: {
      narrower: ['data_category:user.demographic.union_membership'],
      related: ['data_category:user.demographic.political_opinion', 'data_category:user.demographic.religious_belief'],
    },
  },
  health: {
    dpv: { narrower: ['pd:MedicalHealth', 'pd:SexualPreference'] },
    fides: { narrower: ['data_category:user.health', 'data_category:user.demographic.sexual_orientation'] },
  },
  preference: {
    dpv: { exact: ['pd:Preference'] },
    fides: { broader: ['data_category:user.demographic.profile'], related: ['data_category:user.settings'] },
  },
  location: {
    dpv: { broader: ['pd:Location'], narrower: ['pd:GPSCoordinate'] },
    fides: { broader: ['data_category:user.location'], narrower: ['data_category:user.location.precise'] },
  },
  government: {
    dpv: { broader: ['pd:OfficialID'], narrower: ['pd:Passport'] },
    fides: { exact: ['data_category:user.government_id'] },
  },
  'other-category': { dpv: 'own-words', fides: 'own-words' },
}
