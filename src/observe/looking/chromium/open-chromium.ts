import type { PageRecord, RecordedGap, RecordedRequest } from '../../collect/page-record.ts'
import { hostOf } from '../../collect/site.ts'
import { type DevToolsCookie, storedCookie } from '../../drivers/chromium-cookie.ts'
import type { ChromiumProcess } from '../../drivers/chromium-process.ts'
import { BrowserFault } from '../../drivers/driver.ts'
import type { Guard } from '../../guard/guard.ts'
import { Frames } from '../frames.ts'
import { openGuarded } from '../guarded.ts'
import { Happenings } from '../happenings.ts'
import { inTime } from '../in-time.ts'
import { ANSWER_LIMIT } from '../limits.ts'
import type { EvaluateOptions, Looking, LookingOptions, PageLook, VisitLimits } from '../looking.ts'
import { createMemory } from '../memory.ts'
import { pageLook, refusals } from '../page-look.ts'
import { createPublished } from '../published.ts'
import { continued, doingOf, lostLook, newVisit, notAPage, settle, type Visit, withoutGuard } from '../visit.ts'
import { failureGap } from './failure.ts'
import { listen, type Recorders } from './listen.ts'
import { Network } from './network.ts'
import { type Snapshots, takeSnapshots } from './snapshots.ts'
import { startVisitor, visitorsAgent } from './start.ts'
import { Tabs } from './tabs.ts'
import { Worlds } from './worlds.ts'

interface Navigated {
  readonly errorText?: string
  readonly isDownload?: boolean
}

class ChromiumLooking implements Looking {
  readonly engine = 'chromium'
  readonly version: string
  private readonly process: ChromiumProcess
  private readonly guard: Guard
  private readonly options: LookingOptions
  private readonly published: ReturnType<typeof createPublished>
  private readonly recorders: Recorders
  private readonly memory = createMemory()
  private visiting: Visit | null = null
  private hung = false
  private closing: Promise<void> | null = null

  constructor(process: ChromiumProcess, guard: Guard, options: LookingOptions, userAgent: string) {
    this.process = process
    this.guard = guard
    this.options = options
    this.published = createPublished({ guard, insecure: options.insecure ?? false, userAgent })
    this.version = process.version
    const frames = new Frames()
    this.recorders = {
      frames,
      tabs: new Tabs(process.rpc),
      worlds: new Worlds(process.rpc),
      network: new Network(frames),
      happenings: new Happenings(),
    }
    listen(process.rpc, this.recorders)
  }

  async begin(): Promise<void> {
    const { rpc } = this.process
    // Nothing a page sends is written to the disk.
    await rpc.call('Browser.setDownloadBehavior', { behavior: 'deny', eventsEnabled: true })
    await this.recorders.tabs.begin()
  }

  private order<T>(method: string, params: object, limit: number): Promise<T> {
    return inTime(this.process.rpc.call<T>(method, params, this.recorders.tabs.page().session), limit, method)
  }

  async visit(page: string, given?: VisitLimits): Promise<PageLook> {
    const none = notAPage(this.engine, page)
    if (none !== null) return none
    try {
      await this.freshPage()
      this.visiting = newVisit(page, given, this.guard)
      const { network, happenings } = this.recorders
      network.restart()
      happenings.restart()
      return await this.tell(this.visiting, await this.navigate(this.visiting))
    } catch (error) {
      return this.lost(page, error)
    }
  }

  async look(given?: VisitLimits): Promise<PageLook> {
    if (this.visiting === null) throw new BrowserFault('no page was visited yet')
    const visit = continued(this.visiting, given, this.guard)
    this.visiting = visit
    return this.tell(visit, null).catch(error => this.lost(visit.page, error))
  }

  private lost(page: string, error: unknown): PageLook {
    this.hung = true
    return lostLook(this.engine, page, error, this.options.stop?.aborted === true || this.closing !== null)
  }

  /** One that answers and stays: the last may have crashed, or be busy for ever. */
  private async freshPage(): Promise<void> {
    const { happenings, tabs } = this.recorders
    // A page that had to be stopped may have sent itself on already, and arrive in the next one's place.
    if (this.hung || happenings.crashed || happenings.stopped || tabs.main === null) await tabs.replace()
    this.hung = false
  }

  private async navigate({ page: url, deadline }: Visit): Promise<RecordedGap | null> {
    const { happenings } = this.recorders
    try {
      const { errorText, isDownload } = await this.order<Navigated>('Page.navigate', { url }, deadline - Date.now())
      if (isDownload) return { what: 'page', why: 'download', detail: url, more: null }
      if (errorText !== undefined) happenings.loaded = true
      return errorText === undefined ? null : failureGap(url, errorText, this.guard.refused())
    } catch (error) {
      if (this.closing !== null || happenings.crashed) throw error
      return { what: 'page', why: 'too-long', detail: String(error), more: null }
    }
  }

  /** Looks at the page when it is at rest; again if it went elsewhere meanwhile. */
  private async rest(visit: Visit): Promise<{ readonly unrest: RecordedGap | null; readonly shown: Snapshots | null }> {
    const { happenings, network } = this.recorders
    const doing = () => doingOf(happenings, network)
    for (;;) {
      const unrest = await settle(visit, this.guard, { stop: this.options.stop, doing })
      if (happenings.crashed) return { unrest, shown: null }
      if (unrest !== null) await this.halt()
      const shown = await takeSnapshots(this.recorders, visit.limits.most)
      if (shown.hung) await this.halt()
      if (!shown.moved || unrest !== null || Date.now() >= visit.deadline) return { unrest, shown }
    }
  }

  /** A page that would not stop is stopped, so that it can be looked at. */
  private async halt(): Promise<void> {
    const { happenings } = this.recorders
    happenings.stopped = true
    const halt = (method: string, params: object = {}) => this.order(method, params, ANSWER_LIMIT).catch(() => {})
    await Promise.all([
      halt('Runtime.terminateExecution'),
      halt('Emulation.setScriptExecutionDisabled', { value: true }),
      halt('Page.stopLoading'),
    ])
  }

  /** Where the page ended, and whether one came. */
  private ending(visit: Visit, requests: readonly RecordedRequest[]) {
    const address = this.recorders.frames.url(this.recorders.tabs.main?.target ?? '')
    const isWeb = /^https?:/.test(address)
    const main = requests.findLast(({ navigation, answer }) => navigation && (!isWeb || answer !== null))
    const url = isWeb ? address : (main?.url ?? visit.page)
    const came = isWeb && !this.guard.refused().has(hostOf(url)) && (main === undefined || main.answer !== null)
    return { url, came, status: main?.answer?.status ?? null }
  }

  private async tell(visit: Visit, failure: RecordedGap | null): Promise<PageLook> {
    const { network, happenings, tabs } = this.recorders
    const { unrest, shown } = await this.rest(visit)
    this.hung = happenings.crashed || shown?.hung === true
    const requests = network.requests()
    const { url, came, status } = this.ending(visit, requests)
    const ok = came && failure === null
    const [jar, files] = await Promise.all([this.cookies().catch(() => null), ok ? this.published(url) : []])
    await tabs.closePopups()
    const stored = { frame: { url, ancestors: [] }, storage: [...happenings.stored.values()], fields: [] }
    const record: PageRecord = {
      engine: this.engine,
      page: visit.page,
      url,
      began: visit.began,
      ended: Date.now(),
      requests: withoutGuard(requests, this.guard),
      writes: happenings.writes,
      // Where no page came, the browser shows one of its own, or our guard's.
      documents: [...(came ? (shown?.documents ?? []) : []), stored],
      jar: jar ?? [],
      known: this.memory.known,
      kept: this.memory.kept,
      values: this.options.values ?? false,
    }
    const gaps: (RecordedGap | null)[] = [
      failure,
      unrest,
      jar === null ? { what: 'cookie', why: 'failed', detail: null, more: null } : null,
      network.more > 0 ? { what: 'request', why: 'too-many', detail: null, more: network.more } : null,
      ...happenings.allGaps(),
      ...(shown?.gaps ?? []),
      ...refusals(this.guard),
    ]
    network.told()
    happenings.told()
    const told = {
      record,
      limits: visit.limits,
      ok,
      status: ok ? status : null,
      links: shown?.links ?? [],
      gaps,
      files,
    }
    return pageLook(told, this.memory)
  }

  async evaluate<T>(expression: string, { frame, world = 'own' }: EvaluateOptions = {}): Promise<T> {
    const { tabs, frames, worlds } = this.recorders
    const { target, session } = tabs.page()
    const wanted = frame ?? target
    const known = frames.within(target).find(({ id }) => id === wanted)
    return worlds.evaluate<T>({ frame: wanted, session: known?.session ?? session, world }, expression, ANSWER_LIMIT)
  }

  async frames() {
    const { tabs, frames } = this.recorders
    return frames.within(tabs.page().target).map(({ id, url, parent }) => ({ id, url, parent }))
  }

  screenshot(): Promise<string | null> {
    return this.order<{ data: string }>('Page.captureScreenshot', { format: 'png' }, 10_000).then(
      ({ data }) => data,
      () => null,
    )
  }

  async cookies() {
    const { rpc } = this.process
    const { cookies } = await inTime(
      rpc.call<{ cookies: DevToolsCookie[] }>('Storage.getCookies'),
      ANSWER_LIMIT,
      'the jar',
    )
    return cookies.map(storedCookie)
  }

  close(): Promise<void> {
    this.closing ??= this.process.close().then(() => this.guard.close())
    return this.closing
  }
}

/** Chromium on a fresh profile, behind a guard of its own. */
export async function openChromium(executable: string, options: LookingOptions): Promise<Looking> {
  const userAgent = options.userAgent ?? (await visitorsAgent(executable))
  return openGuarded(options, {
    start: guard => startVisitor(executable, userAgent, guard.proxy, options),
    begin: async (process, guard) => {
      const looking = new ChromiumLooking(process, guard, options, userAgent)
      await looking.begin()
      return looking
    },
  })
}
