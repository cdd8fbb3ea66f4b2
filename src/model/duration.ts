export const DURATION_UNITS = ['second', 'minute', 'hour', 'day', 'week', 'month', 'year'] as const
export type DurationUnit = (typeof DURATION_UNITS)[number]

/** A stretch of time as a person says it: 2 years. */
export interface Duration {
  readonly count: number
  readonly unit: DurationUnit
}

const SECONDS: Readonly<Record<DurationUnit, number>> = {
  second: 1,
  minute: 60,
  hour: 3600,
  day: 86_400,
  week: 604_800,
  month: 2_629_746,
  year: 31_556_952,
}

/** In seconds; months and years by their Gregorian mean. */
export const durationSeconds = ({ count, unit }: Duration): number => count * SECONDS[unit]
