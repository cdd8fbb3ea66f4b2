import type { PageRecord, RecordedGap } from '../collect/page-record.ts'
import { BrowserFault } from '../drivers/driver.ts'
import type { Guard } from '../guard/guard.ts'
import type { BrowserPage, Shown } from './browser-page.ts'
import { endingOf, withoutGuard } from './ending.ts'
import { inTime } from './in-time.ts'
import { ANSWER_LIMIT } from './limits.ts'
import type { EvaluateOptions, Looking, LookingOptions, PageLook, VisitLimits } from './looking.ts'
import { createMemory } from './memory.ts'
import { pageLook, refusals } from './page-look.ts'
import { createPublished } from './published.ts'
import { NOTHING_SHOWN } from './shown.ts'
import { continued, lostLook, newVisit, notAPage, settle, tooLong, type Visit } from './visit.ts'

const PICTURE_LIMIT = 10_000

export interface Behind {
  readonly guard: Guard
  readonly options: LookingOptions
  /** Ends the browser and the guard. */
  readonly close: () => Promise<void>
}

/** Looks at page after page through the page of a browser, the same way in every engine. */
export class LookingThrough implements Looking {
  readonly engine
  readonly version
  readonly #page: BrowserPage
  readonly #behind: Behind
  readonly #published: ReturnType<typeof createPublished>
  readonly #memory = createMemory()
  #untold: readonly RecordedGap[]
  #visit: Visit | null = null
  /** It crashed, does not answer, or had to be stopped: it may even have sent itself on, and arrive in the next one's place. */
  #spoilt = false
  #closing: Promise<void> | null = null

  constructor(page: BrowserPage, behind: Behind) {
    const { engine, version, userAgent, untold } = page
    this.engine = engine
    this.version = version
    this.#page = page
    this.#behind = behind
    this.#untold = untold
    const { guard, options } = behind
    this.#published = createPublished({ guard, insecure: options.insecure ?? false, userAgent })
  }

  async visit(address: string, given?: VisitLimits): Promise<PageLook> {
    const none = notAPage(this.engine, address)
    if (none !== null) return none
    if (this.#spoilt || this.#page.doing().crashed) {
      // A browser that opens no page any more is none: another has to be opened.
      const failed = await this.#page.renew().then(
        () => null,
        (error: Error) => error,
      )
      if (failed !== null && !this.#isOver) throw failed
      this.#spoilt = failed !== null
    }
    const visit = newVisit(address, given, this.#behind.guard)
    this.#visit = visit
    return this.#unlessLost(address, async () => {
      await this.#page.go(address, visit.deadline)
      if (this.#closing !== null) throw new BrowserFault('the browser was closed')
      return this.#tell(visit)
    })
  }

  async look(given?: VisitLimits): Promise<PageLook> {
    if (this.#visit === null) throw new BrowserFault('no page was visited yet')
    const visit = continued(this.#visit, given, this.#behind.guard)
    this.#visit = visit
    return this.#unlessLost(visit.page, () => this.#tell(visit))
  }

  /** What a page does is told; only the browser itself can fail. */
  async #unlessLost(address: string, look: () => Promise<PageLook>): Promise<PageLook> {
    try {
      return await look()
    } catch (error) {
      this.#spoilt = true
      return lostLook(this.engine, address, error, this.#isOver)
    }
  }

  get #isOver(): boolean {
    return this.#behind.options.stop?.aborted === true || this.#closing !== null
  }

  /** Looks at the page when it is at rest; again if it went elsewhere meanwhile. */
  async #rest(visit: Visit): Promise<{ readonly unrest: RecordedGap | null; readonly shown: Shown }> {
    const { guard, options } = this.#behind
    const page = this.#page
    for (;;) {
      const unrest = await settle(visit, guard, { stop: options.stop, doing: () => page.doing() })
      if (page.doing().crashed) return { unrest, shown: NOTHING_SHOWN }
      if (unrest !== null) await page.halt()
      const shown = await page.show(visit.limits.most)
      if (shown.hung) await page.halt()
      if (!shown.moved || unrest !== null) return { unrest, shown }
      if (Date.now() >= visit.deadline) return { unrest: tooLong(visit.limits), shown }
    }
  }

  async #tell(visit: Visit): Promise<PageLook> {
    const { guard, options } = this.#behind
    const { unrest, shown } = await this.#rest(visit)
    const jar = await this.cookies().catch(() => null)
    const heard = this.#page.hear()
    const { url, ok, status, failure } = endingOf(visit, heard, guard)
    this.#spoilt = unrest !== null || shown.hung || failure?.why === 'too-long'
    const files = ok ? await this.#published(url) : []
    await this.#page.tidy()
    const stored = { frame: { url, ancestors: [] }, storage: heard.stored, fields: [] }
    const record: PageRecord = {
      engine: this.engine,
      page: visit.page,
      url,
      began: visit.began,
      ended: Date.now(),
      requests: withoutGuard(heard.requests, guard),
      writes: heard.writes,
      // Where no page came, the browser shows one of its own, or our guard's.
      documents: [...(ok ? shown.documents : []), stored],
      jar: jar ?? [],
      known: this.#memory.known,
      kept: this.#memory.kept,
      values: options.values ?? false,
    }
    const noJar = ok && jar === null ? ({ what: 'cookie', why: 'failed', detail: null, more: null } as const) : null
    const gaps = [failure, unrest, noJar, ...this.#untold, ...heard.gaps, ...(ok ? shown.gaps : []), ...refusals(guard)]
    this.#untold = []
    const links = ok ? shown.links : []
    return pageLook({ record, limits: visit.limits, ok, status, links, gaps, files }, this.#memory)
  }

  evaluate<T>(expression: string, options: EvaluateOptions = {}): Promise<T> {
    return inTime(this.#page.evaluate<T>(expression, options), ANSWER_LIMIT, 'the page')
  }

  frames() {
    return this.#page.frames()
  }

  screenshot(): Promise<string | null> {
    return inTime(this.#page.picture(), PICTURE_LIMIT, 'the picture').catch(() => null)
  }

  cookies() {
    return inTime(this.#page.jar(), ANSWER_LIMIT, 'the jar')
  }

  close(): Promise<void> {
    this.#closing ??= this.#behind.close()
    return this.#closing
  }
}
