import {
  type Dispute,
  type LanguageTag,
  type P3pDispute,
  type P3pPolicy,
  type Policy,
  textIn,
} from '../../model/index.ts'
import { entityOf } from './entity-of.ts'
import { statementOf } from './statement-of.ts'

/** P3P 1.0, 3.2.6: `short-description` holds 255 characters at most. */
const SHORT = 255

function disputeOf({ type, service, description, remedies }: Dispute, language: LanguageTag): P3pDispute {
  const text = description === null ? null : textIn(description, language)
  const long = text !== null && text.length > SHORT
  return {
    type,
    service,
    verification: null,
    shortDescription: long ? null : text,
    longDescription: long ? text : null,
    image: null,
    remedies,
    extensions: [],
  }
}

export interface P3pNaming {
  /** POLICY/@name, an XML name, which a reference file points at. */
  readonly policyName: string
}

/** The policy as P3P 1.0 has it, its texts in one language. */
export function p3pOf(policy: Policy, language: LanguageTag, { policyName }: P3pNaming): P3pPolicy {
  const { site, access, disputes, practices, p3p } = policy
  return {
    name: policyName,
    discuri: site.policyPage,
    opturi: site.choicesPage,
    lang: language,
    test: p3p.test,
    entity: entityOf(site, language),
    access: access.rule,
    disputes: disputes.map(dispute => disputeOf(dispute, language)),
    statements: practices.map(practice => statementOf(practice, language)),
    extensions: [],
  }
}
