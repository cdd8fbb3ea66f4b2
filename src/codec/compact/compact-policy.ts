import type {
  AccessId,
  CategoryId,
  Choice,
  MarkerId,
  PurposeId,
  RecipientId,
  RemedyId,
  RetentionId,
} from '../../vocabulary/index.ts'

/** A compact policy's content. The order within a family is free; what is written follows the vocabulary. */
export interface CompactPolicy {
  /** One, unless somebody wrote several. */
  readonly access: readonly AccessId[]
  readonly markers: readonly MarkerId[]
  readonly remedies: readonly RemedyId[]
  readonly purposes: readonly CompactUse<PurposeId>[]
  readonly recipients: readonly CompactUse<RecipientId>[]
  readonly retentions: readonly RetentionId[]
  readonly categories: readonly CategoryId[]
}

export interface CompactUse<Id extends string> {
  readonly id: Id
  /** `current` and `ours` take none: theirs is always. */
  readonly choice: Choice
}

export const EMPTY_COMPACT_POLICY: CompactPolicy = {
  access: [],
  markers: [],
  remedies: [],
  purposes: [],
  recipients: [],
  retentions: [],
  categories: [],
}
