import type { PageRecord, RecordedDocument, RecordedGap } from '../../collect/page-record.ts'
import { hostOf } from '../../collect/site.ts'
import { BrowserFault } from '../../drivers/driver.ts'
import { PLAIN, proxyPreferences, QUIET } from '../../drivers/firefox-preferences.ts'
import { type FirefoxProcess, startFirefox, storedCookies } from '../../drivers/firefox-process.ts'
import { type Guard, openGuard } from '../../guard/guard.ts'
import { Frames } from '../frames.ts'
import { Happenings } from '../happenings.ts'
import { HOOK } from '../hook-script.ts'
import { inTime } from '../in-time.ts'
import { ANSWER_LIMIT, type Limits, limitsOf, MOST_FRAMES } from '../limits.ts'
import type { EvaluateOptions, Looking, LookingOptions, PageLook, VisitLimits } from '../looking.ts'
import { createMemory } from '../memory.ts'
import { noLook, pageLook, refusals } from '../page-look.ts'
import { publishedFiles } from '../published.ts'
import { untilQuiet } from '../quiet.ts'
import { gapsIn } from '../snapshot-gaps.ts'
import { type Snapshot, snapshotScript } from '../snapshot-script.ts'
import { CHANNEL, EVENTS, listen, type Recorders } from './listen.ts'
import { Network } from './network.ts'

/** What WebDriver BiDi has no words for. */
const UNTOLD: readonly RecordedGap[] = [
  { what: 'certificate', why: 'engine-cannot', detail: null, more: null },
  { what: 'request', why: 'engine-cannot', detail: 'bodies of requests', more: null },
]

interface Evaluated {
  readonly type: 'success' | 'exception'
  readonly result?: { readonly value?: string }
  readonly exceptionDetails?: { readonly text: string }
}

interface Visit {
  readonly page: string
  readonly limits: Limits
  readonly began: number
  readonly deadline: number
}

class FirefoxLooking implements Looking {
  readonly engine = 'firefox'
  readonly version: string
  private readonly process: FirefoxProcess
  private readonly guard: Guard
  private readonly options: LookingOptions
  private readonly recorders: Recorders
  private readonly memory = createMemory()
  private readonly asked = new Set<string>()
  private visiting: Visit | null = null
  private hung = false
  private toldBefore = false
  private closing: Promise<void> | null = null

  constructor(process: FirefoxProcess, guard: Guard, options: LookingOptions) {
    this.process = process
    this.guard = guard
    this.options = options
    this.version = process.version
    const frames = new Frames()
    const network = new Network(frames, () => this.recorders.page)
    this.recorders = {
      page: process.page,
      popups: new Set(),
      failure: null,
      frames,
      network,
      happenings: new Happenings(),
    }
    frames.attached(process.page, null, '')
    listen(process.rpc, this.recorders)
  }

  async begin(): Promise<void> {
    const { rpc } = this.process
    await rpc.call('session.subscribe', { events: EVENTS })
    await rpc.call('script.addPreloadScript', {
      functionDeclaration: `tell => (${HOOK})(tell)`,
      arguments: [{ type: 'channel', value: { channel: CHANNEL } }],
    })
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
      this.recorders.failure = null
      const order = { context: this.recorders.page, url: page, wait: 'none' }
      await inTime(this.process.rpc.call('browsingContext.navigate', order), ANSWER_LIMIT, page).catch(error => {
        happenings.loaded = true
        this.recorders.failure = String(error)
      })
      return await this.tell()
    } catch (error) {
      return this.lost(page, error)
    }
  }

  async look(given?: VisitLimits): Promise<PageLook> {
    const { visiting } = this
    if (visiting === null) throw new BrowserFault('no page was visited yet')
    const limits = given === undefined ? visiting.limits : limitsOf(given)
    this.visiting = { ...visiting, limits, deadline: Date.now() + limits.seconds * 1000 }
    this.guard.allow(limits.bytes)
    return this.tell().catch(error => this.lost(visiting.page, error))
  }

  private lost(page: string, error: unknown): PageLook {
    this.hung = true
    const why = this.options.stop?.aborted || this.closing !== null ? 'stopped' : 'crashed'
    return noLook(this.engine, page, [{ what: 'page', why, detail: String(error).slice(0, 300), more: null }])
  }

  private async freshPage(): Promise<void> {
    if (!this.hung && !this.recorders.happenings.crashed) return
    const { rpc } = this.process
    const old = this.recorders.page
    this.recorders.page = ''
    const { context } = await inTime(
      rpc.call<{ context: string }>('browsingContext.create', { type: 'tab' }),
      ANSWER_LIMIT,
      'a new page',
    )
    this.recorders.page = context
    this.recorders.happenings.restart()
    this.hung = false
    void rpc.call('browsingContext.close', { context: old }).catch(() => {})
  }

  private async settle(): Promise<RecordedGap | null> {
    const { limits, deadline } = this.visiting as Visit
    const { network, happenings } = this.recorders
    const circling = () => happenings.documents > limits.redirects
    const over = () => happenings.crashed || circling() || this.guard.overdrawn() || this.options.stop?.aborted === true
    const activity = () => ({ loaded: happenings.loaded, open: network.open, last: network.last, over: over() })
    const quiet = await untilQuiet(activity, limits.quiet, deadline)
    this.options.stop?.throwIfAborted()
    if (happenings.crashed) return { what: 'page', why: 'crashed', detail: null, more: null }
    if (circling()) return { what: 'page', why: 'too-many-redirects', detail: null, more: null }
    if (this.guard.overdrawn()) return { what: 'page', why: 'too-large', detail: `${limits.bytes} bytes`, more: null }
    return quiet ? null : { what: 'page', why: 'too-long', detail: `${limits.seconds} s`, more: null }
  }

  private async snapshots(most: number) {
    const { frames, page } = this.recorders
    const script = snapshotScript(most)
    const all = frames.within(page)
    const gaps: RecordedGap[] = []
    const documents: RecordedDocument[] = []
    let links: readonly string[] = []
    for (const { id, url } of all.slice(0, MOST_FRAMES)) {
      const told = await this.evaluate<Snapshot>(script, { frame: id }).catch(String)
      if (typeof told === 'string') {
        this.hung ||= id === page
        gaps.push({
          what: id === page ? 'page' : 'frame',
          why: 'failed',
          detail: `${url}: ${told.slice(0, 200)}`,
          more: null,
        })
        continue
      }
      if (id === page) links = told.links
      gaps.push(...gapsIn(told))
      documents.push({ frame: frames.frame(id), storage: told.storage, fields: told.fields })
    }
    const beyond = all.length - MOST_FRAMES
    if (beyond > 0) gaps.push({ what: 'frame', why: 'too-many', detail: null, more: beyond })
    return { documents, links, gaps }
  }

  private async tell(): Promise<PageLook> {
    const visit = this.visiting as Visit
    const { network, happenings, frames, popups } = this.recorders
    const unrest = await this.settle()
    if (unrest !== null) await this.halt()
    const shown = await this.snapshots(visit.limits.most)
    const requests = network.requests()
    const address = frames.url(this.recorders.page)
    const main = requests.findLast(({ navigation, answer }) => navigation && answer !== null)
    const url = /^https?:/.test(address) ? address : visit.page
    const refused = this.guard.refused().has(hostOf(url))
    const failure = this.failure(url)
    const ok = failure === null && !refused && (main !== undefined || frames.url(this.recorders.page) !== '')
    const record: PageRecord = {
      engine: this.engine,
      page: visit.page,
      url,
      began: visit.began,
      ended: Date.now(),
      requests: requests.map(it =>
        this.guard.refused().has(hostOf(it.url)) ? { ...it, answer: null, setCookies: [] } : it,
      ),
      writes: happenings.writes,
      documents: refused ? [] : shown.documents,
      jar: await this.cookies(),
      tellsAll: true,
      known: this.memory.known,
      kept: this.memory.kept,
      values: this.options.values ?? false,
    }
    await Promise.all(
      [...popups].map(context => this.process.rpc.call('browsingContext.close', { context }).catch(() => {})),
    )
    const files = ok ? await this.publishedBy(url) : []
    const gaps = [
      ...(failure === null ? [] : [failure]),
      ...(unrest === null ? [] : [unrest]),
      ...(this.toldBefore ? [] : UNTOLD),
      ...happenings.allGaps(),
      ...shown.gaps,
      ...refusals(this.guard),
      ...(network.more > 0 ? [{ what: 'request', why: 'too-many', detail: null, more: network.more } as const] : []),
    ]
    const links = ok ? shown.links : []
    const status = ok ? (main?.answer?.status ?? null) : null
    const told = pageLook({ record, limits: visit.limits, ok, status, links, gaps, files }, this.memory)
    network.told()
    happenings.told()
    this.toldBefore = true
    return told
  }

  private failure(url: string): RecordedGap | null {
    const { failure, happenings } = this.recorders
    const host = hostOf(url)
    if (this.guard.refused().has(host)) return { what: 'page', why: 'private-address', detail: host, more: null }
    if (failure === null) return null
    const download = happenings.gaps.find(({ why }) => why === 'download')
    if (download !== undefined) return download
    const why = /redirect/i.test(failure) ? 'too-many-redirects' : 'network'
    return {
      what: /CERT|SEC_ERROR|SSL/.test(failure) ? 'certificate' : 'page',
      why,
      detail: failure.slice(0, 300),
      more: null,
    }
  }

  private halt(): Promise<unknown> {
    return this.evaluate('window.stop()', { world: 'page' }).catch(() => {})
  }

  private async publishedBy(url: string) {
    const { origin } = new URL(url)
    if (this.asked.has(origin) || this.asked.size >= 100) return []
    this.asked.add(origin)
    const { insecure = false, userAgent = `Mozilla/5.0 (X11; Linux x86_64; rv:${this.version}) Gecko/20100101` } =
      this.options
    return publishedFiles(origin, { guard: this.guard, insecure, userAgent })
  }

  async evaluate<T>(expression: string, { frame, world = 'own' }: EvaluateOptions = {}): Promise<T> {
    const target = { context: frame ?? this.recorders.page, ...(world === 'own' ? { sandbox: 'candor' } : {}) }
    const order = {
      // The page's own JSON may be anything.
      expression: `(async () => JSON.stringify({ value: await (${expression}\n) }))()`,
      target,
      awaitPromise: true,
      userActivation: true,
    }
    const reply = await inTime(this.process.rpc.call<Evaluated>('script.evaluate', order), ANSWER_LIMIT, 'the page')
    if (reply.result?.value === undefined)
      throw new BrowserFault(reply.exceptionDetails?.text ?? 'the page gave no answer')
    return (JSON.parse(reply.result.value) as { value: T }).value
  }

  async frames() {
    return this.recorders.frames.within(this.recorders.page).map(({ id, url, parent }) => ({ id, url, parent }))
  }

  screenshot(): Promise<string | null> {
    const shot = this.process.rpc.call<{ data: string }>('browsingContext.captureScreenshot', {
      context: this.recorders.page,
    })
    return inTime(shot, 10_000, 'the picture').then(
      ({ data }) => data,
      () => null,
    )
  }

  cookies() {
    return inTime(storedCookies(this.process.rpc, this.process.window), ANSWER_LIMIT, 'the jar')
  }

  close(): Promise<void> {
    this.closing ??= this.process.close().then(() => this.guard.close())
    return this.closing
  }
}

/** Firefox on a fresh profile, as it comes, behind a guard of its own. */
export async function openFirefox(executable: string, options: LookingOptions): Promise<Looking> {
  const {
    env,
    proxy: upstream,
    allowPrivate = false,
    insecure = false,
    gpc = false,
    language,
    userAgent,
    stop,
  } = options
  stop?.throwIfAborted()
  const guard = await openGuard({ allowPrivate, ...(upstream === undefined ? {} : { upstream }) })
  let process: FirefoxProcess | undefined
  try {
    const preferences = {
      ...QUIET,
      ...PLAIN,
      ...proxyPreferences(guard.proxy),
      // A page that hangs must not take the next one along.
      'dom.ipc.processCount': 4,
      'privacy.globalprivacycontrol.enabled': gpc,
      'intl.accept_languages': language ?? 'en',
      ...(userAgent === undefined ? {} : { 'general.useragent.override': userAgent }),
    }
    const unhandledPromptBehavior = { default: 'dismiss', beforeUnload: 'accept' }
    process = await startFirefox(executable, env, preferences, {
      acceptInsecureCerts: insecure,
      unhandledPromptBehavior,
    })
    const looking = new FirefoxLooking(process, guard, options)
    await looking.begin()
    stop?.addEventListener('abort', () => void looking.close(), { once: true })
    return looking
  } catch (error) {
    await process?.close()
    await guard.close()
    throw error
  }
}
