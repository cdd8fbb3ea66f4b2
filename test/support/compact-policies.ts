import fc from 'fast-check'
import type { CompactPolicy } from '../../src/codec/compact/index.ts'
import {
  ACCESS,
  CATEGORIES,
  CHOICES,
  type Choice,
  MARKERS,
  PURPOSES,
  RECIPIENTS,
  REMEDIES,
  RETENTIONS,
} from '../../src/vocabulary/index.ts'

const ids = <Id extends string>(table: readonly { readonly id: Id }[]) => fc.subarray(table.map(row => row.id))

const uses = <Id extends string>(table: readonly { readonly id: Id; readonly choice: boolean }[]) =>
  fc.subarray(
    table.flatMap(({ id, choice }) => (choice ? CHOICES : ['always' as Choice]).map(each => ({ id, choice: each }))),
  )

/** Any compact policies, in the vocabulary's order. */
export const anyCompactPolicy: fc.Arbitrary<CompactPolicy> = fc.record({
  access: ids(ACCESS),
  markers: ids(MARKERS),
  remedies: ids(REMEDIES),
  purposes: uses(PURPOSES),
  recipients: uses(RECIPIENTS),
  retentions: ids(RETENTIONS),
  categories: ids(CATEGORIES),
})

/** Those that a full policy can say: one access at most, and remedies only with disputes. */
export const fullCompactPolicy: fc.Arbitrary<CompactPolicy> = anyCompactPolicy.map(policy => ({
  ...policy,
  access: policy.access.slice(0, 1),
  remedies: policy.markers.includes('disputes') ? policy.remedies : [],
}))
