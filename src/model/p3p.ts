import type {
  AccessId,
  CategoryId,
  Choice,
  DisputeType,
  PurposeId,
  RecipientId,
  RemedyId,
  RetentionId,
  SchemaDefinition,
} from '../vocabulary/index.ts'

/**
 * Any element, kept as it was read. An attribute with a namespace is named `{namespace}local`,
 * but `xml:lang` and its like keep their prefix. Text that only indents is not kept.
 */
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
  /** The child it stands in, where that has no list of its own: `PURPOSE`, say. Absent: the element that lists it. */
  readonly within?: string
}

/** P3P 1.0, 3.2.1 POLICIES: a policy file, whole. */
export interface P3pPolicies {
  readonly lang: string | null
  readonly expiry: P3pExpiry | null
  readonly schema: P3pDataSchema | null
  readonly policies: readonly P3pPolicy[]
}

/** P3P 1.0, 2.3.2.3.2 EXPIRY, as written; what it means is a matter of the clock. */
export interface P3pExpiry {
  /** Seconds. */
  readonly maxAge: string | null
  /** HTTP date. */
  readonly date: string | null
}

/** P3P 1.0, 3.2.2 POLICY, whole. An empty name or URI is one that was not written. */
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
  /** Null: not written, or no such type. */
  readonly type: DisputeType | null
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
  /** DATA-GROUP/@base where it is not the base schema; `''` is the document itself. */
  readonly base: string | null
  readonly optional: boolean
  /** As written; the schema's own are added when needed. */
  readonly categories: readonly CategoryId[]
  /** The text of `other-category`. */
  readonly otherCategory: string | null
  /** The value, inside ENTITY. */
  readonly value: string | null
}

/** P3P 1.0, 5.3 DATASCHEMA: data elements of the site's own. */
export interface P3pDataSchema {
  readonly lang: string | null
  readonly definitions: readonly P3pDataDefinition[]
  readonly extensions: readonly P3pExtension[]
}

/** DATA-DEF or DATA-STRUCT. */
export interface P3pDataDefinition extends SchemaDefinition {
  readonly shortDescription: string | null
  readonly longDescription: string | null
  readonly otherCategory: string | null
}

/** P3P 1.0, 2.3.2.2 META: a policy reference file, whole. */
export interface P3pReferenceFile {
  readonly lang: string | null
  readonly expiry: P3pExpiry | null
  readonly refs: readonly P3pPolicyRef[]
  readonly hints: readonly P3pHint[]
  /** Policies that stand in the reference file itself. */
  readonly policies: P3pPolicies | null
  readonly extensions: readonly P3pExtension[]
}

/** P3P 1.0, 2.3.2.4 POLICY-REF: what a policy covers. */
export interface P3pPolicyRef {
  /** The policy file's URI, `#`, the policy's name; relative to the reference file. */
  readonly about: string
  readonly includes: readonly string[]
  readonly excludes: readonly string[]
  readonly cookieIncludes: readonly P3pCookiePattern[]
  readonly cookieExcludes: readonly P3pCookiePattern[]
  readonly methods: readonly string[]
  readonly extensions: readonly P3pExtension[]
}

/** COOKIE-INCLUDE or COOKIE-EXCLUDE. Null: not written, which matches anything. */
export interface P3pCookiePattern {
  readonly name: string | null
  readonly value: string | null
  readonly domain: string | null
  readonly path: string | null
}

/** P3P 1.0, 2.3.2.6 HINT: where another site keeps its reference file. */
export interface P3pHint {
  readonly scope: string
  readonly path: string
}
