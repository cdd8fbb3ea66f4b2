import type {
  CookieObservation,
  Engine,
  GapReason,
  GapSubject,
  RequestType,
  ScriptPlace,
  StorageArea,
} from '../../model/index.ts'
import type { StoredCookie } from '../drivers/driver.ts'

/** A document on the page. */
export interface RecordedFrame {
  readonly url: string
  /** The documents it stands in, nearest first, the page itself last; none for the page itself. */
  readonly ancestors: readonly string[]
}

export interface RecordedCertificate {
  readonly protocol: string
  readonly subject: string
  readonly issuer: string
  /** Seconds since 1970. */
  readonly from: number
  readonly to: number
  readonly problem: string | null
}

export interface RecordedAnswer {
  readonly status: number
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly certificate: RecordedCertificate | null
}

/** One step: of a redirected request each has its own. */
export interface RecordedRequest {
  readonly url: string
  readonly method: string
  readonly type: RequestType
  /** The document it belongs to; for an embedded document, that document itself. */
  readonly frame: RecordedFrame
  /** A document in the address bar. */
  readonly navigation: boolean
  readonly at: number | null
  readonly body: string | null
  readonly source: ScriptPlace | null
  /** The step before. */
  readonly redirectedFrom: string | null
  /** Names; null if not told. */
  readonly cookies: readonly string[] | null
  readonly answer: RecordedAnswer | null
  /** `Set-Cookie` lines with why the browser refused each, in its own words; none if it did not, null if it does not tell. */
  readonly setCookies: readonly { readonly line: string; readonly refused: readonly string[] }[]
  /** Bytes of the answer's body, decoded; null if not told. */
  readonly length: number | null
}

export const WRITE_KINDS = ['cookie', 'local', 'session', 'indexeddb', 'cache', 'service-worker'] as const
export type WriteKind = (typeof WRITE_KINDS)[number]

/** A script kept something on the device. */
export interface RecordedWrite {
  readonly kind: WriteKind
  /** What was assigned to `document.cookie`, or the key, or the name of the database. */
  readonly text: string
  /** Whether a cookie could be read back at once. */
  readonly taken: boolean
  readonly frame: RecordedFrame
  readonly place: ScriptPlace | null
  readonly at: number | null
}

export interface RecordedStorage {
  readonly area: StorageArea
  readonly origin: string
  readonly key: string
  readonly value: string | null
}

/** A form field as it stands in the document. */
export interface RecordedField {
  readonly name: string
  readonly type: string
  readonly autocomplete: string | null
  readonly label: string
  readonly required: boolean
  readonly visible: boolean
  readonly action: string | null
  readonly method: string | null
}

/** What stands in one document when it is looked at. */
export interface RecordedDocument {
  readonly frame: RecordedFrame
  readonly storage: readonly RecordedStorage[]
  readonly fields: readonly RecordedField[]
}

export interface RecordedGap {
  readonly what: GapSubject
  readonly why: GapReason
  readonly detail: string | null
  readonly more: number | null
}

/** What is known of a cookie from earlier pages. */
export type CookieOrigin = Pick<
  CookieObservation,
  'via' | 'source' | 'line' | 'column' | 'frame' | 'written' | 'setting' | 'lifetime'
>

/** All that was recorded of a page, the same for every engine: collectors make observations of it. */
export interface PageRecord {
  readonly engine: Engine
  /** As it was asked for. */
  readonly page: string
  /** Where it ended. */
  readonly url: string
  /** Milliseconds since 1970. */
  readonly began: number
  readonly ended: number
  readonly requests: readonly RecordedRequest[]
  readonly writes: readonly RecordedWrite[]
  readonly documents: readonly RecordedDocument[]
  readonly jar: readonly StoredCookie[]
  /** By `jarKey`: cookies that were there before. */
  readonly known: ReadonlyMap<string, CookieOrigin>
  /** By `storageKey`: what was kept before. */
  readonly kept: ReadonlySet<string>
  /** Keep values themselves, and addresses as they are. */
  readonly values: boolean
}

export const jarKey = ({ host, path, name, partition }: Pick<StoredCookie, 'host' | 'path' | 'name' | 'partition'>) =>
  `${host.replace(/^\./, '')}\n${path}\n${name}\n${partition ?? ''}`

export const storageKey = ({ area, origin, key }: Pick<RecordedStorage, 'area' | 'origin' | 'key'>) =>
  `${area}\n${origin}\n${key}`
