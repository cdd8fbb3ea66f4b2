import type { ReceiptDay } from '../../../store/index.ts'

/** Lengths of time that can be looked at, in days. */
export const SPANS = [30, 90, 365] as const
export type Span = (typeof SPANS)[number]

const DAY = 86_400_000
/** Bars beyond this are too thin to see: then each stands for several days. */
const MOST_BARS = 120

export const isSpan = (days: number): days is Span => (SPANS as readonly number[]).includes(days)

/** `2026-11-22` */
export const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10)

/** The first day of the span that ends today. */
export const firstDay = (span: Span, now: Date): string => dayOf(now.getTime() - (span - 1) * DAY)

/** Choices of one day, or of several in a row. */
export interface Bar {
  readonly from: string
  readonly choices: number
}

/** Every day of the span, those without a choice too. */
export function barsOf(history: readonly ReceiptDay[], span: Span, now: Date): readonly Bar[] {
  const counts = new Map(history.map(({ day, receipts }) => [day, receipts]))
  const each = Math.ceil(span / MOST_BARS)
  const first = Date.parse(firstDay(span, now))
  const bars: Bar[] = []
  for (let at = 0; at < span; at += each) {
    const days = Array.from({ length: Math.min(each, span - at) }, (_, more) => dayOf(first + (at + more) * DAY))
    bars.push({ from: days[0] ?? '', choices: days.reduce((sum, day) => sum + (counts.get(day) ?? 0), 0) })
  }
  return bars
}

/** What was said of a practice in the span. */
export interface PracticeCount {
  readonly practice: string
  readonly granted: number
  readonly refused: number
  /** The share of yes, from 0 to 1, day by day where anybody said anything. */
  readonly shares: readonly number[]
}

export function practicesOf(history: readonly ReceiptDay[]): readonly PracticeCount[] {
  const counts = new Map<string, { granted: number; refused: number; shares: number[] }>()
  for (const { practices } of history)
    for (const [practice, { granted, refused }] of Object.entries(practices)) {
      const count = counts.get(practice) ?? { granted: 0, refused: 0, shares: [] }
      count.granted += granted
      count.refused += refused
      count.shares.push(granted / (granted + refused))
      counts.set(practice, count)
    }
  return [...counts].map(([practice, count]) => ({ practice, ...count }))
}
