import type { Bridge } from './bridge.ts'

/** A contact at one place: neither vocabulary tells a home from a place of work, so nothing here is exact. */
const CONTACT: Readonly<Record<string, Bridge>> = {
  '': { dpv: { broader: ['pd:Contact'] }, fides: { broader: ['data_category:user.contact'] } },
  '.postal': { dpv: { broader: ['pd:PhysicalAddress'] }, fides: { broader: ['data_category:user.contact.address'] } },
  '.postal.name': { dpv: { broader: ['pd:Name'] }, fides: { broader: ['data_category:user.name'] } },
  '.postal.street': {
    dpv: { broader: ['pd:Street'] },
    fides: { broader: ['data_category:user.contact.address.street'] },
  },
  '.postal.city': { dpv: { broader: ['pd:City'] }, fides: { broader: ['data_category:user.contact.address.city'] } },
  '.postal.stateprov': {
    dpv: { broader: ['pd:Region'] },
    fides: { broader: ['data_category:user.contact.address.state'] },
  },
  '.postal.postalcode': {
    dpv: { broader: ['pd:PostalCode'] },
    fides: { broader: ['data_category:user.contact.address.postal_code'] },
  },
  '.postal.country': {
    dpv: { broader: ['pd:Country'] },
    fides: { broader: ['data_category:user.contact.address.country'] },
  },
  '.postal.organization': {
    dpv: { related: ['pd:Professional'] },
    fides: { related: ['data_category:user.professional_information.workplace'] },
  },
  '.telecom': {
    dpv: { broader: ['pd:TelephoneNumber'] },
    fides: {
      broader: ['data_category:user.contact'],
      narrower: ['data_category:user.contact.phone_number', 'data_category:user.contact.fax_number'],
    },
  },
  '.telecom.telephone': {
    dpv: { broader: ['pd:TelephoneNumber'] },
    fides: { broader: ['data_category:user.contact.phone_number'] },
  },
  '.telecom.mobile': {
    dpv: { broader: ['pd:TelephoneNumber'] },
    fides: { broader: ['data_category:user.contact.phone_number'] },
  },
  '.telecom.fax': {
    dpv: { broader: ['pd:TelephoneNumber'] },
    fides: { broader: ['data_category:user.contact.fax_number'] },
  },
  '.online': { dpv: { broader: ['pd:Contact'] }, fides: { broader: ['data_category:user.contact'] } },
  '.online.email': {
    dpv: { broader: ['pd:EmailAddress'] },
    fides: { broader: ['data_category:user.contact.email'] },
  },
  '.online.uri': {
    dpv: { broader: ['pd:Contact'] },
    fides: { broader: ['data_category:user.contact.social_url'] },
  },
}

const contactAt = (place: string): Readonly<Record<string, Bridge>> =>
  Object.fromEntries(Object.entries(CONTACT).map(([part, bridge]) => [`${place}${part}`, bridge]))

/**
 * Elements and sets of the base data schema. What has no row of its own is covered by the row of what it is part of;
 * `thirdparty` is made as `user` is.
 */
export const DATA_BRIDGES: Readonly<Record<string, Bridge>> = {
  user: { dpv: { broader: ['dpv:PersonalData'] }, fides: { broader: ['data_category:user'] } },
  'user.name': { dpv: { exact: ['pd:Name'] }, fides: { exact: ['data_category:user.name'] } },
  'user.name.given': { dpv: { broader: ['pd:Name'] }, fides: { exact: ['data_category:user.name.first'] } },
  'user.name.family': { dpv: { broader: ['pd:Name'] }, fides: { exact: ['data_category:user.name.last'] } },
  'user.bdate': {
    dpv: { exact: ['pd:BirthDate'] },
    fides: { exact: ['data_category:user.demographic.date_of_birth'] },
  },
  'user.login': {
    dpv: { narrower: ['pd:Username', 'pd:Password'] },
    fides: { narrower: ['data_category:user.account.username', 'data_category:user.authorization.password'] },
  },
  'user.login.id': { dpv: { exact: ['pd:Username'] }, fides: { exact: ['data_category:user.account.username'] } },
  'user.login.password': {
    dpv: { exact: ['pd:Password'] },
    fides: { exact: ['data_category:user.authorization.password'] },
  },
  'user.cert': {
    dpv: { broader: ['pd:Authenticating'] },
    fides: { broader: ['data_category:user.authorization.credentials'] },
  },
  'user.gender': { dpv: { exact: ['pd:Gender'] }, fides: { exact: ['data_category:user.demographic.gender'] } },
  'user.employer': {
    dpv: { broader: ['pd:CurrentEmployment'] },
    fides: { exact: ['data_category:user.professional_information.workplace'] },
  },
  'user.department': {
    dpv: { broader: ['pd:Professional'] },
    fides: { broader: ['data_category:user.professional_information'] },
  },
  'user.jobtitle': {
    dpv: { broader: ['pd:Job'] },
    fides: { exact: ['data_category:user.professional_information.job_title'] },
  },
  ...contactAt('user.home-info'),
  ...contactAt('user.business-info'),
  business: { dpv: 'organisation', fides: 'organisation' },
  dynamic: { dpv: { broader: ['dpv:PersonalData'] }, fides: { broader: ['data_category:user'] } },
  'dynamic.clickstream': {
    dpv: { broader: ['pd:BrowsingBehavior'], related: ['pd:IPAddress'] },
    fides: {
      broader: ['data_category:user.behavior'],
      related: ['data_category:user.behavior.browsing_history', 'data_category:user.device.ip_address'],
    },
  },
  'dynamic.clickstream.clientip': {
    dpv: { broader: ['pd:DeviceBased'], narrower: ['pd:IPAddress'] },
    fides: { broader: ['data_category:user.device'], narrower: ['data_category:user.device.ip_address'] },
  },
  'dynamic.clickstream.clientip.fullip': {
    dpv: { exact: ['pd:IPAddress'] },
    fides: { exact: ['data_category:user.device.ip_address'] },
  },
  'dynamic.http': {
    dpv: { narrower: ['pd:UserAgent', 'pd:BrowsingReferral'] },
    fides: { related: ['data_category:user.device', 'data_category:user.behavior.browsing_history'] },
  },
  'dynamic.http.referer': {
    dpv: { exact: ['pd:BrowsingReferral'] },
    fides: { broader: ['data_category:user.behavior.browsing_history'] },
  },
  'dynamic.http.useragent': { dpv: { exact: ['pd:UserAgent'] }, fides: { broader: ['data_category:user.device'] } },
  'dynamic.clientevents': {
    dpv: { broader: ['pd:Behavioral'], narrower: ['pd:LinkClicked'] },
    fides: { broader: ['data_category:user.behavior'] },
  },
  'dynamic.cookies': {
    dpv: { related: ['tech:Cookie', 'pd:Identifier'] },
    fides: { exact: ['data_category:user.device.cookie'] },
  },
  'dynamic.searchtext': {
    dpv: { broader: ['pd:Behavioral'] },
    fides: { broader: ['data_category:user.behavior.search_history'] },
  },
  'dynamic.interactionrecord': {
    dpv: { broader: ['pd:Behavioral'], related: ['pd:ServiceConsumptionBehavior'] },
    fides: { broader: ['data_category:user.behavior'] },
  },
  'dynamic.miscdata': { dpv: 'own-words', fides: 'own-words' },
}
