import type { P3pDispute, P3pPolicy, XmlElement } from '../../model/index.ts'
import { element, textElement, wrapper } from './element.ts'
import { dataGroupElements } from './encode-data.ts'
import { extensionElements } from './encode-extensions.ts'
import { statementElement } from './encode-statement.ts'

/** P3P 1.0, 3.2.6 DISPUTES. */
function disputeElement(dispute: P3pDispute): XmlElement {
  const { type, service, verification, shortDescription, longDescription, image, remedies, extensions } = dispute
  return element(
    'DISPUTES',
    { 'resolution-type': type, service, verification, 'short-description': shortDescription },
    extensionElements(extensions),
    textElement('LONG-DESCRIPTION', longDescription),
    image && element('IMG', { src: image.src, alt: image.alt, width: image.width, height: image.height }),
    wrapper('REMEDIES', extensionElements(extensions, 'REMEDIES'), ...remedies.map(id => element(id))),
  )
}

/** P3P 1.0, 3.2.2 POLICY, in the order of the schema. */
export function policyElement(policy: P3pPolicy): XmlElement {
  const { name, discuri, opturi, lang, extensions } = policy
  const within = (parent: string) => extensionElements(extensions, parent)
  return element(
    'POLICY',
    { name, discuri, opturi, 'xml:lang': lang },
    extensionElements(extensions),
    policy.test ? element('TEST') : null,
    wrapper('ENTITY', within('ENTITY'), dataGroupElements(policy.entity, within('DATA-GROUP'))),
    wrapper('ACCESS', within('ACCESS'), policy.access && element(policy.access)),
    wrapper('DISPUTES-GROUP', within('DISPUTES-GROUP'), policy.disputes.map(disputeElement)),
    policy.statements.map(statementElement),
  )
}
