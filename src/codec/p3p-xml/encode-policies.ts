import type { P3pPolicies, P3pPolicy, XmlElement } from '../../model/index.ts'
import { writeXml } from '../xml/index.ts'
import { element, expiryElement } from './element.ts'
import { policyElement } from './encode-policy.ts'
import { schemaElement } from './encode-schema.ts'

/** P3P 1.0, 3.2.1 POLICIES. */
export const policiesElement = ({ lang, expiry, schema, policies }: P3pPolicies): XmlElement =>
  element(
    'POLICIES',
    { 'xml:lang': lang },
    expiryElement(expiry),
    schema && schemaElement(schema),
    policies.map(policyElement),
  )

/** What a policy file says besides its policies; nothing by default, and then it expires after a day. */
export type PoliciesOptions = Partial<Omit<P3pPolicies, 'policies'>>

/** A policy file, `/w3c/policy.xml`: the same policies give the same bytes. */
export const encodeP3pXml = (policies: readonly P3pPolicy[], options: PoliciesOptions = {}): string =>
  writeXml(policiesElement({ lang: null, expiry: null, schema: null, ...options, policies }))
