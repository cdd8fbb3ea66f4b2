/** The edition of each vocabulary in which every concept named here was looked up. */
export const CHECKED = {
  dpv: { name: 'W3C Data Privacy Vocabulary', version: '2.2', date: '2025-08-01', home: 'https://w3id.org/dpv/2.2' },
  fides: { name: 'fideslang', version: '3.2.0', date: null, home: 'https://ethyca.github.io/fideslang/' },
} as const

/** The parts of DPV that are used, by the prefixes that DPV itself uses. */
export const DPV_PREFIXES = {
  dpv: 'https://w3id.org/dpv#',
  pd: 'https://w3id.org/dpv/pd#',
  tech: 'https://w3id.org/dpv/tech#',
  'eu-gdpr': 'https://w3id.org/dpv/legal/eu/gdpr#',
} as const

/** `https://w3id.org/dpv#Marketing` as `dpv:Marketing`; anything else as it is. */
export function shortDpv(iri: string): string {
  for (const [prefix, space] of Object.entries(DPV_PREFIXES)) {
    if (iri.startsWith(space)) return `${prefix}:${iri.slice(space.length)}`
  }
  return iri
}

/** `dpv:Marketing` as `https://w3id.org/dpv#Marketing`; anything else as it is. */
export function dpvIri(name: string): string {
  const colon = name.indexOf(':')
  const prefix = name.slice(0, Math.max(colon, 0))
  return Object.hasOwn(DPV_PREFIXES, prefix)
    ? `${DPV_PREFIXES[prefix as keyof typeof DPV_PREFIXES]}${name.slice(colon + 1)}`
    : name
}

/** Keys of fideslang before 3.2 and what they are called since. */
export const FORMER_FIDES: Readonly<Record<string, string>> = {
  'data_category:user.biometric': 'data_category:user.biometrics',
  'data_category:user.childrens': 'data_category:user.children',
  'data_category:user.contact.url': 'data_category:user.contact.social_url',
  'data_category:user.health_and_medical': 'data_category:user.health',
  'data_category:user.job_title': 'data_category:user.professional_information.job_title',
  'data_category:user.social': 'data_category:user.social_activity',
  'data_category:user.unique_id.pseudonymous': 'data_category:user.unique_id',
  'data_category:user.workplace': 'data_category:user.professional_information.workplace',
}
