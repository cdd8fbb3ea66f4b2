import type { CookieRow, CookieTable, CookieTreatment, DeclaredCookie } from '../../model/index.ts'
import { durationSeconds } from '../../model/index.ts'
import { BROWSERS } from '../agents/browsers/index.ts'
import { judgeEverywhere } from './browser-agents.ts'
import { BROWSER_IDS } from './profile.ts'
import type { CookieSource } from './repair.ts'
import { treatmentOf } from './treatment.ts'

/** Where the declared cookies are set. */
export interface DeclaredPlace {
  /** The site's own address. */
  readonly site: string
  /** RFC 3339. */
  readonly now: string
}

const isSubdomain = (host: string) => host.startsWith('.')

/** A line with the attributes that serve such a cookie best: a declaration does not tell them. */
function lineOf({ name, pattern, host, path, lifetime, party }: DeclaredCookie): string {
  const age = lifetime === 'session' ? null : Math.round(durationSeconds(lifetime))
  return [
    `${pattern ? name.replaceAll('*', 'x') : name}=x`,
    ...(isSubdomain(host) ? [`Domain=${host.slice(1)}`] : []),
    `Path=${path}`,
    ...(age === null ? [] : [`Max-Age=${age}`]),
    'Secure',
    party === 'third' ? 'SameSite=None' : 'SameSite=Lax',
  ].join('; ')
}

function rowOf(cookie: DeclaredCookie, { site, now }: DeclaredPlace): CookieRow {
  const { name, host, path, party } = cookie
  const line = lineOf(cookie)
  const url = `https://${isSubdomain(host) ? host.slice(1) : host}${path.startsWith('/') ? path : '/'}`
  const top = party === 'first' ? url : site
  const judged = (via: 'header' | 'script'): Readonly<Record<string, CookieTreatment>> => {
    const set: CookieSource['set'] = { via, url, top, ancestors: [], method: 'GET', navigation: false }
    const verdicts = judgeEverywhere({ id: name, now, set, cookie: line, ask: [] })
    return Object.fromEntries(verdicts.map((verdict, at) => [BROWSER_IDS[at], treatmentOf(verdict)]))
  }
  return { name, host, party, line, treatments: judged('header'), byScript: judged('script') }
}

/** What every browser does with the cookies a policy declares. */
export function judgeDeclaredCookies(cookies: readonly DeclaredCookie[], place: DeclaredPlace): CookieTable {
  return {
    browsers: BROWSER_IDS.map(id => ({ id, version: BROWSERS[id].version, evidence: BROWSERS[id].evidence })),
    rows: cookies.map(cookie => rowOf(cookie, place)),
  }
}
