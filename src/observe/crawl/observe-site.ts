import { type Engine, type Observation, type Sight, type SiteObservation, type State } from '../../model/index.ts'
import { BrowserFault } from '../drivers/driver.ts'
import { openLooking } from '../looking/open-looking.ts'
import { Crawl, gapIn, type Leg } from './crawl.ts'
import { type Discovery, discover } from './discover.ts'
import { Journal, type JournalRecord, type PageRecord, type StateRecord } from './journal.ts'
import { type CrawlSettings, type ObserveOptions, planOf, settingsOf } from './options.ts'
import { Pace } from './pace.ts'
import { FREE } from './robots.ts'
import { sameRoute } from './route.ts'
import { Scout } from './scout.ts'
import { Walk } from './walk.ts'

/** A site may ask for this much patience, and no more. */
const LONGEST_DELAY_SECONDS = 10

/** Null where no browser can be had: the walk itself will say so. */
async function sendScout(settings: CrawlSettings): Promise<Scout | null> {
  const { engines, looking, stop } = settings
  const [engine = 'chromium'] = engines
  try {
    return new Scout(await openLooking(engine, { ...looking, ...(stop === undefined ? {} : { stop }) }), settings)
  } catch (error) {
    if (error instanceof BrowserFault) return null
    throw error
  }
}

/** Where to begin, and which pages the first leg may take. Sitemaps are read once and kept, so that going on is the same. */
async function findRoute(
  crawl: Crawl,
  scout: Scout | null,
): Promise<{ readonly route: Discovery; readonly unread: boolean }> {
  const { settings } = crawl
  const { origin } = new URL(settings.url)
  const robotsOf = async (of: string) => (await scout?.robotsOf(of)) ?? FREE
  if (!settings.ignoreRobots) {
    const { delay } = await robotsOf(origin)
    if (delay !== null) crawl.pace.slowTo(Math.min(delay, LONGEST_DELAY_SECONDS) * 1000)
  }
  if (settings.from === 'links') return { route: discover(settings, { pages: [], robotsOf }), unread: false }
  if (settings.from !== 'sitemap')
    return { route: discover(settings, { pages: settings.from, robotsOf }), unread: false }
  const earlier = crawl.records.find(record => record.kind === 'sitemap')
  const pages = earlier === undefined ? ((await scout?.pagesOf(origin)) ?? null) : earlier.pages
  if (earlier === undefined) await crawl.keep({ kind: 'sitemap', pages })
  return { route: discover(settings, { pages: pages ?? [], robotsOf }), unread: pages === null }
}

const isFinished = (crawl: Crawl, leg: Leg): boolean => crawl.endOf(leg) !== undefined

/** The first leg finds the pages; all others look at the same. */
async function walkFirst(crawl: Crawl, leg: Leg): Promise<void> {
  if (isFinished(crawl, leg)) return
  const { settings } = crawl
  settings.tell?.({ kind: 'scout', url: settings.url })
  const scout = await sendScout(settings)
  try {
    const { route, unread } = await findRoute(crawl, scout)
    await new Walk(crawl, leg, route, []).go()
    const [first] = route.leftAlone
    const more = route.leftAlone.length - 1
    const gaps: Observation[] = [
      ...(first === undefined ? [] : [gapIn(crawl, leg, { what: 'page', why: 'robots', detail: first, more })]),
      ...(unread ? [gapIn(crawl, leg, { what: 'page', why: 'not-found', detail: 'sitemap' })] : []),
    ]
    if (gaps.length > 0) await crawl.keep({ kind: 'note', observations: gaps })
  } finally {
    await scout?.close()
  }
}

const pagesSeen = (records: readonly PageRecord[]): readonly string[] => [
  ...new Set(records.filter(({ again }) => !again).map(({ page }) => page)),
]

/** Several at once, each beginning when another ends. */
async function walkRest(crawl: Crawl, legs: readonly Leg[], plan: readonly string[]): Promise<void> {
  const waiting = legs.filter(leg => !isFinished(crawl, leg))
  const hand = async (): Promise<void> => {
    for (let leg = waiting.shift(); leg !== undefined; leg = waiting.shift()) {
      await new Walk(crawl, leg, sameRoute(plan), plan).go()
    }
  }
  await Promise.all(Array.from({ length: Math.min(crawl.settings.together, waiting.length) }, hand))
}

const isPage = (record: JournalRecord): record is PageRecord => record.kind === 'page'
const isEnd = (record: JournalRecord): record is StateRecord => record.kind === 'state'

/** All that was kept, put together; in the order of the legs, however they were walked. */
function gather(crawl: Crawl, legs: readonly Leg[]): SiteObservation {
  const pages = legs.flatMap(leg => crawl.pagesOf(leg))
  const ends = crawl.records.filter(isEnd)
  const notes = crawl.records.flatMap(record => (record.kind === 'note' ? record.observations : []))
  const isSeen = (state: State) => ends.some(end => end.state === state && end.seen)
  const sight = (state: State): Sight => (isSeen(state) ? 'seen' : 'could-not-look')
  const versions = new Map<Engine, string>(crawl.records.filter(isPage).map(({ engine, version }) => [engine, version]))
  return {
    url: crawl.settings.url,
    began: crawl.began,
    ended: new Date().toISOString(),
    pages: pagesSeen(pages),
    states: Object.fromEntries(crawl.settings.states.map(state => [state, sight(state)])) as SiteObservation['states'],
    engines: [...versions].map(([engine, version]) => ({ engine, version })),
    observations: [
      ...pages.flatMap(({ observations }) => observations),
      ...ends.flatMap(({ observations }) => observations),
      ...notes,
    ],
    shots: pages.flatMap(({ shot }) => (shot === null ? [] : [shot])),
  }
}

/** Where the start page did not come for a visitor who only looked, it will not come for the others. */
const isThere = (crawl: Crawl, first: Leg | undefined): boolean => {
  const pages = first === undefined ? [] : crawl.pagesOf(first)
  return pages.length === 0 || pages.some(({ ok }) => ok)
}

/** Looks at a site in every state, with every engine, and tells what was seen. What could not be looked at is told too. */
export async function observeSite(options: ObserveOptions): Promise<SiteObservation> {
  const settings = settingsOf(options)
  const journal =
    settings.resume === undefined ? null : await Journal.open(settings.resume, planOf(settings), new Date())
  try {
    const crawl = new Crawl(settings, new Pace(settings.delay), journal)
    const legs = settings.engines.flatMap(engine => settings.states.map(state => ({ engine, state })))
    const [first, ...rest] = legs
    if (first !== undefined) await walkFirst(crawl, first)
    const found = first === undefined ? [] : pagesSeen(crawl.pagesOf(first))
    if (!isThere(crawl, first)) return gather(crawl, legs)
    await walkRest(crawl, rest, found.length > 0 ? found : [settings.url])
    return gather(crawl, legs)
  } finally {
    await journal?.close()
  }
}
