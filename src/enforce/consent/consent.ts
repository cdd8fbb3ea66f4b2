import type { Language } from '../../messages/index.ts'
import type { Visitor } from '../door/door.ts'

/** What a page's own Content-Security-Policy must allow for a piece, by directive: sources to add where it restricts. */
export interface PieceSources {
  readonly script: readonly string[]
  readonly style: readonly string[]
  /** Where the script sends the choice. Without it the choice is sent as a form. */
  readonly connect: readonly string[]
  readonly form: readonly string[]
}

/** Something to put into a page, right after `<body>`: whole elements, well-formed. */
export interface Piece {
  readonly html: string
  /** The same in three parts, of which the first and the last are the very same texts on all pages for all who chose alike. */
  readonly parts: readonly [before: string, own: string, after: string]
  readonly csp: PieceSources
}

export interface PieceOptions {
  readonly language: Language
  /** The address of the page, absolute: where the visitor comes back to. */
  readonly url: string
  /** The one that the page's own Content-Security-Policy names; without it the sources are hashes. */
  readonly nonce?: string
}

export type PageAskingOptions = Pick<PieceOptions, 'language' | 'nonce'>

/** What a page carries for one visitor. */
export interface PageAsking {
  /** To be put right after `<body>`; empty where there is nothing to ask or to change. */
  readonly html: string
  /** As of a piece; nothing where there is none. */
  readonly csp: PieceSources
  /** `Set-Cookie` lines; none most of the time. */
  readonly setCookies: readonly string[]
}

/** Asks visitors, takes their answers, and shows them what stands. */
export interface Consent {
  /** Where the choices live: `/candor`. */
  readonly base: string
  /** All that a page needs for whoever asks for it: the notice or else the reopener, and what is still to be settled. */
  page(request: Request, options: PageAskingOptions): Promise<PageAsking>
  /** Answers what is under `/candor/` for the visitor: the page of choices, the scripts. Null: not ours. */
  routes(request: Request): Promise<Response | null>
  /** The notice that asks; null where there is nothing to ask: then the reopener has its place. */
  notice(visitor: Visitor, options: PieceOptions): Piece | null
  /**
   * The small button that leads back to the choices, with the script that wakes what was consented to. Null where the policy
   * leaves nothing to choose and heeds no signal of this visitor's: then the page stays as it is.
   */
  reopener(visitor: Visitor, options: PieceOptions): Piece | null
  /**
   * `Set-Cookie` lines for an answer to this visitor that is a page: tries once more to record what could not be
   * recorded, and records a browser's signal. Nothing most of the time.
   */
  settle(visitor: Visitor, request: Request): Promise<readonly string[]>
}
