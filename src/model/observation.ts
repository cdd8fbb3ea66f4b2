import type { CategoryId } from '../vocabulary/index.ts'
import type { CookieSetting } from './cookie-case.ts'
import type { StorageArea } from './policy.ts'

/** The browsers that can be looked with. */
export const ENGINES = ['chromium', 'firefox', 'webkitgtk'] as const
export type Engine = (typeof ENGINES)[number]

/** What a visitor has said when the site is looked at. */
export const STATES = ['before', 'accepted', 'refused', 'withdrawn', 'gpc', 'robot'] as const
export type State = (typeof STATES)[number]

export type Sight = 'seen' | 'could-not-look'

/** First: the same site (registrable domain) as the page in the address bar. */
export type SeenParty = 'first' | 'third'

/** A value that is not kept itself unless the person asked for it. */
export interface SeenValue {
  readonly length: number
  /** Of its UTF-8 bytes, 64 hexadecimal digits. */
  readonly sha256: string
  readonly text?: string
}

/** A place in a script, both numbers counted from 1. */
export interface ScriptPlace {
  readonly url: string
  readonly line: number | null
  readonly column: number | null
}

interface Seen {
  readonly state: State
  readonly engine: Engine
  /** The page in the address bar, as it was asked for. */
  readonly page: string
}

interface SeenInFrame extends Seen {
  /** The address of the embedded document it happened in; null for the page itself, or where the engine does not tell. */
  readonly frame: string | null
  /** Milliseconds since the page began; null where that is not known. */
  readonly at: number | null
}

/** kept: in the jar when the page was left. refused: the browser did not take it. gone: taken, and no longer there. */
export type CookieFate = 'kept' | 'refused' | 'gone'

export interface CookieObservation extends SeenInFrame {
  readonly kind: 'cookie'
  readonly name: string
  /** Without a leading dot; `hostOnly` tells the difference. */
  readonly host: string
  readonly hostOnly: boolean
  readonly path: string
  readonly party: SeenParty
  readonly via: 'header' | 'script' | 'unknown'
  /** The address of the response or of the script; null where that is unknown. */
  readonly source: string | null
  /** The place in the script, from 1. */
  readonly line: number | null
  readonly column: number | null
  /** Days, from its setting where that was seen, else what is left of them. */
  readonly lifetime: 'session' | number
  readonly secure: boolean
  readonly httpOnly: boolean
  /** As the site said it; null when it said nothing, or nothing a browser knows. */
  readonly sameSite: 'Lax' | 'Strict' | 'None' | null
  readonly partitioned: boolean
  /** The site that keys the jar; null for the common one. */
  readonly partition: string | null
  readonly fate: CookieFate
  /** Why it was refused, in the browser's own words. */
  readonly because: readonly string[]
  /** It was there before this page began. */
  readonly earlier: boolean
  /** Null where the engine does not tell it. */
  readonly value: SeenValue | null
  /** The whole line that set it, each character of its value an `x` unless values are kept; null if not seen. */
  readonly written: string | null
  /** Where and how it was set, for those who judge cookies; null if not seen. */
  readonly setting: CookieSetting | null
}

export interface StorageObservation extends SeenInFrame {
  readonly kind: 'storage'
  readonly area: StorageArea
  readonly origin: string
  readonly party: SeenParty
  /** The key; a database, a cache, or a service worker's scope. Never what is in them. */
  readonly key: string
  readonly value: SeenValue | null
  /** The script that wrote it, where that was seen. */
  readonly source: ScriptPlace | null
  readonly earlier: boolean
}

export const REQUEST_TYPES = [
  'document',
  'frame',
  'script',
  'style',
  'image',
  'font',
  'media',
  'fetch',
  'beacon',
  'websocket',
  'worker',
  'report',
  'preflight',
  'other',
] as const
export type RequestType = (typeof REQUEST_TYPES)[number]

/** An id seen in a cookie or in storage that a request carried along. */
export interface CarriedId {
  readonly in: 'parameter' | 'path' | 'body' | 'header'
  /** The parameter or header; empty for a path or a body without names. */
  readonly name: string
  readonly of: { readonly kind: 'cookie' | 'storage'; readonly name: string; readonly host: string }
  readonly encoding: 'plain' | 'url' | 'base64' | 'hex' | 'md5' | 'sha1' | 'sha256' | 'part'
}

export interface RequestObservation extends SeenInFrame {
  readonly kind: 'request'
  /** Ids that it carries are replaced by `{id}` unless values are kept. */
  readonly url: string
  readonly host: string
  readonly party: SeenParty
  readonly type: RequestType
  readonly method: string
  /** Null if nothing was answered. */
  readonly status: number | null
  /** An image of at most a few dozen bytes: seen by nobody. */
  readonly pixel: boolean
  /** What tells people apart, for reading: `cookie`, `parameter uid`, `path`, `body`. */
  readonly identifiers: readonly string[]
  readonly carried: readonly CarriedId[]
  /** Names of the cookies that were sent; null where the engine does not tell. */
  readonly cookies: readonly string[] | null
  /** What asked for it. */
  readonly source: ScriptPlace | null
}

export interface FormFieldObservation extends Seen {
  readonly kind: 'form-field'
  readonly frame: string | null
  /** Its name, or its id, or empty. */
  readonly name: string
  readonly type: string
  readonly autocomplete: string | null
  /** What people read beside it. */
  readonly label: string
  /** What it asks for; null where that could not be told. */
  readonly asks: string | null
  readonly categories: readonly CategoryId[]
  readonly required: boolean
  readonly visible: boolean
  /** Where its form goes; null for none. */
  readonly action: string | null
  readonly method: string | null
}

export interface PolicyHeaderObservation extends SeenInFrame {
  readonly kind: 'policy-header'
  /** In small letters. */
  readonly name: string
  readonly value: string
  readonly url: string
  readonly host: string
  readonly party: SeenParty
  /** How many cookies the same response set. */
  readonly cookies: number
}

export const PUBLISHED_PATHS = ['/w3c/p3p.xml', '/policy.json', '/.well-known/gpc.json'] as const
export type PublishedPath = (typeof PUBLISHED_PATHS)[number]

export interface PublishedFileObservation extends Seen {
  readonly kind: 'published-file'
  readonly path: PublishedPath
  readonly url: string
  readonly status: number
  readonly contentType: string | null
  readonly sha256: string
  /** Null when longer than is kept. */
  readonly text: string | null
}

/** The page was sent from one site to another. */
export interface RedirectObservation extends SeenInFrame {
  readonly kind: 'redirect'
  readonly from: string
  readonly to: string
  /** Null: by script or by the page's own markup. */
  readonly status: number | null
}

export interface CertificateObservation extends Seen {
  readonly kind: 'certificate'
  readonly host: string
  readonly party: SeenParty
  readonly protocol: string
  readonly subject: string
  readonly issuer: string
  /** RFC 3339. */
  readonly from: string
  readonly to: string
  /** Why the browser would not trust it, in its own words; null if it does or is not asked. */
  readonly problem: string | null
}

export const CHOICE_ACTS = ['accept', 'refuse', 'withdraw'] as const
export type ChoiceAct = (typeof CHOICE_ACTS)[number]

/** What was done to the page's notice, and whether it had effect. */
export interface ChoiceObservation extends Seen {
  readonly kind: 'choice'
  readonly act: ChoiceAct
  /** Null: no notice was found. */
  readonly by: 'rules' | 'finder' | 'script' | null
  /** The consent manager's name, or what the notice says first. */
  readonly notice: string | null
  /** The words on the buttons that were pressed, in order. */
  readonly pressed: readonly string[]
  readonly effect: 'proven' | 'none' | 'unknown'
  /** What proves it: `notice-gone`, `cookie-changed`, `storage-changed` … */
  readonly signs: readonly string[]
}

export const GAP_SUBJECTS = [
  'page',
  'frame',
  'cookie',
  'cookie-source',
  'storage',
  'storage-source',
  'request',
  'form-field',
  'policy-header',
  'published-file',
  'certificate',
  'choice',
  'worker',
  'screenshot',
] as const
export type GapSubject = (typeof GAP_SUBJECTS)[number]

export const GAP_REASONS = [
  'too-many',
  'too-large',
  'too-long',
  'too-many-redirects',
  'private-address',
  'no-such-host',
  'name-unknown',
  'nobody-answers',
  'cut-off',
  'empty-answer',
  'network',
  'crashed',
  'dialog',
  'download',
  'popup',
  'not-a-page',
  'engine-cannot',
  'not-found',
  'robots',
  'stopped',
  'failed',
] as const
export type GapReason = (typeof GAP_REASONS)[number]

/** What could not be looked at, or not wholly. */
export interface GapObservation extends Seen {
  readonly kind: 'gap'
  readonly what: GapSubject
  readonly why: GapReason
  /** What it was about: an address, a host, the engine's own words. */
  readonly detail: string | null
  /** How many there were beyond those told; null where that does not apply. */
  readonly more: number | null
}

export type Observation =
  | CookieObservation
  | StorageObservation
  | RequestObservation
  | FormFieldObservation
  | PolicyHeaderObservation
  | PublishedFileObservation
  | RedirectObservation
  | CertificateObservation
  | ChoiceObservation
  | GapObservation

type WithoutState<O> = O extends Observation ? Omit<O, 'state'> : never

/** An observation as a browser makes it, which does not know what the visitor has said. */
export type Sighting = WithoutState<Observation>

export interface Shot {
  readonly state: State
  readonly page: string
  /** In base64. */
  readonly png: string
}

/** All that was seen of one site. */
export interface SiteObservation {
  readonly url: string
  /** RFC 3339, UTC. */
  readonly began: string
  readonly ended: string
  readonly pages: readonly string[]
  /** Of the states that were asked for. */
  readonly states: Readonly<Partial<Record<State, Sight>>>
  readonly engines: readonly { readonly engine: Engine; readonly version: string }[]
  readonly observations: readonly Observation[]
  readonly shots: readonly Shot[]
}
