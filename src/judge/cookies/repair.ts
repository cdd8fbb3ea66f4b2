import { type Amendment, amendSetCookie, DIALECTS, headerLine, parseSetCookie } from '../../codec/set-cookie/index.ts'
import type { CookieCase, CookieChange, CookieRepair } from '../../model/index.ts'
import { BROWSER_AGENTS, judgeEverywhere } from './browser-agents.ts'
import { standardQuestions } from './standard-questions.ts'
import { treatmentOf } from './treatment.ts'
import { type CookieWish, doesAsWished } from './wish.ts'

const DAY = 86_400
const IDS = BROWSER_AGENTS.map(({ id }) => id)

/** A cookie as it is set. */
export type CookieSource = Pick<CookieCase, 'cookie' | 'now' | 'set'>

const AMENDMENTS: Readonly<Partial<Record<CookieChange, Amendment>>> = {
  secure: { write: [['Secure', null]] },
  'same-site-none': { write: [['SameSite', 'None']] },
  'same-site-lax': { write: [['SameSite', 'Lax']] },
  partitioned: { write: [['Partitioned', null]] },
  'drop-partitioned': { drop: ['Partitioned'] },
  'http-only': { write: [['HttpOnly', null]] },
  'drop-http-only': { drop: ['HttpOnly'] },
  'drop-domain': { drop: ['Domain'] },
  'path-root': { write: [['Path', '/']] },
}

function applyChange(source: CookieSource, change: CookieChange, wish: CookieWish): CookieSource {
  const { cookie, set } = source
  if (change === 'by-header') return { ...source, set: { ...set, via: 'header' } }
  if (change === 'by-https') {
    const [url, top] = [set.url, set.top].map(text => text.replace(/^http:/i, 'https:'))
    return { ...source, set: { ...set, url: url ?? set.url, top: top ?? set.top } }
  }
  const seconds = Math.ceil((wish.lifetimeDays ?? 0) * DAY)
  const age: Amendment = { write: [['Max-Age', String(seconds)]], drop: ['Expires'] }
  return { ...source, cookie: amendSetCookie(cookie, change === 'max-age' ? age : (AMENDMENTS[change] ?? {})) }
}

/** What may be changed, each row a choice of one or none. Changes that change nothing are left out. */
function choicesFor({ cookie, set }: CookieSource, wish: CookieWish): readonly (readonly CookieChange[])[] {
  const { secure, sameSite, partitioned, httpOnly, domain, path, name } = parseSetCookie(
    headerLine(cookie),
    DIALECTS.draft,
  )
  const choices: readonly (readonly [change: CookieChange, changes: boolean])[][] = [
    [['by-header', set.via === 'script']],
    [['secure', !secure]],
    [
      ['same-site-none', sameSite !== 'none'],
      ['same-site-lax', sameSite !== 'lax'],
    ],
    [
      ['partitioned', !partitioned],
      ['drop-partitioned', partitioned],
    ],
    [
      ['http-only', !httpOnly && /^__(?:host-)?http-/i.test(name)],
      ['drop-http-only', httpOnly && set.via === 'script'],
    ],
    [['drop-domain', domain !== '']],
    [['path-root', path !== '/']],
    [['max-age', wish.lifetimeDays !== undefined]],
    [['by-https', /^http:/i.test(set.url)]],
  ]
  return choices
    .map(row => row.filter(([, changes]) => changes).map(([change]) => change))
    .filter(row => row.length > 0)
}

/** Every way of taking one or none of each row: the fewest changes first, among as many the earlier rows. */
function combinations(rows: readonly (readonly CookieChange[])[]): readonly (readonly CookieChange[])[] {
  const all = rows.reduceRight<readonly (readonly CookieChange[])[]>(
    (taken, row) => taken.flatMap(changes => [changes, ...row.map(change => [change, ...changes])]),
    [[]],
  )
  return [...all].sort((a, b) => a.length - b.length)
}

/**
 * The smallest changes that let a cookie do what is wanted: an exact search, fewest changes first, keeping each set of
 * changes that wins more browsers over than any smaller one. Empty where every browser does it already, or nothing helps.
 */
export function repairCookie(source: CookieSource, wish: CookieWish): readonly CookieRepair[] {
  const repairs: CookieRepair[] = []
  let most = 0
  for (const changes of combinations(choicesFor(source, wish))) {
    if (most === IDS.length) break
    const changed = changes.reduce((made, change) => applyChange(made, change, wish), source)
    const verdicts = judgeEverywhere({ ...changed, id: '', ask: standardQuestions(changed.set) })
    const works = IDS.filter((_, at) => doesAsWished(verdicts[at], wish))
    if (works.length <= most) continue
    most = works.length
    const last = repairs.at(-1)
    if (last !== undefined && last.changes.length === changes.length) repairs.pop()
    repairs.push({
      changes,
      line: changed.cookie,
      via: changed.set.via,
      url: changed.set.url,
      works,
      treatments: Object.fromEntries(verdicts.map((verdict, at) => [IDS[at], treatmentOf(verdict)])),
    })
  }
  return repairs.filter(({ changes }) => changes.length > 0)
}
