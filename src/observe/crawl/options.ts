import type { Engine, State } from '../../model/index.ts'
import type { SiteScript } from '../choosing/script.ts'
import type { LookingOptions, VisitLimits } from '../looking/looking.ts'
import { pageAddress } from './frontier.ts'
import type { CrawlPlan } from './journal.ts'
import type { Progress } from './progress.ts'

/** What has a default. */
interface Settings {
  /** Default: Chromium. */
  readonly engines: readonly Engine[]
  /** Default: all. */
  readonly states: readonly State[]
  /** Where pages are found. Default: by the links, from the start page. */
  readonly from: 'links' | 'sitemap' | readonly string[]
  /** Most pages, each looked at in every state. Default: 20. */
  readonly pages: number
  /** How many links away from the start page. Default: 3. */
  readonly depth: number
  /** For all together; what is then left is said. Default: 1800. */
  readonly seconds: number
  /** For each page. */
  readonly limits: VisitLimits
  /** Least time between two pages, in milliseconds; a site may ask for more. Default: 250. */
  readonly delay: number
  /** Do as if the site had no robots.txt: for one's own site. Default: false. */
  readonly ignoreRobots: boolean
  /** How many states are looked at at once. Default: 2. */
  readonly together: number
}

interface Given {
  /** The start page. */
  readonly url: string
  /** How to look, in every state alike. */
  readonly looking: Omit<LookingOptions, 'userAgent' | 'gpc' | 'stop'>
  /** Logs in, or makes the choice where that cannot be done otherwise. */
  readonly script?: { readonly run: SiteScript; readonly path: string }
  /** Keeps what is finished in this folder, and goes on with what it has. */
  readonly resume?: string
  readonly tell?: (progress: Progress) => void
  readonly stop?: AbortSignal
}

export type ObserveOptions = Given & Partial<Settings>
export type CrawlSettings = Given & Settings

const DEFAULTS: Settings = {
  engines: ['chromium'],
  states: ['before', 'accepted', 'refused', 'withdrawn', 'gpc', 'robot'],
  from: 'links',
  pages: 20,
  depth: 3,
  seconds: 1800,
  limits: {},
  delay: 250,
  ignoreRobots: false,
  together: 2,
}

export const settingsOf = (options: ObserveOptions): CrawlSettings => ({
  ...DEFAULTS,
  ...options,
  url: pageAddress(options.url) ?? options.url,
})

/** What must be the same for a crawl to be gone on with. Limits of time and pace may differ. */
export const planOf = (settings: CrawlSettings): CrawlPlan => ({
  url: settings.url,
  engines: settings.engines.join(' '),
  states: settings.states.join(' '),
  from: typeof settings.from === 'string' ? settings.from : settings.from.join(' '),
  pages: String(settings.pages),
  depth: String(settings.depth),
  robots: String(!settings.ignoreRobots),
  script: settings.script?.path ?? '',
  language: settings.looking.language ?? '',
  proxy: settings.looking.proxy ?? '',
  values: String(settings.looking.values ?? false),
})
