import { groupInfoName } from '../../codec/p3p-xml/index.ts'
import type { LocalText, P3pPolicy, P3pStatement, P3pUse, Policy, Practice } from '../../model/index.ts'
import {
  type CategoryId,
  type Choice,
  orderCategories,
  type PurposeId,
  type RecipientId,
  type RetentionId,
  referredCategories,
  type SchemaElements,
} from '../../vocabulary/index.ts'

interface JudgedUse<Id extends string> {
  readonly id: Id
  readonly choice: Choice
}

/** What preferences look at in a practice, whether a declaration or a P3P file tells of it. */
export interface JudgedPractice {
  readonly id: string
  /** The number of the P3P STATEMENT, from 1; null for a declared practice. */
  readonly statement: number | null
  readonly name: LocalText | null
  readonly identifiable: boolean
  readonly purposes: readonly JudgedUse<PurposeId>[]
  readonly recipients: readonly JudgedUse<RecipientId>[]
  readonly retentions: readonly RetentionId[]
  readonly categories: readonly CategoryId[]
}

const ofPractice = ({ id, name, identifiable, purposes, recipients, retention, categories }: Practice) =>
  ({
    id,
    statement: null,
    name,
    identifiable,
    purposes,
    recipients,
    retentions: [retention.rule],
    categories,
  }) satisfies JudgedPractice

/** P3P 1.0, 3.3.4: what is not written is always. */
const ofUse = <Id extends string>({ id, required }: P3pUse<Id>): JudgedUse<Id> => ({ id, choice: required ?? 'always' })

/** A statement has no id; its number stands for it, and its group's name where it has one. */
function ofStatement(
  statement: P3pStatement,
  number: number,
  { lang }: P3pPolicy,
  own?: SchemaElements,
): JudgedPractice {
  const name = groupInfoName(statement)
  return {
    id: String(number),
    statement: number,
    name: name === null ? null : { [lang ?? 'und']: name },
    identifiable: !statement.nonIdentifiable,
    purposes: statement.purposes.map(ofUse),
    recipients: statement.recipients.map(ofUse),
    retentions: statement.retentions,
    categories: orderCategories(statement.data.flatMap(datum => referredCategories(datum, own))),
  }
}

/** The practices of a policy; null where it is none: it is not there, or only a test (P3P 1.0, 3.2.3). */
export function practicesOf(policy: Policy | P3pPolicy | null, own?: SchemaElements): readonly JudgedPractice[] | null {
  if (policy === null) return null
  if ('practices' in policy) return policy.p3p.test ? null : policy.practices.map(ofPractice)
  return policy.test ? null : policy.statements.map((statement, at) => ofStatement(statement, at + 1, policy, own))
}
