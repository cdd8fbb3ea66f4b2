import type { Engine } from '../../model/index.ts'
import type {
  RecordedDocument,
  RecordedGap,
  RecordedRequest,
  RecordedStorage,
  RecordedWrite,
} from '../collect/page-record.ts'
import type { StoredCookie } from '../drivers/driver.ts'
import type { EvaluateOptions, LookedFrame } from './looking.ts'

/** How a page is doing. */
export interface Doing {
  readonly loaded: boolean
  /** Requests without an answer. */
  readonly open: number
  /** When something was last asked for or came, in milliseconds since 1970. */
  readonly last: number
  readonly crashed: boolean
  /** Documents that were asked for in the address bar. */
  readonly documents: number
}

/** What stands in the documents of a page. */
export interface Shown {
  readonly documents: readonly RecordedDocument[]
  readonly links: readonly string[]
  readonly gaps: readonly RecordedGap[]
  /** The page itself did not answer. */
  readonly hung: boolean
  /** The page itself went elsewhere while it was asked. */
  readonly moved: boolean
}

/** What the browser told of a page since it was last asked. */
export interface Heard {
  /** Where the page is. */
  readonly address: string
  /** Why it did not come. */
  readonly failure: RecordedGap | null
  readonly requests: readonly RecordedRequest[]
  readonly writes: readonly RecordedWrite[]
  /** What scripts kept in documents that may be gone by now. */
  readonly stored: readonly RecordedStorage[]
  readonly gaps: readonly RecordedGap[]
}

/**
 * The page of a running browser: what differs from engine to engine, and no more. When to do what, how long to wait and
 * what to tell of it is the same for all (`look-through.ts`).
 */
export interface BrowserPage {
  readonly engine: Engine
  readonly version: string
  /** What the browser says of itself. */
  readonly userAgent: string
  /** What the engine has no words for. */
  readonly untold: readonly RecordedGap[]
  /** A new page in place of one that crashed or does not answer. */
  readonly renew: () => Promise<void>
  /** Sets out for an address; why it does not come is heard later. Rejects when the browser is gone. */
  readonly go: (address: string, deadline: number) => Promise<void>
  readonly doing: () => Doing
  /** Stops a page that does not stop of itself, so that it can be looked at. */
  readonly halt: () => Promise<unknown>
  readonly show: (most: number) => Promise<Shown>
  /** Forgets what it tells. */
  readonly hear: () => Heard
  /** Closes what the page has opened. */
  readonly tidy: () => Promise<unknown>
  readonly evaluate: <T>(expression: string, options: EvaluateOptions) => Promise<T>
  readonly frames: () => Promise<readonly LookedFrame[]>
  /** PNG in base64. */
  readonly picture: () => Promise<string>
  readonly jar: () => Promise<readonly StoredCookie[]>
}
