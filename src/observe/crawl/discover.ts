import { siteOf } from '../collect/site.ts'
import { Frontier } from './frontier.ts'
import type { CrawlSettings } from './options.ts'
import { mayVisit, type Robots } from './robots.ts'
import type { Route, Stop } from './route.ts'

/** Addresses that robots.txt asks to leave alone. */
export interface Discovery extends Route {
  readonly leftAlone: readonly string[]
}

export interface Sources {
  /** Where to begin besides the start page. */
  readonly pages: readonly string[]
  readonly robotsOf: (origin: string) => Promise<Robots>
}

/** Finds pages as it goes: by their links, or only those that are given. The start page is always the first. */
export function discover(settings: CrawlSettings, { pages, robotsOf }: Sources): Discovery {
  const site = siteOf(new URL(settings.url).hostname)
  const belongs = (address: string) => siteOf(new URL(address).hostname) === site
  const frontier = new Frontier({ pages: settings.pages, depth: settings.depth, belongs })
  const leftAlone: string[] = []
  let begun = false

  const isAllowed = async ({ address, depth }: Stop): Promise<boolean> =>
    settings.ignoreRobots || depth === 0 || mayVisit(await robotsOf(new URL(address).origin), address)

  async function next(): Promise<Stop | null> {
    if (!begun) {
      begun = true
      frontier.add([settings.url], 0)
      const first = frontier.next()
      // What a person lists by hand is not left alone.
      frontier.add(pages, Array.isArray(settings.from) ? 0 : 1)
      return first
    }
    for (let stop = frontier.next(); stop !== null; stop = frontier.next()) {
      if (await isAllowed(stop)) return stop
      leftAlone.push(stop.address)
      frontier.giveBack()
    }
    return null
  }

  return {
    next,
    found: record => {
      frontier.reached(record.url)
      if (settings.from === 'links') frontier.add(record.links, record.depth + 1)
    },
    left: () => frontier.waiting,
    leftAlone,
  }
}
