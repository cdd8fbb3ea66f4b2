import type { RecordedGap, RecordedRequest } from '../../collect/page-record.ts'
import { hostOf } from '../../collect/site.ts'
import { type DevToolsCookie, storedCookie } from '../../drivers/chromium-cookie.ts'
import type { ChromiumProcess } from '../../drivers/chromium-process.ts'
import { type Guard, openGuard } from '../../guard/guard.ts'
import { Frames } from '../frames.ts'
import { Happenings } from '../happenings.ts'
import { inTime } from '../in-time.ts'
import { ANSWER_LIMIT, type Limits, limitsOf } from '../limits.ts'
import type { Looking, LookingOptions, PageLook, VisitLimits } from '../looking.ts'
import { createMemory } from '../memory.ts'
import { noLook, pageLook, refusals } from '../page-look.ts'
import { publishedFiles } from '../published.ts'
import { untilQuiet } from '../quiet.ts'
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

/** A visit under way. */
interface Visit {
  readonly page: string
  readonly limits: Limits
  readonly began: number
  readonly deadline: number
}

class ChromiumLooking implements Looking {
  readonly engine = 'chromium'
  readonly version: string
  private readonly process: ChromiumProcess
  private readonly guard: Guard
  private readonly options: LookingOptions
  private readonly userAgent: string
  private readonly recorders: Recorders
  private readonly memory = createMemory()
  /** Origins whose published files were asked for. */
  private readonly asked = new Set<string>()
  private visiting: Visit | null = null
  private hung = false
  private closing: Promise<void> | null = null

  constructor(process: ChromiumProcess, guard: Guard, options: LookingOptions, userAgent: string) {
    this.process = process
    this.guard = guard
    this.options = options
    this.userAgent = userAgent
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
    const limits = limitsOf(given)
    if (!/^https?:\/\//i.test(page))
      return noLook(this.engine, page, [{ what: 'page', why: 'not-a-page', detail: page.slice(0, 200), more: null }])
    try {
      await this.freshPage()
      const began = Date.now()
      this.visiting = { page, limits, began, deadline: began + limits.seconds * 1000 }
      const { network, happenings } = this.recorders
      this.guard.allow(limits.bytes)
      network.restart()
      happenings.restart()
      const failure = await this.navigate(page)
      return await this.tell(failure)
    } catch (error) {
      return this.lost(page, error)
    }
  }

  async look(given?: VisitLimits): Promise<PageLook> {
    const { visiting } = this
    if (visiting === null) throw new Error('no page was visited yet')
    const limits = given === undefined ? visiting.limits : limitsOf(given)
    this.visiting = { ...visiting, limits, deadline: Date.now() + limits.seconds * 1000 }
    this.guard.allow(limits.bytes)
    return this.tell(null).catch(error => this.lost(visiting.page, error))
  }

  /** The browser did not do as it was told. */
  private lost(page: string, error: unknown): PageLook {
    this.hung = true
    const why = this.options.stop?.aborted || this.closing !== null ? 'stopped' : 'crashed'
    return noLook(this.engine, page, [{ what: 'page', why, detail: String(error).slice(0, 300), more: null }])
  }

  /** One that answers: the last may have crashed, or be busy for ever. */
  private async freshPage(): Promise<void> {
    const { happenings, tabs } = this.recorders
    if (this.hung || happenings.crashed || tabs.main === null) await tabs.replace()
    else if (this.visiting?.limits !== undefined && happenings.stopped)
      await this.order('Emulation.setScriptExecutionDisabled', { value: false }, ANSWER_LIMIT)
    this.hung = false
  }

  private async navigate(url: string): Promise<RecordedGap | null> {
    const { deadline = 0 } = this.visiting ?? {}
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

  /** Waits until the page is at rest, or has had enough; why it was not left to itself. */
  private async settle(): Promise<RecordedGap | null> {
    const { limits, deadline } = this.visiting as Visit
    const { network, happenings } = this.recorders
    const circling = () => happenings.documents > limits.redirects
    const activity = () => ({
      loaded: happenings.loaded,
      open: network.open,
      last: network.last,
      over: happenings.crashed || circling() || this.guard.overdrawn() || this.options.stop?.aborted === true,
    })
    const quiet = await untilQuiet(activity, limits.quiet, deadline)
    this.options.stop?.throwIfAborted()
    if (happenings.crashed) return { what: 'page', why: 'crashed', detail: null, more: null }
    if (circling()) return { what: 'page', why: 'too-many-redirects', detail: null, more: null }
    if (this.guard.overdrawn()) return { what: 'page', why: 'too-large', detail: `${limits.bytes} bytes`, more: null }
    return quiet ? null : { what: 'page', why: 'too-long', detail: `${limits.seconds} s`, more: null }
  }

  /** Looks at the page when it is at rest; again if it went elsewhere meanwhile. */
  private async rest(): Promise<{ readonly unrest: RecordedGap | null; readonly shown: Snapshots | null }> {
    const { limits, deadline } = this.visiting as Visit
    const { happenings } = this.recorders
    for (;;) {
      const unrest = await this.settle()
      if (happenings.crashed) return { unrest, shown: null }
      if (unrest !== null) await this.halt()
      const shown = await takeSnapshots(this.recorders, limits.most)
      if (shown.hung) await this.halt()
      if (!shown.moved || unrest !== null || Date.now() >= deadline) return { unrest, shown }
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

  private async tell(failure: RecordedGap | null): Promise<PageLook> {
    const visit = this.visiting as Visit
    const { network, happenings, frames, tabs } = this.recorders
    const { unrest, shown } = await this.rest()
    this.hung = happenings.crashed || shown?.hung === true
    const requests = network.requests()
    const address = frames.url(tabs.main?.target ?? '')
    const isWeb = /^https?:/.test(address)
    const main = requests.findLast(request => request.navigation && (!isWeb || request.answer !== null))
    const url = isWeb ? address : (main?.url ?? visit.page)
    const refused = this.guard.refused().has(hostOf(url))
    const ok = failure === null && isWeb && !refused && (main === undefined || main.answer !== null)
    const files = ok ? await this.publishedBy(url) : []
    const jar = await this.cookies().catch(() => null)
    await tabs.closePopups()
    const told = pageLook(
      {
        record: {
          engine: this.engine,
          page: visit.page,
          url,
          began: visit.began,
          ended: Date.now(),
          requests: refused ? withoutGuard(requests, this.guard) : requests,
          writes: happenings.writes,
          documents: [
            ...(shown?.documents ?? []),
            { frame: { url, ancestors: [] }, storage: [...happenings.stored.values()], fields: [] },
          ],
          jar: jar ?? [],
          tellsAll: true,
          known: this.memory.known,
          kept: this.memory.kept,
          values: this.options.values ?? false,
        },
        limits: visit.limits,
        ok,
        status: ok ? (main?.answer?.status ?? null) : null,
        links: shown?.links ?? [],
        gaps: [
          ...(failure === null ? [] : [failure]),
          ...(unrest === null ? [] : [unrest]),
          ...(jar === null ? [{ what: 'cookie', why: 'failed', detail: null, more: null } as const] : []),
          ...happenings.allGaps(),
          ...(shown?.gaps ?? []),
          ...refusals(this.guard),
          ...(network.more > 0
            ? [{ what: 'request', why: 'too-many', detail: null, more: network.more } as const]
            : []),
        ],
        files,
      },
      this.memory,
    )
    network.told()
    happenings.told()
    return told
  }

  private async publishedBy(url: string) {
    const { origin } = new URL(url)
    if (this.asked.has(origin) || this.asked.size >= 100) return []
    this.asked.add(origin)
    const { insecure = false } = this.options
    return publishedFiles(origin, { guard: this.guard, insecure, userAgent: this.userAgent })
  }

  async evaluate<T>(
    expression: string,
    { frame, world = 'own' }: { frame?: string; world?: 'own' | 'page' } = {},
  ): Promise<T> {
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

/** What our own guard answered in the place of a private address is nobody's answer. */
const withoutGuard = (requests: readonly RecordedRequest[], guard: Guard): RecordedRequest[] =>
  requests.map(request =>
    guard.refused().has(hostOf(request.url)) ? { ...request, answer: null, setCookies: [] } : request,
  )

/** Chromium on a fresh profile, behind a guard of its own. */
export async function openChromium(executable: string, options: LookingOptions): Promise<Looking> {
  const { proxy: upstream, allowPrivate = false, stop } = options
  stop?.throwIfAborted()
  const guard = await openGuard({ allowPrivate, ...(upstream === undefined ? {} : { upstream }) })
  let process: ChromiumProcess | undefined
  try {
    const userAgent = options.userAgent ?? (await visitorsAgent(executable))
    process = await startVisitor(executable, userAgent, guard.proxy, options)
    const looking = new ChromiumLooking(process, guard, options, userAgent)
    await looking.begin()
    stop?.addEventListener('abort', () => void looking.close(), { once: true })
    return looking
  } catch (error) {
    await process?.close()
    await guard.close()
    throw error
  }
}
