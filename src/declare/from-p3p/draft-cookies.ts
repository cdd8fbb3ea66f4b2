import { type DurationUnit, durationSeconds, type P3pCookiePattern, type P3pPolicy } from '../../model/index.ts'
import { referredData } from '../../vocabulary/index.ts'
import { isCookieName, isCookiePath, parseHostPattern } from '../schema/values.ts'
import { type Drafting, type DraftTable, type DraftValue, table } from './draft.ts'
import type { P3pSource, SeenCookie } from './source.ts'

const UNITS: readonly DurationUnit[] = ['day', 'hour', 'minute', 'second']

/** In the largest unit that says it exactly, or near enough: at least two of it. */
export function sayDuration(seconds: number): string {
  const size = (unit: DurationUnit) => durationSeconds({ count: 1, unit })
  const unit = UNITS.find(one => seconds % size(one) === 0 || seconds >= 2 * size(one)) ?? 'second'
  const count = Math.round(seconds / size(unit))
  return `${count} ${unit}${count === 1 ? '' : 's'}`
}

const usesCookies = (policy: P3pPolicy, at: number): boolean =>
  policy.statements[at]?.data.some(datum => referredData(datum).element?.name === 'dynamic.cookies') === true

/** The practice of all cookies, if only one has any. */
function onlyPractice(policy: P3pPolicy, ids: readonly string[]): string | undefined {
  if (ids.length === 1) return ids[0]
  const found = ids.filter((_, at) => usesCookies(policy, at))
  return found.length === 1 ? found[0] : undefined
}

/** A pattern of the reference file that says which cookies it means; one for all cookies does not. */
function draftPattern({ name, domain, path }: P3pCookiePattern): DraftTable | undefined {
  if (name === null || /^\**$/.test(name) || !isCookieName(name)) return undefined
  const host = domain === null ? undefined : parseHostPattern(domain.replace(/^\*\./, '.'), '.')
  const start = path?.replace(/\*$/, '')
  return table({ name, host, path: start && !start.includes('*') && isCookiePath(start) ? start : undefined })
}

const draftSeen = ({ name, host, path, lifetime, party }: SeenCookie): DraftTable =>
  table({
    name,
    host,
    path: path === '/' ? undefined : path,
    lifetime: lifetime === null ? 'session' : sayDuration(lifetime),
    party: party === 'first' ? undefined : party,
  })

/** The patterns of the references that lead to the policy. */
const patternsOf = ({ reference }: P3pSource, { name }: P3pPolicy): readonly P3pCookiePattern[] =>
  (reference?.refs ?? []).filter(ref => ref.about.endsWith(`#${name}`)).flatMap(ref => ref.cookieIncludes)

/**
 * The cookies that were seen, or that the reference file names. P3P tells neither how long a cookie is kept nor to
 * which statement it belongs.
 */
export function draftCookies(
  source: P3pSource,
  policy: P3pPolicy,
  ids: readonly string[],
  drafting: Drafting,
): DraftValue | undefined {
  const practice = onlyPractice(policy, ids) ?? drafting.ask('ask.practice')
  const lifetime = drafting.ask('ask.lifetime')
  const found: readonly DraftTable[] =
    source.cookies.length > 0
      ? source.cookies.map(draftSeen)
      : patternsOf(source, policy)
          .map(draftPattern)
          .filter(pattern => pattern !== undefined)
  const cookies = found.map(cookie => ({ ...cookie, lifetime: cookie['lifetime'] ?? lifetime, practice }))
  if (cookies.length > 0) return [...new Map(cookies.map(cookie => [JSON.stringify(cookie), cookie])).values()]
  const expected = patternsOf(source, policy).length > 0 || ids.some((_, at) => usesCookies(policy, at))
  return expected ? drafting.ask('ask.cookies') : undefined
}
