import { type Issue, issue, type P3pExtension, type P3pPolicy, type P3pUse, type Result } from '../../model/index.ts'
import { type DataElement, type MarkerId, referredCategories } from '../../vocabulary/index.ts'
import { type CompactPolicy, type CompactUse, EMPTY_COMPACT_POLICY, unitePolicies } from './compact-policy.ts'
import type { CompactStatements } from './statements.ts'

/** Elements of a policy file's own DATASCHEMA, by name. */
type OwnElements = ReadonlyMap<string, DataElement>

function extensionsOf({ extensions, disputes, statements }: P3pPolicy): readonly P3pExtension[] {
  const inUses = statements.flatMap(({ purposes, recipients }) =>
    [...purposes, ...recipients].flatMap(use => use.extensions),
  )
  return [
    ...extensions,
    ...disputes.flatMap(dispute => dispute.extensions),
    ...statements.flatMap(statement => statement.extensions),
    ...inUses,
  ]
}

/** P3P 1.0, 4.5: what a mandatory extension changes cannot be said in tokens. */
function checkExtensions(policies: readonly P3pPolicy[]): Issue[] {
  return policies
    .filter(policy => extensionsOf(policy).some(({ mandatory }) => mandatory))
    .map(({ name }) => issue('compact-extension-mandatory', { policy: name }))
}

const compactUse = <Id extends string>({ id, required }: P3pUse<Id>): CompactUse<Id> => ({
  id,
  choice: required ?? 'always',
})

/** What a policy says of itself as a whole. NON-IDENTIFIABLE counts only where it stands in every statement. */
function generalPart({ access, disputes, test, statements }: P3pPolicy): CompactPolicy {
  const anonymous = statements.length > 0 && statements.every(({ nonIdentifiable }) => nonIdentifiable)
  const markers: readonly (readonly [MarkerId, boolean])[] = [
    ['disputes', disputes.length > 0],
    ['non-identifiable', anonymous],
    ['test', test],
  ]
  return {
    ...EMPTY_COMPACT_POLICY,
    access: access === null ? [] : [access],
    markers: markers.flatMap(([id, holds]) => (holds ? [id] : [])),
    remedies: disputes.flatMap(({ remedies }) => remedies),
  }
}

function statementPart(statement: P3pPolicy['statements'][number], own: OwnElements | undefined): CompactPolicy {
  return {
    ...EMPTY_COMPACT_POLICY,
    purposes: statement.purposes.map(compactUse),
    recipients: statement.recipients.map(compactUse),
    retentions: statement.retentions,
    categories: statement.data.flatMap(datum => referredCategories(datum, own)),
  }
}

/** NID can be said of several policies together only if it holds of each. */
function uniteGeneral(policies: readonly P3pPolicy[]): CompactPolicy {
  const parts = policies.map(generalPart)
  const united = unitePolicies(parts)
  const anonymous = parts.every(({ markers }) => markers.includes('non-identifiable'))
  return anonymous ? united : { ...united, markers: united.markers.filter(id => id !== 'non-identifiable') }
}

/**
 * The compact policy of cookies that these policies cover (P3P 1.0, 4.5); refused where an extension forbids it.
 * A use with different choices keeps each: the recommendation wants all relevant tokens.
 */
export function compactOfP3p(policies: readonly P3pPolicy[], own?: OwnElements): Result<CompactPolicy> {
  const issues = checkExtensions(policies)
  if (issues.length > 0) return { ok: false, issues }
  const statements = policies.flatMap(policy => policy.statements.map(statement => statementPart(statement, own)))
  return { ok: true, value: unitePolicies([uniteGeneral(policies), ...statements]), issues: [] }
}

/** The same with the statements kept apart, as P3P 1.1 writes them. */
export function compactStatementsOfP3p(policies: readonly P3pPolicy[], own?: OwnElements): Result<CompactStatements> {
  const issues = checkExtensions(policies)
  if (issues.length > 0) return { ok: false, issues }
  const outside = uniteGeneral(policies)
  const statements = policies.flatMap(policy =>
    policy.statements.map(statement => ({
      ...statementPart(statement, own),
      markers: statement.nonIdentifiable ? (['non-identifiable'] as const) : [],
    })),
  )
  return { ok: true, value: { outside, statements }, issues: [] }
}
