import { term as words } from '../../messages/index.ts'
import type { Dispute, Party, Policy } from '../../model/index.ts'
import { CHECKED, toDpv } from '../../vocabulary/bridges/index.ts'
import { contextAt } from './context.ts'
import { frame, inLanguages, type Node, some } from './node.ts'
import { CONTROLLER, practiceNode } from './practice-node.ts'
import { placeOf } from './term-node.ts'

function controllerNode({ name, email, phone, url, address }: Party): Node {
  const place = address && [address.street, address.postalCode, address.city, address.region, address.country]
  return {
    '@id': CONTROLLER,
    '@type': frame('dpv:DataController'),
    'dpv:hasName': name,
    'dpv:hasContact': some([email, phone, url].filter(way => way !== null)),
    'dpv:hasAddress': place?.filter(part => part !== null).join(', ') || undefined,
  }
}

/** Seeing one's data: a right only where there is something to see. */
function accessNode(policy: Policy): readonly Node[] {
  const { rule, how } = policy.access
  const place = { family: 'access', id: rule } as const
  if (toDpv(place).length === 0) return []
  return [
    {
      '@type': frame('dpv:DataSubjectRight'),
      'skos:prefLabel': inLanguages(policy, language => words[language][`access.${rule}`]),
      ...placeOf(place),
      'dct:description': how ?? undefined,
    },
  ]
}

const disputeNode = ({ type, service, description, remedies }: Dispute, policy: Policy): Node => ({
  '@type': frame('dpv:Right'),
  ...placeOf({ family: 'dispute', id: type }),
  'dct:description': description ?? undefined,
  'dpv:isExercisedAt': service,
  'dpv:hasOutcome': some(
    remedies.map(id => ({
      'skos:prefLabel': inLanguages(policy, language => words[language][`remedy.${id}`]),
      ...placeOf({ family: 'remedy', id }),
    })),
  ),
})

/**
 * A policy in the W3C Data Privacy Vocabulary, as JSON-LD that needs nothing else to be read. DPV says less than P3P of
 * some things: each term keeps its P3P name (`skos:notation`) beside the concepts it comes under.
 */
export function dpvOf(policy: Policy) {
  const { site } = policy
  const node: Node = {
    '@id': '#site',
    '@type': frame('dpv:Service'),
    'dct:title': site.name,
    'dct:identifier': policy.hash,
    'dct:source': new URL('/policy.json', site.url).href,
    'dct:conformsTo': CHECKED.dpv.home,
    'dct:valid': policy.effective ?? undefined,
    'dpv:hasScope': site.url,
    'skos:note': policy.disclosure ?? undefined,
    'dpv:hasDataController': controllerNode(site.controller),
    'dpv:hasNotice': { '@id': site.policyPage, '@type': frame('dpv:PrivacyNotice') },
    'dpv:hasRight': some([...accessNode(policy), ...policy.disputes.map(dispute => disputeNode(dispute, policy))]),
    'dpv:hasTechnicalOrganisationalMeasure':
      policy.protection === null
        ? undefined
        : { '@type': frame('dpv:TechnicalOrganisationalMeasure'), 'dct:description': policy.protection },
    'dpv:hasProcess': some(policy.practices.map(practice => practiceNode(practice, policy))),
  }
  return { '@context': contextAt(new URL('/dpv.jsonld', site.url).href), ...node }
}
