import type { PageRecord, RecordedDocument, RecordedGap } from '../../collect/page-record.ts'
import { hostOf } from '../../collect/site.ts'
import { BrowserFault } from '../../drivers/driver.ts'
import { PLAIN, proxyPreferences, QUIET } from '../../drivers/firefox-preferences.ts'
import { type FirefoxProcess, startFirefox, storedCookies } from '../../drivers/firefox-process.ts'
import type { Guard } from '../../guard/guard.ts'
import { Frames } from '../frames.ts'
import { openGuarded } from '../guarded.ts'
import { Happenings } from '../happenings.ts'
import { HOOK } from '../hook-script.ts'
import { inTime } from '../in-time.ts'
import { ANSWER_LIMIT, MOST_FRAMES } from '../limits.ts'
import type { EvaluateOptions, Looking, LookingOptions, PageLook, VisitLimits } from '../looking.ts'
import { createMemory } from '../memory.ts'
import { pageLook, refusals } from '../page-look.ts'
import { createPublished } from '../published.ts'
import { gapsIn } from '../snapshot-gaps.ts'
import { type Snapshot, snapshotScript } from '../snapshot-script.ts'
import { continued, doingOf, lostLook, newVisit, notAPage, settle, type Visit, withoutGuard } from '../visit.ts'
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

class FirefoxLooking implements Looking {
  readonly engine = 'firefox'
  readonly version: string
  private readonly process: FirefoxProcess
  private readonly guard: Guard
  private readonly options: LookingOptions
  private readonly recorders: Recorders
  private readonly memory = createMemory()
  private readonly published: ReturnType<typeof createPublished>
  private visiting: Visit | null = null
  private hung = false
  private toldBefore = false
  private closing: Promise<void> | null = null

  constructor(process: FirefoxProcess, guard: Guard, options: LookingOptions) {
    this.process = process
    this.guard = guard
    this.options = options
    this.version = process.version
    const { insecure = false, userAgent = `Mozilla/5.0 (X11; Linux x86_64; rv:${this.version}) Gecko/20100101` } =
      options
    this.published = createPublished({ guard, insecure, userAgent })
    const frames = new Frames()
    const network = new Network(frames, () => this.recorders.page)
    this.recorders = {
      page: process.page,
      popups: new Set(),
      navigation: null,
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
    const none = notAPage(this.engine, page)
    if (none !== null) return none
    try {
      await this.freshPage()
      this.visiting = newVisit(page, given, this.guard)
      const { network, happenings } = this.recorders
      network.restart()
      happenings.restart()
      this.recorders.failure = null
      const order = { context: this.recorders.page, url: page, wait: 'none' }
      await inTime(this.process.rpc.call('browsingContext.navigate', order), ANSWER_LIMIT, page).catch(error => {
        happenings.loaded = true
        this.recorders.failure = String(error)
      })
      return await this.tell(this.visiting)
    } catch (error) {
      return this.lost(page, error)
    }
  }

  async look(given?: VisitLimits): Promise<PageLook> {
    if (this.visiting === null) throw new BrowserFault('no page was visited yet')
    const visit = continued(this.visiting, given, this.guard)
    this.visiting = visit
    return this.tell(visit).catch(error => this.lost(visit.page, error))
  }

  private lost(page: string, error: unknown): PageLook {
    this.hung = true
    return lostLook(this.engine, page, error, this.options.stop?.aborted === true || this.closing !== null)
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

  private async tell(visit: Visit): Promise<PageLook> {
    const { network, happenings, frames, popups, page } = this.recorders
    const doing = () => doingOf(happenings, network)
    const unrest = await settle(visit, this.guard, { stop: this.options.stop, doing })
    if (unrest !== null) await this.halt()
    const shown = await this.snapshots(visit.limits.most)
    const requests = network.requests()
    const address = frames.url(page)
    const main = requests.findLast(({ navigation, answer }) => navigation && answer !== null)
    const url = /^https?:/.test(address) ? address : visit.page
    const failure = this.failure(url)
    const ok = failure === null && (main !== undefined || address !== '')
    const record: PageRecord = {
      engine: this.engine,
      page: visit.page,
      url,
      began: visit.began,
      ended: Date.now(),
      requests: withoutGuard(requests, this.guard),
      writes: happenings.writes,
      documents: ok ? shown.documents : [],
      jar: await this.cookies(),
      known: this.memory.known,
      kept: this.memory.kept,
      values: this.options.values ?? false,
    }
    const close = (context: string) => this.process.rpc.call('browsingContext.close', { context }).catch(() => {})
    await Promise.all([...popups].map(close))
    const gaps: (RecordedGap | null)[] = [
      failure,
      unrest,
      network.more > 0 ? { what: 'request', why: 'too-many', detail: null, more: network.more } : null,
      ...(this.toldBefore ? [] : UNTOLD),
      ...happenings.allGaps(),
      // Where no page came, the browser shows one of its own.
      ...(ok ? shown.gaps : []),
      ...refusals(this.guard),
    ]
    this.toldBefore = true
    network.told()
    happenings.told()
    const files = ok ? await this.published(url) : []
    const status = ok ? (main?.answer?.status ?? null) : null
    return pageLook(
      { record, limits: visit.limits, ok, status, links: ok ? shown.links : [], gaps, files },
      this.memory,
    )
  }

  private failure(url: string): RecordedGap | null {
    const { failure, happenings } = this.recorders
    const host = hostOf(url)
    if (this.guard.refused().has(host)) return { what: 'page', why: 'private-address', detail: host, more: null }
    if (failure === null) return null
    const download = happenings.gaps.find(({ why }) => why === 'download')
    if (download !== undefined) return download
    const why = /redirect/i.test(failure) ? 'too-many-redirects' : /too long/.test(failure) ? 'too-long' : 'network'
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
export function openFirefox(executable: string, options: LookingOptions): Promise<Looking> {
  const { env, insecure = false, gpc = false, language = 'en', userAgent } = options
  const unhandledPromptBehavior = { default: 'dismiss', beforeUnload: 'accept' }
  return openGuarded(options, {
    start: guard => {
      const preferences = {
        ...QUIET,
        ...PLAIN,
        ...proxyPreferences(guard.proxy),
        // A page that hangs must not take the next one along.
        'dom.ipc.processCount': 4,
        'privacy.globalprivacycontrol.enabled': gpc,
        'intl.accept_languages': language,
        ...(userAgent === undefined ? {} : { 'general.useragent.override': userAgent }),
      }
      return startFirefox(executable, env, preferences, { acceptInsecureCerts: insecure, unhandledPromptBehavior })
    },
    begin: async (process, guard) => {
      const looking = new FirefoxLooking(process, guard, options)
      await looking.begin()
      return looking
    },
  })
}
