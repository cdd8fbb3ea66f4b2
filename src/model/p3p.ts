import type {
  AccessId,
  CategoryId,
  Choice,
  DisputeType,
  PurposeId,
  RecipientId,
  RemedyId,
  RetentionId,
} from '../vocabulary/index.ts'

/** Any element, kept as it was read: extensions, and what the recommendation does not know. */
export interface XmlElement {
  readonly name: string
  readonly namespace: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly (XmlElement | string)[]
}

/** P3P 1.0, 3.5 EXTENSION. An agent that does not know a mandatory one cannot use the policy. */
export interface P3pExtension {
  readonly mandatory: boolean
  readonly content: readonly (XmlElement | string)[]
}

/** P3P 1.0, 3.2.2 POLICY, whole. */
export interface P3pPolicy {
  readonly name: string
  readonly discuri: string
  readonly opturi: string | null
  readonly lang: string | null
  readonly test: boolean
  readonly entity: readonly P3pData[]
  readonly access: AccessId | null
  readonly disputes: readonly P3pDispute[]
  readonly statements: readonly P3pStatement[]
  readonly extensions: readonly P3pExtension[]
}

export interface P3pDispute {
  readonly type: DisputeType
  readonly service: string
  readonly verification: string | null
  readonly shortDescription: string | null
  readonly longDescription: string | null
  readonly image: {
    readonly src: string
    readonly alt: string
    readonly width: string | null
    readonly height: string | null
  } | null
  readonly remedies: readonly RemedyId[]
  readonly extensions: readonly P3pExtension[]
}

export interface P3pStatement {
  readonly consequence: string | null
  readonly nonIdentifiable: boolean
  readonly purposes: readonly P3pUse<PurposeId>[]
  readonly recipients: readonly P3pUse<RecipientId>[]
  /** More than one only in what others wrote. */
  readonly retentions: readonly RetentionId[]
  readonly data: readonly P3pData[]
  readonly extensions: readonly P3pExtension[]
}

export interface P3pUse<Id extends string> {
  readonly id: Id
  /** Null: not written, which means always. */
  readonly required: Choice | null
  /** Text of `other-purpose`, or the `recipient-description`s. */
  readonly descriptions: readonly string[]
  readonly extensions: readonly P3pExtension[]
}

export interface P3pData {
  /** As written: `#user.name`, or with a schema's URI before the `#`. */
  readonly ref: string
  /** DATA-GROUP/@base where it is not the base schema. */
  readonly base: string | null
  readonly optional: boolean
  /** As written; the schema's own are added when needed. */
  readonly categories: readonly CategoryId[]
  /** The text of `other-category`. */
  readonly otherCategory: string | null
  /** The value, inside ENTITY. */
  readonly value: string | null
}
