import type { Language } from '../../messages/index.ts'
import { type SeenThings, seenThings } from '../differences/seen-things.ts'
import type { Report, SiteReport } from '../report.ts'

/** What every part of the page looks at. */
export interface View {
  readonly one: SiteReport
  readonly all: Report
  readonly things: SeenThings
  readonly language: Language
  /** Before each id, so that several sites have room in one page. */
  readonly prefix: string
}

/** What the declaration says of a thing; null: there is none. */
export type Standing = 'declared' | 'undeclared' | 'compare'

export const standing = ({ all }: View, declared: boolean): Standing =>
  all.policy === null ? 'compare' : declared ? 'declared' : 'undeclared'

export const createView = (one: SiteReport, all: Report, at: number, language: Language): View => ({
  one,
  all,
  things: seenThings(one.site, all.policy),
  language,
  prefix: `site-${at + 1}`,
})

/** The name of a part for those who go from region to region: with its number, where there are several sites. */
export const nameIn = ({ all, prefix }: View, name: string): string =>
  all.sites.length > 1 ? `${name} (${prefix.replace('site-', '')})` : name
