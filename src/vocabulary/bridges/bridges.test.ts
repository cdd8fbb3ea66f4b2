import { describe, expect, test } from 'vitest'
import {
  ACCESS,
  CATEGORIES,
  CHOICES,
  DISPUTE_TYPES,
  dataElements,
  LEGAL_BASES,
  MARKERS,
  PURPOSES,
  RECIPIENTS,
  REMEDIES,
  RETENTIONS,
} from '../index.ts'
import {
  BRIDGES,
  bridgedTerms,
  conceptsOf,
  coverage,
  DPV_FRAME,
  DPV_PREFIXES,
  dpvIri,
  FORMER_FIDES,
  fromDpv,
  fromFides,
  type Link,
  nameOf,
  type P3pTerm,
  RETURNS,
  shortDpv,
  TARGETS,
  type Target,
  toDpv,
  toFides,
  UNMAPPED,
  whyUnmapped,
} from './index.ts'

const ids = (terms: readonly { readonly id: string }[]): string[] => terms.map(({ id }) => id)

const VOCABULARY = {
  purpose: ids(PURPOSES),
  recipient: ids(RECIPIENTS),
  retention: ids(RETENTIONS),
  category: ids(CATEGORIES),
  choice: [...CHOICES],
  access: ids(ACCESS),
  dispute: [...DISPUTE_TYPES],
  remedy: ids(REMEDIES),
  marker: ids(MARKERS),
  basis: ids(LEGAL_BASES),
  data: [...dataElements().keys()],
} as const satisfies Readonly<Record<keyof typeof BRIDGES, readonly string[]>>

const TERMS: readonly P3pTerm[] = (Object.keys(VOCABULARY) as (keyof typeof BRIDGES)[]).flatMap(family =>
  VOCABULARY[family].map(id => ({ family, id })),
)

const ACROSS: Readonly<Record<Target, (term: P3pTerm) => readonly Link[]>> = { dpv: toDpv, fides: toFides }
const BACK: Readonly<Record<Target, (name: string) => readonly Link<P3pTerm>[]>> = { dpv: fromDpv, fides: fromFides }

describe.each(TARGETS)('between P3P and %s', target => {
  test('every term is mapped, or it is said why it is not; never both', () => {
    for (const term of TERMS) {
      const why = whyUnmapped(term, target)
      if (why !== null) expect(UNMAPPED).toContain(why)
      expect(ACROSS[target](term).length > 0, nameOf(term)).toBe(why === null)
    }
    const [words, elements] = [TERMS.filter(({ family }) => family !== 'data'), TERMS.filter(t => t.family === 'data')]
    for (const [what, terms] of [['terms', words] as const, ['data elements', elements] as const]) {
      const found = coverage(terms).find(share => share.target === target)
      if (found === undefined) throw new Error('no share')
      const percent = Math.round((100 * found.mapped) / found.all)
      console.info(`P3P -> ${target}: ${found.mapped} of ${found.all} ${what} (${percent} %), ${found.exact} exactly`)
      expect(found.mapped).toBeGreaterThan(0)
    }
  })

  test('there and back by an exact match is the same term', () => {
    const exact = TERMS.flatMap(term =>
      ACROSS[target](term).flatMap(({ to, match }) => (match === 'exact' ? [{ term, to }] : [])),
    )
    expect(exact.length).toBeGreaterThan(10)
    for (const { term, to } of exact) {
      const [first, ...others] = BACK[target](to)
      expect(first).toEqual({ to: term, match: 'exact' })
      expect(others.map(({ match }) => match)).not.toContain('exact')
    }
  })

  test('every link can be walked from both sides', () => {
    for (const term of bridgedTerms()) {
      for (const { to } of ACROSS[target](term)) {
        expect(BACK[target](to).map(link => nameOf(link.to))).toContain(nameOf(term))
      }
    }
  })

  test('what leads back leads to terms that there are', () => {
    const names = new Set(TERMS.map(nameOf))
    for (const [concept, links] of conceptsOf(target)) {
      for (const { to } of links) expect(names, concept).toContain(nameOf(to))
    }
  })

  test('a concept that no term says is not reached by one', () => {
    const reached = new Set(TERMS.flatMap(term => ACROSS[target](term).map(({ to }) => to)))
    for (const concept of Object.keys(RETURNS[target])) expect(reached).not.toContain(concept)
  })
})

describe('the names', () => {
  const names = (target: Target) => [
    ...new Set([...TERMS.flatMap(term => ACROSS[target](term).map(({ to }) => to)), ...Object.keys(RETURNS[target])]),
  ]

  test('of DPV stand under one of its prefixes, and as IRIs are the same', () => {
    for (const name of [...names('dpv'), ...DPV_FRAME]) {
      expect(Object.keys(DPV_PREFIXES)).toContain(name.split(':')[0])
      expect(shortDpv(dpvIri(name))).toBe(name)
      expect(fromDpv(dpvIri(name))).toEqual(fromDpv(name))
    }
  })

  test('of fideslang are keys of a known kind, none of them a former one', () => {
    for (const name of names('fides')) {
      expect(name).toMatch(/^(?:data_use|data_category):[a-z_]+(?:\.[a-z_]+)*$|^(?:legal_basis|right):[A-Z][a-z ]+$/)
      expect(FORMER_FIDES).not.toHaveProperty([name])
    }
  })

  test('that fideslang had before lead to the same terms', () => {
    expect(fromFides('data_category:user.job_title')).toEqual([
      { to: { family: 'data', id: 'user.jobtitle' }, match: 'exact' },
    ])
  })

  test('that nobody knows lead nowhere', () => {
    for (const name of ['', 'constructor', 'dpv:Nothing', 'https://w3id.org/dpv#', ':']) {
      expect([fromDpv(name), fromFides(name)]).toEqual([[], []])
    }
    expect(toDpv({ family: 'purpose', id: 'toString' })).toEqual([])
    expect(toDpv({ family: 'data', id: 'user.shoe-size' })).toEqual([])
  })
})

test('what is part of a set is covered by the concept of the set, and of nothing narrower', () => {
  expect(toDpv({ family: 'data', id: 'user.bdate.ymd.year' })).toEqual([{ to: 'pd:BirthDate', match: 'broader' }])
  expect(toFides({ family: 'data', id: 'user.home-info.telecom.pager.number' })).toEqual([
    { to: 'data_category:user.contact', match: 'broader' },
  ])
})

test('another person’s data are covered as the visitor’s are, but lead back to the visitor’s', () => {
  expect(toDpv({ family: 'data', id: 'thirdparty.bdate' })).toEqual([{ to: 'pd:BirthDate', match: 'broader' }])
  expect(toDpv({ family: 'data', id: 'thirdparty.login' })).toEqual(toDpv({ family: 'data', id: 'user.login' }))
})

/** The concepts right under `dpv:Purpose` and `dpv:PersonalData`, and the top keys of fideslang. */
const TOPS: Readonly<Record<Target, readonly string[]>> = {
  dpv: [
    ...['AccountManagement', 'CommercialPurpose', 'CommunicationManagement', 'CustomerManagement', 'EnforceSecurity'],
    ...['EstablishContractualAgreement', 'FulfilmentOfObligation', 'HumanResourceManagement', 'Marketing'],
    ...['NonCommercialPurpose', 'OrganisationGovernance', 'Personalisation', 'PublicBenefit', 'RecordManagement'],
    ...['ResearchAndDevelopment', 'ServiceProvision', 'VendorManagement'],
  ]
    .map(name => `dpv:${name}`)
    .concat(
      ['External', 'Financial', 'Historical', 'Household', 'Internal', 'Profile', 'Social', 'Tracking'].map(
        name => `pd:${name}`,
      ),
    ),
  fides: [
    ...['analytics', 'collect', 'employment', 'essential', 'finance', 'functional', 'marketing', 'operations'],
    ...['personalize', 'sales', 'third_party_sharing', 'train_ai_system'],
  ]
    .map(name => `data_use:${name}`)
    .concat(
      [
        ...['account', 'authorization', 'behavior', 'biometrics', 'children', 'contact', 'content', 'criminal_history'],
        ...['demographic', 'device', 'financial', 'government_id', 'health', 'location', 'name', 'payment'],
        ...['privacy_preferences', 'professional_information', 'settings', 'social_activity', 'unique_id'],
      ].map(name => `data_category:user.${name}`),
      'data_category:system',
    ),
}

test.each(TARGETS)('every top concept of %s leads to a term, or it is said why none says it', target => {
  for (const name of TOPS[target]) {
    expect(BACK[target](name).length > 0 || typeof RETURNS[target][name] === 'string', name).toBe(true)
  }
})
