import type { Observation, Shot } from '../../model/index.ts'
import { ScriptFault } from '../choosing/script.ts'
import { BrowserFault } from '../drivers/driver.ts'
import type { Looking, PageLook } from '../looking/looking.ts'
import { openLooking } from '../looking/open-looking.ts'
import { type Crawl, gapIn, type Leg } from './crawl.ts'
import type { PageRecord } from './journal.ts'
import { type Prepared, prepare } from './prepare.ts'
import type { Route, Stop } from './route.ts'
import { visitPatiently } from './visit-patiently.ts'

/** A robot that says so: one of the best known, with the mark of a browser without a window. */
const ROBOT =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko; compatible; Googlebot/2.1; +http://www.google.com/bot.html) HeadlessChrome/141.0.0.0 Safari/537.36'

/** A browser that breaks down is started anew so often. */
const MOST_STARTS = 3

const open = (crawl: Crawl, { engine, state }: Leg): Promise<Looking> =>
  openLooking(engine, {
    ...crawl.settings.looking,
    ...(state === 'robot' ? { userAgent: ROBOT } : {}),
    ...(state === 'gpc' ? { gpc: true } : {}),
    ...(crawl.settings.stop === undefined ? {} : { stop: crawl.settings.stop }),
  })

/** One state with one engine, page after page in one fresh profile. */
export class Walk {
  readonly #crawl: Crawl
  readonly #leg: Leg
  readonly #route: Route
  readonly #plan: readonly string[]
  #looking: Looking | null = null
  #prepared: Prepared | null = null
  #starts = 0
  #done = 0

  /** `plan`: the pages that are known already, for a visitor to have been at. */
  constructor(crawl: Crawl, leg: Leg, route: Route, plan: readonly string[]) {
    this.#crawl = crawl
    this.#leg = leg
    this.#route = route
    this.#plan = plan
  }

  /** To the end of the route, as far as it can be gone. Everything seen is kept by the crawl. */
  async go(): Promise<void> {
    this.#crawl.settings.tell?.({ kind: 'state', ...this.#leg })
    try {
      await this.#goOn()
    } catch (error) {
      if (!(error instanceof BrowserFault || error instanceof ScriptFault)) throw error
      await this.#end([this.#faultGap(error)])
    } finally {
      await this.#looking?.close()
    }
  }

  async #goOn(): Promise<void> {
    await this.#passEarlier()
    for (let stop = await this.#route.next(); stop !== null; stop = await this.#route.next()) {
      if (this.#crawl.isOver) return this.#end([this.#leftGap(1 + this.#route.left())])
      if (!(await this.#visit(stop, false))) return
    }
    const start = { address: this.#crawl.settings.url, depth: 0 }
    const isSecond = this.#crawl.pagesOf(this.#leg).some(({ again }) => again)
    if (!isSecond && this.#done > 0 && !this.#crawl.isOver && !(await this.#visit(start, true))) return
    await this.#end([])
  }

  /** What a crawl that was killed had finished is not done again; the route is brought to where it was. */
  async #passEarlier(): Promise<void> {
    for (const record of this.#crawl.pagesOf(this.#leg).filter(({ again }) => !again)) {
      let stop = await this.#route.next()
      while (stop !== null && stop.address !== record.page) stop = await this.#route.next()
      this.#route.found(record)
      this.#done++
    }
  }

  /** A browser in the state to be looked at; null if that state cannot be reached. */
  async #ready(): Promise<Looking | null> {
    if (this.#looking !== null) return this.#looking
    this.#starts++
    this.#looking = await open(this.#crawl, this.#leg)
    this.#prepared = await prepare(this.#looking, this.#crawl, this.#leg, this.#plan)
    const { failure, observations } = this.#prepared
    if (observations.length > 0) this.#crawl.settings.tell?.({ kind: 'choice', ...this.#leg, failure })
    return failure === null ? this.#looking : null
  }

  /** False: there is no point in going on. */
  async #visit(stop: Stop, again: boolean): Promise<boolean> {
    try {
      const looking = await this.#ready()
      if (looking === null) {
        await this.#end(this.#prepared?.observations ?? [])
        return false
      }
      await this.#look(looking, stop, again)
      return true
    } catch (error) {
      if (!(error instanceof BrowserFault) || this.#starts >= MOST_STARTS || this.#crawl.isOver) throw error
      await this.#looking?.close()
      this.#looking = null
      return this.#visit(stop, again)
    }
  }

  async #look(looking: Looking, stop: Stop, again: boolean): Promise<void> {
    const { settings, pace } = this.#crawl
    // A choice ends with the start page loaded again: that is its first look in this state.
    const prepared = this.#takePrepared(stop, again)
    if (prepared?.reloaded == null) await pace.turn(settings.stop)
    // All else depends on the page that is looked at first.
    const visit = () =>
      prepared === null ? looking.visit(stop.address, settings.limits) : visitPatiently(looking, stop.address, settings)
    const look = prepared?.reloaded ?? (await visit())
    const seen = prepared?.reloaded == null ? this.#observationsOf(look) : []
    const shot = this.#done === 0 && !again ? await this.#shoot(looking, stop) : null
    // What was cut short by being stopped is looked at again another time.
    if (settings.stop?.aborted === true) return
    const record: PageRecord = {
      kind: 'page',
      ...this.#leg,
      version: looking.version,
      page: stop.address,
      depth: stop.depth,
      again,
      url: look.url,
      ok: look.ok,
      links: look.links,
      observations: [...(prepared?.observations ?? []), ...seen],
      shot,
    }
    await this.#crawl.keep(record)
    if (!again) this.#route.found(record)
    this.#done++
    settings.tell?.({
      kind: 'page',
      ...this.#leg,
      page: stop.address,
      done: this.#done,
      all: this.#done + this.#route.left(),
    })
  }

  #takePrepared(stop: Stop, again: boolean): Prepared | null {
    const isFirst = !again && stop.address === this.#crawl.settings.url && this.#done === 0
    return isFirst ? this.#prepared : null
  }

  #observationsOf(look: PageLook): readonly Observation[] {
    const { state } = this.#leg
    return [...look.observations, ...look.gaps].map(sighting => ({ ...sighting, state }) as Observation)
  }

  async #shoot(looking: Looking, stop: Stop): Promise<Shot | null> {
    // Looking for the notice may have moved the page; one that does not answer is shown as it stands.
    await looking.evaluate("scrollTo({ top: 0, behavior: 'instant' })").catch(() => {})
    const png = await looking.screenshot()
    return png === null ? null : { state: this.#leg.state, page: stop.address, png }
  }

  /** Where it was stopped or ran out of time, its end is not kept: then it can be gone on with. */
  async #end(observations: readonly Observation[]): Promise<void> {
    const seen = this.#crawl.pagesOf(this.#leg).some(({ ok }) => ok)
    const record = { kind: 'state', ...this.#leg, seen, observations } as const
    if (this.#crawl.isOver) this.#crawl.note(record)
    else await this.#crawl.keep(record)
    this.#crawl.settings.tell?.({ kind: 'end', ...this.#leg, seen })
  }

  #leftGap(more: number): Observation {
    return gapIn(this.#crawl, this.#leg, { what: 'page', why: 'stopped', more })
  }

  #faultGap(error: Error): Observation {
    const isScript = error instanceof ScriptFault
    const why = isScript ? 'failed' : this.#looking === null ? 'engine-cannot' : 'crashed'
    return gapIn(this.#crawl, this.#leg, {
      what: isScript ? 'choice' : 'page',
      why,
      detail: error.message.slice(0, 500),
    })
  }
}
