import type { P3pCookiePattern, P3pPolicyRef, P3pReferenceFile, XmlElement } from '../../model/index.ts'
import { writeXml } from '../xml/index.ts'
import { element, exactElement, expiryElement } from './element.ts'
import { extensionElements } from './encode-extensions.ts'
import { policiesElement } from './encode-policies.ts'

const cookieElement = (element: string, { name, value, domain, path }: P3pCookiePattern): XmlElement =>
  exactElement(element, { name, value, domain, path })

/** P3P 1.0, 2.3.2.4 POLICY-REF, in the order of the schema. */
const policyRefElement = (ref: P3pPolicyRef): XmlElement =>
  element(
    'POLICY-REF',
    { about: ref.about },
    ref.includes.map(pattern => element('INCLUDE', {}, pattern)),
    ref.excludes.map(pattern => element('EXCLUDE', {}, pattern)),
    ref.cookieIncludes.map(pattern => cookieElement('COOKIE-INCLUDE', pattern)),
    ref.cookieExcludes.map(pattern => cookieElement('COOKIE-EXCLUDE', pattern)),
    ref.methods.map(method => element('METHOD', {}, method)),
    extensionElements(ref.extensions),
  )

function metaElement({ lang, expiry, refs, hints, policies, extensions }: P3pReferenceFile): XmlElement {
  return element(
    'META',
    { 'xml:lang': lang },
    extensionElements(extensions),
    element(
      'POLICY-REFERENCES',
      {},
      expiryElement(expiry),
      refs.map(policyRefElement),
      hints.map(({ scope, path }) => element('HINT', { scope, path })),
      extensionElements(extensions, 'POLICY-REFERENCES'),
    ),
    policies && policiesElement(policies),
  )
}

/** A policy reference file, `/w3c/p3p.xml`: the same references give the same bytes. */
export const encodeReferenceFile = (file: Partial<P3pReferenceFile>): string =>
  writeXml(metaElement({ lang: null, expiry: null, refs: [], hints: [], policies: null, extensions: [], ...file }))
