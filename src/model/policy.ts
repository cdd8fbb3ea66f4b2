import type {
  AccessId,
  CategoryId,
  Choice,
  ClaimId,
  DisputeType,
  LegalBasisId,
  PurposeId,
  RecipientId,
  RemedyId,
  RetentionId,
} from '../vocabulary/index.ts'
import type { Duration } from './duration.ts'
import type { LanguageTag, LocalText } from './text.ts'

/**
 * A compiled declaration: complete, checked, frozen, hashed. Everything downstream reads only this.
 * Lists keep the declaration's order except where the vocabulary has one; then that.
 */
export interface Policy {
  readonly format: 'candor-policy-1'
  /** `sha256:` and 64 hexadecimal digits, over the canonical JSON of everything else. */
  readonly hash: string
  readonly site: Site
  /** RFC 3339 date since when it holds, if declared. */
  readonly effective: string | null
  /** How data are protected. */
  readonly protection: LocalText | null
  /** When data are handed out other than to the declared recipients: law, permission. */
  readonly disclosure: LocalText | null
  /** What the site's prose says of all its practices, as its author marks it. */
  readonly claims: readonly ClaimId[]
  readonly access: { readonly rule: AccessId; readonly how: LocalText | null }
  readonly disputes: readonly Dispute[]
  readonly practices: readonly Practice[]
  readonly cookies: readonly DeclaredCookie[]
  readonly storage: readonly DeclaredStorage[]
  readonly p3p: P3pSettings
}

export interface Site {
  readonly name: LocalText
  /** The site's origin and base path, absolute. */
  readonly url: string
  /** The first is the one that stands in when a reader's is not there. */
  readonly languages: readonly LanguageTag[]
  readonly controller: Party
  /** Where the policy for people stands (P3P `discuri`), absolute. */
  readonly policyPage: string
  /** Where a visitor exercises choices (P3P `opturi`), absolute. */
  readonly choicesPage: string | null
}

/** Who answers for the site. */
export interface Party {
  readonly name: LocalText
  readonly email: string | null
  readonly phone: string | null
  readonly url: string | null
  readonly address: PostalAddress | null
}

export interface PostalAddress {
  readonly street: string | null
  readonly city: string | null
  readonly region: string | null
  readonly postalCode: string | null
  readonly country: string | null
}

export interface Dispute {
  readonly type: DisputeType
  /** Where to complain: URL. */
  readonly service: string
  readonly description: LocalText | null
  readonly remedies: readonly RemedyId[]
}

/** One group of data with what is done to it: a P3P STATEMENT. */
export interface Practice {
  readonly id: string
  readonly name: LocalText
  /** Why the data are collected (P3P CONSEQUENCE). */
  readonly reason: LocalText | null
  readonly data: readonly Datum[]
  /** Of all its data, in the vocabulary's order. */
  readonly categories: readonly CategoryId[]
  readonly purposes: readonly Use<PurposeId>[]
  readonly recipients: readonly Recipient[]
  readonly retention: Retention
  /** False: the data are, or are made, anonymous (P3P NON-IDENTIFIABLE). */
  readonly identifiable: boolean
  /** Whether the visitor must give the data to get what they came for. */
  readonly mandatory: boolean
  readonly basis: LegalBasisId | null
}

/** A datum of the base data schema, or one of the site's own with its categories. */
export interface Datum {
  /** `dynamic.clickstream`; for the site's own data `dynamic.miscdata`. */
  readonly ref: string
  /** What people call it; null where the schema's own name is meant. */
  readonly name: LocalText | null
  /** As the schema fixes them, or as declared where it leaves them open. Vocabulary order. */
  readonly categories: readonly CategoryId[]
  readonly optional: boolean
}

export interface Use<Id extends string> {
  readonly id: Id
  readonly choice: Choice
  /** In the site's own words: what `other-purpose` is, say. */
  readonly text: LocalText | null
}

export interface Recipient extends Use<RecipientId> {
  /** Who they are, and the hosts that data go to (`*.example.com` allowed). */
  readonly hosts: readonly string[]
}

export interface Retention {
  readonly rule: RetentionId
  readonly period: Duration | null
  /** When data are destroyed, in the site's words. */
  readonly timetable: LocalText | null
}

export type CookieParty = 'first' | 'third'

export interface DeclaredCookie {
  /** The name, or a pattern in which `*` stands for any characters. */
  readonly name: string
  readonly pattern: boolean
  /** The host it is set for; `.example.com` covers the hosts below. */
  readonly host: string
  readonly path: string
  readonly lifetime: Duration | 'session'
  readonly party: CookieParty
  /** Who sets it, as people know them. */
  readonly setBy: LocalText | null
  readonly practice: string
  readonly purpose: LocalText | null
  /** What this cookie is said to be for, where the declaration says it apart from its practice. */
  readonly uses: readonly PurposeId[] | null
}

export const STORAGE_AREAS = ['local', 'session', 'indexeddb', 'cache', 'service-worker', 'flash'] as const
export type StorageArea = (typeof STORAGE_AREAS)[number]

/** What the site keeps on the visitor's device besides cookies. */
export interface DeclaredStorage {
  readonly area: StorageArea
  readonly key: string
  readonly pattern: boolean
  readonly origin: string
  /** Null: until the visitor or the browser removes it. */
  readonly lifetime: Duration | 'session' | null
  readonly practice: string
  readonly purpose: LocalText | null
  readonly uses: readonly PurposeId[] | null
}

export const HEADER_MODES = ['with-cookies', 'always', 'never'] as const
export const COMPACT_SCOPES = ['response', 'site'] as const
export const COMPACT_STYLES = ['canonical', 'ibm'] as const

export interface P3pSettings {
  /** Which responses carry the `P3P` header. */
  readonly header: (typeof HEADER_MODES)[number]
  /** `response`: the practices of the cookies a response sets; `site`: all practices. */
  readonly scope: (typeof COMPACT_SCOPES)[number]
  /** `ibm` writes every suffix out, `CURa` too, as IBM's editor did. */
  readonly style: (typeof COMPACT_STYLES)[number]
  /** A trial policy that agents must ignore (P3P TEST). */
  readonly test: boolean
}
