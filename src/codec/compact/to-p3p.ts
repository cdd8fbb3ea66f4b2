import type { P3pData, P3pPolicy, P3pStatement, P3pUse } from '../../model/index.ts'
import type { CompactPolicy, CompactUse } from './compact-policy.ts'

const p3pUse = <Id extends string>({ id, choice }: CompactUse<Id>): P3pUse<Id> => ({
  id,
  required: choice === 'always' ? null : choice,
  descriptions: [],
  extensions: [],
})

/** All the data of a compact policy: it does not name them, only their categories. */
function miscellaneousData({ categories }: CompactPolicy): P3pData[] {
  if (categories.length === 0) return []
  return [{ ref: '#dynamic.miscdata', base: null, optional: false, categories, otherCategory: null, value: null }]
}

/** One statement a retention, alike in all else. */
function statementsOf(compact: CompactPolicy): P3pStatement[] {
  const { markers, purposes, recipients, retentions, categories } = compact
  const nonIdentifiable = markers.includes('non-identifiable')
  const statement: P3pStatement = {
    consequence: null,
    nonIdentifiable,
    purposes: purposes.map(p3pUse),
    recipients: recipients.map(p3pUse),
    retentions: [],
    data: miscellaneousData(compact),
    extensions: [],
  }
  if (retentions.length > 0) return retentions.map(retention => ({ ...statement, retentions: [retention] }))
  return nonIdentifiable || purposes.length + recipients.length + categories.length > 0 ? [statement] : []
}

/**
 * The full policy that a compact one stands for (P3P 1.0, 4.6), for those who judge full policies. Who speaks, how
 * disputes are settled, and which data are meant, the tokens do not tell.
 */
export function p3pOfCompact(compact: CompactPolicy): P3pPolicy {
  const disputed = compact.markers.includes('disputes') || compact.remedies.length > 0
  const dispute = {
    type: null,
    service: '',
    verification: null,
    shortDescription: null,
    longDescription: null,
    image: null,
    remedies: compact.remedies,
    extensions: [],
  }
  return {
    name: '',
    discuri: '',
    opturi: null,
    lang: null,
    test: compact.markers.includes('test'),
    entity: [],
    access: compact.access[0] ?? null,
    disputes: disputed ? [dispute] : [],
    statements: statementsOf(compact),
    extensions: [],
  }
}
