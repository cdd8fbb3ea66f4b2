import { CHROMIUM_DATE, cookieDate, DRAFT_DATE } from './cookie-date.ts'
import { chromiumMaxAge, draftMaxAge, geckoMaxAge, soupMaxAge } from './max-age.ts'
import { nsprDate } from './nspr-date.ts'
import { soupDate } from './soup-date.ts'

export type DialectId = 'draft' | 'chromium' | 'gecko' | 'soup'

/** Where the engines' parsers part ways. One parser reads them all. */
export interface CookieDialect {
  readonly id: DialectId
  /** Whether a TAB inside a name or value spoils the line as other control characters do. */
  readonly tabSpoils: boolean
  /** libsoup reads no further than the first octet that is a control character or not ASCII, and ends names at a comma. */
  readonly stopsEarly: boolean
  /** Attributes longer than this are left out. */
  readonly attributeLimit: number
  /** Whether an attribute that wants a value counts without "=". */
  readonly bareAttributes: boolean
  /** Whether a `SameSite` is read however long it is. */
  readonly longSameSiteCounts: boolean
  /** Whether a `SameSite` other than Lax and Strict takes an earlier one back. */
  readonly otherSameSiteCounts: boolean
  /** Whether there are cookies without a name; else a word without "=" is a name, and nothing before "=" is refused. */
  readonly nameless: boolean
  /** Whether the value of a cookie without a name may hold "=". */
  readonly namelessEquals: boolean
  /** Whether the later of `Max-Age` and `Expires` counts; else `Max-Age` does. */
  readonly laterAgeCounts: boolean
  readonly maxAge: (text: string) => number | 'session' | null
  readonly date: (text: string) => number | null
}

/** Longer than any string. */
const NO_LIMIT = 2 ** 30

/** RFC 6265bis section 5.6 as it is written. */
const DRAFT: CookieDialect = {
  id: 'draft',
  tabSpoils: false,
  stopsEarly: false,
  attributeLimit: 1024,
  bareAttributes: true,
  longSameSiteCounts: false,
  otherSameSiteCounts: true,
  nameless: true,
  namelessEquals: true,
  laterAgeCounts: false,
  maxAge: draftMaxAge,
  date: text => cookieDate(text, DRAFT_DATE),
}

export const DIALECTS: Readonly<Record<DialectId, CookieDialect>> = {
  draft: DRAFT,
  chromium: {
    ...DRAFT,
    id: 'chromium',
    tabSpoils: true,
    namelessEquals: false,
    maxAge: chromiumMaxAge,
    date: text => cookieDate(text, CHROMIUM_DATE),
  },
  gecko: { ...DRAFT, id: 'gecko', longSameSiteCounts: true, nameless: false, maxAge: geckoMaxAge, date: nsprDate },
  soup: {
    ...DRAFT,
    id: 'soup',
    stopsEarly: true,
    attributeLimit: NO_LIMIT,
    bareAttributes: false,
    otherSameSiteCounts: false,
    laterAgeCounts: true,
    maxAge: soupMaxAge,
    date: soupDate,
  },
}
