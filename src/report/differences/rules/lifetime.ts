import { type CookieObservation, type Duration, durationSeconds } from '../../../model/index.ts'
import { type DifferenceRule, difference, strange } from '../difference.ts'
import { subject } from '../subject.ts'

const DAY = 86_400

/** Clocks differ somewhat, and a cookie is looked at a moment after it was set. */
const TOLERANCE = 90

/** A month may be meant as 31 days, a year as 366. */
const LONGEST_UNIT = { month: 31 * DAY, year: 366 * DAY } as const

const longest = ({ count, unit }: Duration): number =>
  unit === 'month' || unit === 'year' ? count * LONGEST_UNIT[unit] : durationSeconds({ count, unit })

const UNITS = [
  ['days', DAY],
  ['hours', 3600],
  ['minutes', 60],
] as const

/** The largest unit in which both are said in full and differ. */
function inWords(
  declared: number,
  seen: number,
): { readonly unit: string; readonly declared: number; readonly seen: number } {
  const [unit, size] = UNITS.find(
    ([, one]) =>
      seen >= one && Math.round(seen / one) > Math.round(declared / one) && (declared === 0 || declared >= one),
  ) ?? ['minutes', 60]
  return { unit, declared: Math.round(declared / size), seen: Math.round(seen / size) }
}

const secondsOf = ({ lifetime }: CookieObservation): number => (lifetime === 'session' ? 0 : lifetime * DAY)

/** A cookie stays as long as it was declared at most; `session` is until the browser closes. */
export const outlivesDeclaration: DifferenceRule = context =>
  context.cookies.flatMap(({ name, shape, host, sightings, declared }) => {
    if (declared === null) return []
    const { lifetime } = declared.cookie
    const allowed = lifetime === 'session' ? 0 : longest(lifetime) + TOLERANCE
    const evidence = sightings.filter(seen => secondsOf(seen) > allowed)
    if (evidence.length === 0) return []
    const most = Math.max(...evidence.map(secondsOf))
    return [
      difference({
        code: 'cookie-outlives-declaration',
        data: { name, ...inWords(lifetime === 'session' ? 0 : durationSeconds(lifetime), most) },
        subject: subject.cookie(name),
        identity: subject.cookie(shape),
        host: strange(context, host),
        paths: [['cookies', declared.at, 'lifetime']],
        evidence,
      }),
    ]
  })
