import {
  type CookieChange,
  type CookieRepair,
  type CookieTable,
  type CookieTreatment,
  groupAlike,
} from '../model/index.ts'
import { type BrowserMessages, browser } from './compiled/index.ts'
import type { Language } from './language.ts'

type Browser = CookieTable['browsers'][number]
type NameKey = Extract<keyof BrowserMessages, `name.${string}`>

/** The attribute each change writes or takes out; the others are said in words. */
const WRITTEN: Readonly<Partial<Record<CookieChange, string>>> = {
  secure: 'Secure',
  'same-site-none': 'SameSite=None',
  'same-site-lax': 'SameSite=Lax',
  partitioned: 'Partitioned',
  'http-only': 'HttpOnly',
  'path-root': 'Path=/',
}
const DROPPED: Readonly<Partial<Record<CookieChange, string>>> = {
  'drop-partitioned': 'Partitioned',
  'drop-http-only': 'HttpOnly',
  'drop-domain': 'Domain',
}

const isNamed = (key: string, language: Language): key is NameKey => Object.hasOwn(browser[language], key)

/** What people call the browser. */
export function sayBrowser(id: string, language: Language): string {
  const key = `name.${id}`
  return isNamed(key, language) ? browser[language][key] : id
}

/** Browsers whose modes can be told in one word. */
const FAMILIES = [
  ['all.chrome', ['chrome', 'chrome-incognito']],
  ['all.firefox', ['firefox', 'firefox-strict', 'firefox-private']],
  ['all.webkitgtk', ['webkitgtk', 'webkitgtk-itp']],
] as const

/** Browsers by name; where all modes of one are among them, they are told as one. */
const namesOf = (ids: readonly string[], language: Language): readonly string[] =>
  ids.flatMap(id => {
    const family = FAMILIES.find(([, members]) => (members as readonly string[]).includes(id))
    if (family === undefined || !family[1].every(member => ids.includes(member))) return [sayBrowser(id, language)]
    return family[1][0] === id ? [browser[language][family[0]]] : []
  })

/** Several browsers in a row. */
export const sayBrowsers = (ids: readonly string[], language: Language): string => namesOf(ids, language).join('; ')

/** The same with the version of each. */
export function sayVersions(browsers: readonly Pick<Browser, 'id' | 'version'>[], language: Language): string {
  const named = groupAlike(browsers, ({ version }) => version).flatMap(group => {
    const ids = group.map(({ id }) => id)
    return namesOf(ids, language).map(name => `${name} (${group[0].version})`)
  })
  return named.join('; ')
}

/** Days, hours or minutes, whatever suits. */
export function sayLife(days: CookieTreatment['days'], language: Language): string {
  const text = browser[language]
  if (days === 'session') return text['life.session']
  if (days === null) return text['life.not-known']
  const minutes = Math.round(days * 1440)
  if (minutes < 60) return text['life.minutes']({ count: minutes })
  return minutes < 1440
    ? text['life.hours']({ count: Math.round(minutes / 60) })
    : text['life.days']({ count: Math.round(days) })
}

/** What becomes of a cookie, in few words. */
export function sayTreatment({ outcome, days }: CookieTreatment, language: Language): string {
  const text = browser[language]
  const life = sayLife(days, language)
  if (outcome === 'kept') return text['outcome.kept']({ life })
  if (outcome === 'shortened') return text['outcome.shortened']({ life })
  return outcome === 'per-site' ? text['outcome.per-site']({ life }) : text[`outcome.${outcome}`]
}

/** The changes as one would tell them a colleague. */
function sayChanges({ changes, line }: CookieRepair, language: Language): string {
  const text = browser[language]
  const age = /;\s*(Max-Age=\d+)/.exec(line)?.[1] ?? 'Max-Age'
  const written = changes.map(change => (change === 'max-age' ? age : WRITTEN[change])).filter(Boolean)
  const dropped = changes.map(change => DROPPED[change]).filter(Boolean)
  return [
    changes.includes('by-header') ? text['change.by-header'] : '',
    changes.includes('by-https') ? text['change.by-https'] : '',
    written.length > 0 ? text['change.write']({ attributes: written.join('; ') }) : '',
    dropped.length > 0 ? text['change.drop']({ attributes: dropped.join('; ') }) : '',
  ]
    .filter(part => part !== '')
    .join(text['change.and'])
}

/** A repair in one sentence: what to change, which browsers it wins, which not. */
export function sayCookieRepair(repair: CookieRepair, language: Language): string {
  const others = Object.keys(repair.treatments).filter(id => !repair.works.includes(id))
  return browser[language].repair({
    changes: sayChanges(repair, language),
    works: sayBrowsers(repair.works, language),
    others: others.length === 0 ? 'none' : sayBrowsers(others, language),
  })
}
