import type { DialectId } from '../../codec/set-cookie/index.ts'
import type { BrowserEvidence } from '../../model/index.ts'
import type { Kinship } from './place.ts'

export const BROWSER_IDS = [
  'chrome',
  'chrome-incognito',
  'chromium-debian',
  'edge',
  'firefox',
  'firefox-strict',
  'firefox-private',
  'safari',
  'brave',
  'webkitgtk',
  'webkitgtk-itp',
] as const
export type BrowserId = (typeof BROWSER_IDS)[number]

export type NamePrefix = '__secure-' | '__host-' | '__http-' | '__host-http-'

/** When there is more than `most`, so much goes that `left` stays. */
export interface Limit {
  readonly most: number
  readonly left: number
}

/** What a jar holds of one site. */
export interface JarLimits {
  /** Cookies in the common jar. */
  readonly cookies: Limit
  /** Cookies in one partition. */
  readonly partition: Limit
  /** Bytes of names and values of `Partitioned` cookies in one partition. */
  readonly partitionBytes: Limit
  /** Which go first: Chromium's low priorities, or those that are not Secure. */
  readonly order: 'priority' | 'security'
}

/** How cookies are read, kept and sent, as parameters of the rules. Null: not known. */
export interface CookieRules {
  readonly dialect: DialectId
  /** Whether only lines by the book are known to be read in this way. */
  readonly plainOnly: boolean
  /** Bytes of name and value together; Infinity: no limit. */
  readonly pairLimit: number | null
  /** Whether loopback counts as encrypted. */
  readonly trustsLoopback: boolean
  readonly prefixes: readonly NamePrefix[]
  /** Whether `__Host-` wants `Path=/` written out and no `Domain` written; else what comes out of them counts. */
  readonly hostPrefixAsWritten: boolean | null
  /** Whether a public suffix may set a cookie for itself. */
  readonly suffixOwnCookie: boolean
  readonly noneWantsSecure: boolean
  /** Whether it knows the `Partitioned` attribute. */
  readonly partitioned: boolean
  readonly partitionedWantsSecure: boolean | null
  readonly laxByDefault: boolean
  /** How long a cookie without SameSite goes along with cross-site top-level POST. */
  readonly laxPostSeconds: number
  /** What makes a place of the cookie's own site for SameSite. */
  readonly sameSiteBy: keyof Kinship
  /** What makes it so for the jar: in any other place the cookie is a third party's. */
  readonly firstPartyBy: keyof Kinship
  /** Whether `SameSite` Lax and Strict are refused from a cross-site place. */
  readonly sameSiteOnSetting: boolean | null
  /** What happens to unpartitioned cookies in a third-party place. */
  readonly thirdParty: 'allowed' | 'unsettable' | 'blocked' | 'partitioned' | 'ephemeral'
  /** What a redirect through another site costs a subresource's request. */
  readonly redirects: 'nothing' | 'same-site' | 'everything'
  /** Whether a link that was redirected through another site counts as coming from there. */
  readonly redirectedLinks: boolean
  /** The longest life in days, by the way the cookie was set; Infinity: as asked. */
  readonly cap: { readonly header: number | null; readonly script: number | null }
  readonly limits: JarLimits | null
  /** Whether a Secure cookie is guarded against unencrypted ones of other paths and domains that would stand before it. */
  readonly guardsAround: boolean
  /** Whether a cookie that gets another value counts as new, and does not keep the age of the old one. */
  readonly newValueIsNew: boolean
  /** Whether the cookies of a domain are sent before those of the host alone. */
  readonly domainsFirst: boolean
}

/**
 * RFC 6265bis as it is written, and draft-ietf-httpbis-layered-cookies where it adds. Every browser's rules are these with
 * its deviations, so that all are objects of one shape.
 */
export const DRAFT_RULES: CookieRules = {
  dialect: 'draft',
  plainOnly: false,
  pairLimit: 4096,
  trustsLoopback: true,
  prefixes: ['__secure-', '__host-', '__http-', '__host-http-'],
  hostPrefixAsWritten: true,
  suffixOwnCookie: true,
  noneWantsSecure: true,
  partitioned: true,
  partitionedWantsSecure: true,
  laxByDefault: true,
  laxPostSeconds: 120,
  sameSiteBy: 'schemeful',
  firstPartyBy: 'schemeful',
  sameSiteOnSetting: true,
  thirdParty: 'allowed',
  redirects: 'nothing',
  redirectedLinks: false,
  cap: { header: 400, script: 400 },
  limits: null,
  guardsAround: true,
  newValueIsNew: false,
  domainsFirst: false,
}

/** Where a deviation from the draft is known from. */
export interface Source {
  readonly by: BrowserEvidence
  readonly where: string
}

/** By the parameter that deviates. */
export type Sources = Readonly<Partial<Record<keyof CookieRules, Source>>>

/** A browser in one of its modes. */
export interface BrowserProfile {
  readonly id: BrowserId
  /** The version it speaks for. */
  readonly version: string
  readonly evidence: BrowserEvidence
  /** Modes that do the same share them. */
  readonly rules: CookieRules
  readonly sources: Sources
}
