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
import type { TokenKind, TokenMeaning } from './tokens/token.ts'

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

const uniqueUses = <Id extends string>(uses: readonly CompactUse<Id>[]): CompactUse<Id>[] => [
  ...new Map(uses.map(use => [`${use.id} ${use.choice}`, use])).values(),
]

/** What the known tokens say, each once, in the order they are written. */
export function policyOfTokens(tokens: readonly TokenMeaning[]): CompactPolicy {
  const terms = (...kinds: TokenKind[]) => [
    ...new Set(tokens.filter(({ kind }) => kinds.includes(kind)).map(({ term }) => term)),
  ]
  const uses = (wanted: TokenKind) =>
    uniqueUses(
      tokens
        .filter(({ kind }) => kind === wanted)
        .map(({ term, required }) => ({ id: term ?? '', choice: required ?? 'always' })),
    )
  // The table of legal tokens gives each kind only terms of its family.
  return {
    access: terms('access') as AccessId[],
    markers: terms('disputes', 'non-identifiable', 'test') as MarkerId[],
    remedies: terms('remedy') as RemedyId[],
    purposes: uses('purpose') as CompactUse<PurposeId>[],
    recipients: uses('recipient') as CompactUse<RecipientId>[],
    retentions: terms('retention') as RetentionId[],
    categories: terms('category') as CategoryId[],
  }
}

const unique = <Id extends string>(ids: readonly Id[]): Id[] => [...new Set(ids)]

/** All that any of the policies says. */
export function unitePolicies(policies: readonly CompactPolicy[]): CompactPolicy {
  return {
    access: unique(policies.flatMap(({ access }) => access)),
    markers: unique(policies.flatMap(({ markers }) => markers)),
    remedies: unique(policies.flatMap(({ remedies }) => remedies)),
    purposes: uniqueUses(policies.flatMap(({ purposes }) => purposes)),
    recipients: uniqueUses(policies.flatMap(({ recipients }) => recipients)),
    retentions: unique(policies.flatMap(({ retentions }) => retentions)),
    categories: unique(policies.flatMap(({ categories }) => categories)),
  }
}
