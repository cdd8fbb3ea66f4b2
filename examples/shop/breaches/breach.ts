import type { SiteResponse } from '../../../src/sites/index.ts'
import type { Host } from '../hosts.ts'
import type { Visit } from '../visit.ts'

export type State = 'before' | 'accepted' | 'refused' | 'withdrawn' | 'gpc' | 'robot'

/** What must be found, and when. */
export interface Expected {
  readonly code: string
  readonly subject: string
  readonly states: readonly State[]
}

/** One way to break one's word: what it does to the shop, and what must be found of it. Whatever is left out stays honest. */
export interface Breach {
  readonly id: string
  readonly found: readonly Expected[]
  /** `Set-Cookie` lines with each page, besides the shop's own. */
  readonly cookies?: (visit: Visit) => readonly string[]
  /** The shop's own `Set-Cookie` lines, made worse. */
  readonly rewrite?: (line: string) => readonly string[]
  /** At the end of each page. */
  readonly tail?: (visit: Visit) => string
  /** Further fields of a form. */
  readonly fields?: (form: 'newsletter' | 'order') => string
  /** Instead of the shop's own answer. */
  readonly answer?: (visit: Visit) => SiteResponse | undefined
  /** The `P3P` header, made worse. */
  readonly header?: (p3p: string) => string
  /** Does not hear Global Privacy Control. */
  readonly deaf?: boolean
  /** `Set-Cookie` lines of the partners' answers. */
  readonly partner?: (host: Host) => readonly string[]
}

/** Whatever the visitor says, and whoever looks. */
export const EVERY: readonly State[] = ['before', 'accepted', 'refused', 'withdrawn', 'gpc', 'robot']

export const VISITORS: readonly State[] = EVERY.filter(state => state !== 'robot')

export const script = (code: string): string => `<script>${code}</script>`
