import type { IncomingMessage } from 'node:http'
import type { Leaving } from '../door/index.ts'
import { PageRewriter } from './html/rewrite-page.ts'
import type { HeadChanges } from './http/response-head.ts'
import { accepts, type Coding, codingOf } from './page/content-coding.ts'
import type { Extension } from './page/content-security.ts'
import { contentTypeOf, isGuessed, isHtml, isXhtml } from './page/content-type.ts'
import { countLinks, openLinks } from './page/held-links.ts'
import { keptPageHead, pageHead } from './page/page-head.ts'
import type { PageVisit, Visit } from './visit.ts'

/** What becomes of an answer of the site behind. */
export interface AnswerPlan {
  readonly changes: HeadChanges | null
  /** Null: the body goes out as it comes. */
  readonly page: {
    readonly rewriter: PageRewriter
    readonly coding: Coding
    readonly outCoding: Coding
  } | null
}

export const UNTOUCHED: AnswerPlan = { changes: null, page: null }

const NO_LINES: readonly string[] = []

const ONLY_COOKIES: ReadonlySet<string> = new Set(['set-cookie'])
const COOKIES_AND_POLICY: ReadonlySet<string> = new Set(['set-cookie', 'p3p'])

/** What goes so that the door's headers can come; nearly always the same. */
function droppedFor(headers: Leaving['headers'], usual: ReadonlySet<string>): ReadonlySet<string> {
  const others = headers.filter(([name]) => name !== 'P3P')
  return others.length === 0 ? usual : new Set([...usual, ...others.map(([name]) => name.toLowerCase())])
}

/** What the door makes of the cookies of an answer; null: it changes nothing. */
export function doorChanges({ headers }: IncomingMessage, { enforcement, visitor, place }: Visit): HeadChanges | null {
  const lines = headers['set-cookie'] ?? NO_LINES
  const { door } = enforcement
  const leaving: Leaving = door.leave(visitor, { ...place, setCookies: lines })
  // What the site behind says of its cookies may be as old as the site; the declaration is what it is held to.
  const ownsPolicyHeader = door.mode === 'enforce'
  const says = ownsPolicyHeader && headers['p3p'] !== undefined
  if (leaving.setCookies === lines && leaving.headers.length === 0 && !says) return null
  return {
    dropped: droppedFor(leaving.headers, ownsPolicyHeader ? COOKIES_AND_POLICY : ONLY_COOKIES),
    added: [...leaving.setCookies.map((line): [string, string] => ['Set-Cookie', line]), ...leaving.headers],
  }
}

/** Without a judgement no cookie goes out. */
export const NO_COOKIES: HeadChanges = { dropped: ONLY_COOKIES, added: [] }

export function joinChanges(one: HeadChanges | null, other: HeadChanges | null): HeadChanges | null {
  if (one === null || other === null) return one ?? other
  return { dropped: new Set([...one.dropped, ...other.dropped]), added: [...one.added, ...other.added] }
}

/** What cannot be looked into: a page that any error would break, and one in a coding that is not known. */
export type Unlooked = 'xhtml' | 'coded'
/** What an answer is to who looks for pages. */
export type AnswerKind = 'page' | 'kept-page' | Unlooked | 'other'

const DOWNLOAD = /^\s*attachment\b/i

export function kindOf(answer: IncomingMessage, { conditions }: PageVisit): AnswerKind {
  const { statusCode = 0, headers } = answer
  if (statusCode === 304) return conditions.ofPage ? 'kept-page' : 'other'
  if (statusCode === 204 || statusCode === 206 || DOWNLOAD.test(headers['content-disposition'] ?? '')) return 'other'
  const type = contentTypeOf(answer)
  if (isXhtml(type)) return 'xhtml'
  if (!isHtml(type) && !isGuessed(type, headers['x-content-type-options']?.toString())) return 'other'
  return codingOf(headers['content-encoding']) === null ? 'coded' : 'page'
}

export interface Inserted {
  readonly notice: readonly Buffer[]
  readonly needed: Extension | null
}
export const NOTHING: Inserted = { notice: [], needed: null }

/** 3xx are never shown. */
const isShown = ({ statusCode = 0 }: IncomingMessage): boolean => statusCode < 300 || statusCode >= 400

/** What is put into an answer: the notice, or the way back to the choices. */
export function insertedFor(answer: IncomingMessage, visit: Visit, bytesOf: (html: string) => Buffer): Inserted {
  const { enforcement, visitor, language, url, page } = visit
  const { consent } = enforcement
  if (consent === null || page === null || !page.isDocument || !isShown(answer)) return NOTHING
  const piece = consent.notice(visitor, { language, url }) ?? consent.reopener(visitor, { language, url })
  if (piece === null) return NOTHING
  return { notice: piece.parts.map(bytesOf), needed: { needed: piece.csp, origin: new URL(url).origin } }
}

/** `Link` headers that a browser would fetch from ahead. */
function linkChanges({ headers }: IncomingMessage, { rules }: PageVisit): HeadChanges | null {
  const { link } = headers
  if (rules === null || link === undefined) return null
  const value = Array.isArray(link) ? link.join(', ') : link
  const open = openLinks(value, rules)
  if (open.length === countLinks(value)) return null
  return { dropped: new Set(['link']), added: open.length === 0 ? [] : [['Link', open.join(', ')]] }
}

/** A visit whose pages do not pass as they are. */
export type PagedVisit = Visit & { readonly page: PageVisit }

/** What becomes of a page: what is put in, how it is coded, and how its head follows. */
export function planPage(answer: IncomingMessage, visit: PagedVisit, { notice, needed }: Inserted): AnswerPlan {
  const { page, acceptEncoding } = visit
  const coding = codingOf(answer.headers['content-encoding']) ?? 'identity'
  const outCoding = accepts(acceptEncoding, coding) ? coding : 'identity'
  const contentType = contentTypeOf(answer)
  const rewriter = new PageRewriter({
    contentType,
    isGuessed: !isHtml(contentType),
    notice,
    needed,
    rules: page.rules,
  })
  const head = pageHead(answer, { tag: page.tag, needed, outCoding })
  return { changes: joinChanges(head, linkChanges(answer, page)), page: { rewriter, coding, outCoding } }
}

/** A page that the browser has kept and may go on showing. */
export const planKept = (answer: IncomingMessage, { tag }: PageVisit): AnswerPlan => ({
  changes: keptPageHead(answer, tag),
  page: null,
})
