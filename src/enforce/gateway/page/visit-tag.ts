import { createHash } from 'node:crypto'
import type { Policy, Question } from '../../../model/index.ts'
import type { Visitor } from '../../door/door.ts'

/** In which language a visitor is asked, and what: who refused once may be asked anew about what has changed. */
export interface Asked {
  readonly language: string
  readonly questions: readonly Question[]
}

/**
 * 8 hexadecimal digits for how a page looks to a visitor: to all for whom the same is allowed, asked and said. A page in
 * a browser's cache may be shown again only while these are the same.
 */
export function visitTag({ hash }: Policy, { standing, signal, choice }: Visitor, asked: Asked): string {
  const looks = [hash, signal, choice?.how, asked, ...standing]
  return createHash('sha256').update(JSON.stringify(looks)).digest('hex').slice(0, 8)
}

const MARK = '~candor-'

/** The page's own `ETag` with the visitor's part; weak, for the bytes depend on more than it says. */
export const taggedEtag = (etag: string, tag: string): string =>
  etag.replace(/^(?:W\/)?"([^"]*)"$/, (_, opaque: string) => `W/"${opaque}${MARK}${tag}"`)

const LISTED = /(?:W\/)?"([^"]*)"/g
const OURS = new RegExp(`^(.*)${MARK}([0-9a-f]{8})$`)

/** Which of a request's conditions go on. Those about a page are only those of a page that looks as it would now. */
export interface Conditions {
  /** By lower-case name; null: does not go on. */
  readonly replaced: Readonly<Record<string, string | null>>
  /** Whether a condition of ours goes on, so that an answer without a page is of a page. */
  readonly ofPage: boolean
}

const NO_CONDITIONS: Conditions = { replaced: {}, ofPage: false }
const DROPPED: Conditions = { replaced: { 'if-none-match': null, 'if-modified-since': null }, ofPage: false }

/**
 * Without this a browser that kept a page from before a choice would be told that nothing has changed. `forPage`: the
 * request is for a page by what the browser says, so that what was kept from before this gateway was there counts for nothing.
 */
export function conditionsOf(
  headers: { 'if-none-match'?: string | undefined; 'if-modified-since'?: string | undefined },
  tag: string,
  forPage: boolean,
): Conditions {
  const asked = headers['if-none-match']
  if (asked === undefined) return forPage && headers['if-modified-since'] !== undefined ? DROPPED : NO_CONDITIONS
  const kept: string[] = []
  let ours = false
  for (const [whole, opaque = ''] of asked.matchAll(LISTED)) {
    const [, original, of] = OURS.exec(opaque) ?? []
    if (original === undefined ? !forPage : of === tag) kept.push(original === undefined ? whole : `W/"${original}"`)
    ours ||= original !== undefined
  }
  if (kept.length === 0) return ours || forPage ? DROPPED : NO_CONDITIONS
  return ours || forPage
    ? { replaced: { 'if-none-match': kept.join(', '), 'if-modified-since': null }, ofPage: ours }
    : NO_CONDITIONS
}
