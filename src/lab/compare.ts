import type { CookieAnswer, CookieCase } from '../model/index.ts'
import type { JudgedJar } from './judge-jar.ts'
import type { SeenAnswer } from './run/index.ts'

/** Null: not known by the judge, or not to be seen in the browser. */
export type Fact = boolean | number | string | null

/** How what was judged stands to what was seen. */
export type Agreement = 'agrees' | 'differs' | 'not-known' | 'not-seen'

/** One thing that was judged and seen: whether it is stored, where, until when, and whether each request carried it. */
export interface Point {
  /** `stored`, `partition`, `expires` or `sent.QUESTION`; of a jar, `header`. */
  readonly field: string
  readonly seen: Fact
  readonly judged: Fact
  readonly agreement: Agreement
}

export interface Comparison {
  readonly id: string
  /** The rule the judge names; of a jar, those that kept or threw something out. */
  readonly rule: string
  readonly agreement: Agreement
  readonly points: readonly Point[]
}

/** A minute and a half, in days: between the response that sets a cookie and the clock that the jar counts from. */
const EXPIRY_TOLERANCE = 90 / 86_400

const alike = (seen: Fact, judged: Fact): boolean =>
  typeof seen === 'number' && typeof judged === 'number' ? Math.abs(seen - judged) < EXPIRY_TOLERANCE : seen === judged

function point(field: string, seen: Fact, judged: Fact): Point {
  const agreement =
    judged === null ? 'not-known' : seen === null ? 'not-seen' : alike(seen, judged) ? 'agrees' : 'differs'
  return { field, seen, judged, agreement }
}

/** The common jar is a place too: null would read as not known. */
const COMMON = 'common'

function keptPoints({ kept }: SeenAnswer, judged: CookieAnswer): Point[] {
  if (kept === null || judged.stored !== true) return []
  return [
    point('partition', kept.partition ?? COMMON, judged.partition ?? COMMON),
    point('expires', kept.expires, judged.expires),
  ]
}

/** What weighs most decides about the whole. */
const WEIGHT: readonly Agreement[] = ['differs', 'not-known', 'not-seen']

export function compare(asked: CookieCase, seen: SeenAnswer, judged: CookieAnswer): Comparison {
  const points = [
    point('stored', seen.stored, judged.stored),
    ...keptPoints(seen, judged),
    ...asked.ask.map(({ id }) => point(`sent.${id}`, seen.sent[id] ?? null, judged.sent[id] ?? null)),
  ]
  const agreement = WEIGHT.find(worst => points.some(one => one.agreement === worst)) ?? 'agrees'
  return { id: asked.id, rule: judged.rule, agreement, points }
}

/** A jar is compared by the whole `Cookie` header: what is in it, and in which order. */
export function compareJar(id: string, seen: string | null, { header, rules }: JudgedJar): Comparison {
  const compared = point('header', seen, header)
  return { id, rule: rules.join(', '), agreement: compared.agreement, points: [compared] }
}
