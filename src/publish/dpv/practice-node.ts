import type { DeclaredCookie, DeclaredStorage, Policy, Practice } from '../../model/index.ts'
import { toDpv } from '../../vocabulary/bridges/index.ts'
import { frame, type Node, some } from './node.ts'
import { datumNode, durationNode, purposeNode, recipientNode, retentionNode } from './term-node.ts'

export const CONTROLLER = '#controller'

const cookieNode = (cookie: DeclaredCookie): Node => ({
  '@type': frame('tech:Cookie'),
  'dpv:hasIdentifier': cookie.name,
  'dpv:hasScope': `${cookie.host}${cookie.path}`,
  'dct:description': cookie.purpose ?? undefined,
  'dpv:hasDuration': durationNode(cookie.lifetime),
  'dpv:isImplementedByEntity':
    cookie.setBy === null ? undefined : { '@type': frame('dpv:Entity'), 'dpv:hasName': cookie.setBy },
})

const storageNode = (storage: DeclaredStorage): Node => ({
  '@type': frame('tech:LocalStorage'),
  'skos:notation': storage.area,
  'dpv:hasIdentifier': storage.key,
  'dpv:hasScope': storage.origin,
  'dct:description': storage.purpose ?? undefined,
  'dpv:hasDuration': durationNode(storage.lifetime),
})

/** One practice as a process: what it is for, on what data, who gets them, how long they are kept, by what technology. */
export function practiceNode(practice: Practice, policy: Policy): Node {
  const { id, basis } = practice
  const data = practice.data.map(datum => datumNode(datum, practice, policy))
  const means = [
    ...policy.cookies.filter(cookie => cookie.practice === id).map(cookieNode),
    ...policy.storage.filter(storage => storage.practice === id).map(storageNode),
  ]
  const [legalBasis] = basis === null ? [] : toDpv({ family: 'basis', id: basis })
  return {
    '@id': `#practice-${encodeURIComponent(id)}`,
    '@type': frame('dpv:Process'),
    'dct:title': practice.name,
    'dct:description': practice.reason ?? undefined,
    'dpv:hasDataController': CONTROLLER,
    'dpv:hasPurpose': some(practice.purposes.map(use => purposeNode(use, policy))),
    ...(practice.identifiable ? { 'dpv:hasPersonalData': some(data) } : { 'dpv:hasData': some(data) }),
    'dpv:hasRecipient': some(practice.recipients.map(recipient => recipientNode(recipient, policy))),
    'dpv:hasStorageCondition': retentionNode(practice.retention, policy),
    'dpv:hasLegalBasis': legalBasis?.to,
    'dpv:hasNecessity': frame(practice.mandatory ? 'dpv:Required' : 'dpv:Optional'),
    'dpv:isImplementedUsingTechnology': some(means),
  }
}
