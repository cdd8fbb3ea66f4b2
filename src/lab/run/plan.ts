import type { CookieCase, CookieQuestion } from '../../model/index.ts'
import { type JarCase, SHARED_PAGES } from '../cases/index.ts'
import type { Load, Resource } from './page.ts'
import { type Opening, realiseQuestion, realiseSetting } from './realise.ts'

/** Pages to open when every cookie is at least so old. */
export interface Wave {
  readonly ageSeconds: number
  readonly pages: readonly Resource[]
}

/** What has to be opened, in order, to see what becomes of the cases. */
export interface Plan {
  readonly settings: readonly Resource[]
  readonly waves: readonly Wave[]
  /** Where cookies are set for a time, the last first: what an engine must visit that only tells a document's own. */
  readonly places: readonly string[]
}

/** Cases that are set alike are set together. */
export const settingKey = (asked: CookieCase): string => `set ${JSON.stringify(asked.set)}`

/** Questions that are alike are put once. */
export const questionKey = ({ id: _, ...question }: CookieQuestion): string => `ask ${JSON.stringify(question)}`

function groupBy<T, K>(items: Iterable<T>, keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group === undefined) groups.set(keyOf(item), [item])
    else group.push(item)
  }
  return groups
}

/** With more parts than this a page is slow to load in every engine. */
const MOST_PARTS = 24

/** Openings that share their top page become one page with the parts of all. */
function merge(openings: readonly Opening[]): Resource[] {
  const pages: Resource[] = []
  const open = new Map<string, Load[]>()
  for (const { page, mergeable } of openings) {
    const loads = mergeable ? open.get(page.url) : undefined
    if (loads !== undefined && loads.length < MOST_PARTS) {
      loads.push(...(page.loads ?? []))
      continue
    }
    const fresh = [...(page.loads ?? [])]
    pages.push({ ...page, loads: fresh })
    if (mergeable) open.set(page.url, fresh)
  }
  return pages
}

/** Every host that occurs. */
export function hostsOf(cases: readonly CookieCase[], jars: readonly JarCase[]): string[] {
  const places = [
    ...cases.flatMap(({ set, ask }) => [set, ...ask]),
    ...jars.flatMap(({ steps, ask }) => [...steps.map(({ set }) => set), ask]),
  ]
  const urls = new Set<string>(SHARED_PAGES)
  for (const { url, top, ancestors } of places) for (const each of [url, top, ...ancestors]) urls.add(each)
  return [...new Set([...urls].map(url => new URL(url).hostname))]
}

/** What has to be opened for a jar, in order: nothing of it can be put together. */
export const planJar = ({ steps, ask }: JarCase): Resource[] => [
  ...steps.map(({ set, cookies }, at) => realiseSetting(set, cookies, `step ${at} ${JSON.stringify(set)}`).page),
  realiseQuestion(ask, questionKey(ask)).page,
]

const settingsOf = (cases: readonly CookieCase[]): Resource[] =>
  merge(
    [...groupBy(cases, settingKey)].flatMap(([key, alike]) =>
      alike.slice(0, 1).map(({ set }) =>
        realiseSetting(
          set,
          alike.map(asked => asked.cookie),
          key,
        ),
      ),
    ),
  )

const asksForTime = ({ cookie }: CookieCase): boolean => /;\s*(?:max-age|expires)/i.test(cookie)

export const isSetForTimeByScript = (asked: CookieCase): boolean => asked.set.via === 'script' && asksForTime(asked)

/** What has to be opened to see how long it is kept what scripts set. */
export const planLifetimes = (cases: readonly CookieCase[]): Resource[] =>
  settingsOf(cases.filter(isSetForTimeByScript))

export function planRun(cases: readonly CookieCase[]): Plan {
  const questions = new Map(cases.flatMap(({ ask }) => ask.map(question => [questionKey(question), question] as const)))
  const waves = [...groupBy(questions, ([, { ageSeconds }]) => ageSeconds)]
    .sort(([a], [b]) => a - b)
    .map(([ageSeconds, asked]) => ({
      ageSeconds,
      pages: merge(asked.map(([key, question]) => realiseQuestion(question, key))),
    }))
  return {
    settings: settingsOf(cases),
    waves,
    places: [...new Set(cases.filter(asksForTime).map(({ set }) => set.url))].reverse(),
  }
}
