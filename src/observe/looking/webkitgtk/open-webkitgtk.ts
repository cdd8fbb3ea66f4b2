import type { PageRecord, RecordedDocument, RecordedGap } from '../../collect/page-record.ts'
import { hostOf } from '../../collect/site.ts'
import { BrowserFault } from '../../drivers/driver.ts'
import type { WebkitgtkPrograms } from '../../drivers/webkitgtk-display.ts'
import { documentCookies, startWebkitgtk, type WebkitgtkProcess } from '../../drivers/webkitgtk-process.ts'
import type { Guard } from '../../guard/guard.ts'
import { openGuarded } from '../guarded.ts'
import { inTime } from '../in-time.ts'
import { ANSWER_LIMIT } from '../limits.ts'
import type { Looking, LookingOptions, PageLook, VisitLimits } from '../looking.ts'
import { createMemory } from '../memory.ts'
import { pageLook, refusals } from '../page-look.ts'
import { createPublished } from '../published.ts'
import { gapsIn } from '../snapshot-gaps.ts'
import { type Snapshot, snapshotScript } from '../snapshot-script.ts'
import { continued, lostLook, newVisit, notAPage, settle, type Visit } from '../visit.ts'
import { RESOURCES, type Resource, requestOf } from './resources.ts'

const cannot = (what: RecordedGap['what'], detail: string | null): RecordedGap => ({
  what,
  why: 'engine-cannot',
  detail,
  more: null,
})

/** Said with the first page: what its driver has no words for, and what must not be concluded from it. */
const UNTOLD: readonly RecordedGap[] = [
  cannot('page', 'WebKitGTK is not Safari: it keeps cookies by rules of its own'),
  cannot('cookie', 'cookies of other sites than the page’s own'),
  cannot('cookie-source', null),
  cannot('storage-source', null),
  cannot('request', 'cookies, bodies and redirects of requests'),
  cannot('policy-header', null),
  cannot('certificate', null),
]

const MOST_FRAMES = 20

interface Document {
  readonly snapshot: Snapshot
  readonly resources: readonly Resource[]
}

class WebkitgtkLooking implements Looking {
  readonly engine = 'webkitgtk'
  readonly version: string
  private readonly process: WebkitgtkProcess
  private readonly guard: Guard
  private readonly options: LookingOptions
  private readonly memory = createMemory()
  private readonly published: ReturnType<typeof createPublished>
  private visiting: Visit | null = null
  private toldBefore = false
  private closing: Promise<void> | null = null

  constructor(process: WebkitgtkProcess, guard: Guard, options: LookingOptions) {
    this.process = process
    this.guard = guard
    this.options = options
    this.version = process.version
    const { insecure = false, userAgent = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/605.1.15' } = options
    this.published = createPublished({ guard, insecure, userAgent })
  }

  private order<T>(method: 'GET' | 'POST', path: string, body?: object, limit = ANSWER_LIMIT): Promise<T> {
    return inTime(this.process.order<T>(method, path, body), limit + 1000, path)
  }

  async visit(page: string, given?: VisitLimits): Promise<PageLook> {
    const none = notAPage(this.engine, page)
    if (none !== null) return none
    const visit = newVisit(page, given, this.guard)
    this.visiting = visit
    const time = visit.limits.seconds * 1000
    try {
      await this.order('POST', '/timeouts', { pageLoad: time, script: ANSWER_LIMIT })
      const failed = await this.order('POST', '/url', { url: page }, time).then(() => null, String)
      return await this.tell(visit, failed)
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
    return lostLook(this.engine, page, error, this.options.stop?.aborted === true || this.closing !== null)
  }

  private failureGap({ page, limits }: Visit, failure: string): RecordedGap {
    const host = hostOf(page)
    if (this.guard.refused().has(host)) return { what: 'page', why: 'private-address', detail: host, more: null }
    if (this.guard.overdrawn()) return { what: 'page', why: 'too-large', detail: `${limits.bytes} bytes`, more: null }
    return {
      what: 'page',
      why: /time/i.test(failure) ? 'too-long' : 'network',
      detail: failure.slice(0, 300),
      more: null,
    }
  }

  /** What stands in the current document. */
  private ask(most: number): Promise<Document> {
    return this.evaluate<Document>(`${snapshotScript(most)}.then(snapshot => ({ snapshot, resources: ${RESOURCES} }))`)
  }

  /** The page, and the documents that stand in it. */
  private async documents(most: number) {
    const top = await this.ask(most)
    const found = [{ frame: { url: top.snapshot.url, ancestors: [] as string[] }, ...top }]
    const gaps: RecordedGap[] = []
    const count = await this.evaluate<number>('window.length')
    for (let at = 0; at < Math.min(count, MOST_FRAMES); at++) {
      try {
        await this.order('POST', '/frame', { id: at })
        const inner = await this.ask(most)
        found.push({ frame: { url: inner.snapshot.url, ancestors: [top.snapshot.url] }, ...inner })
      } catch (error) {
        gaps.push({ what: 'frame', why: 'failed', detail: String(error).slice(0, 200), more: null })
      } finally {
        await this.order('POST', '/frame', { id: null })
      }
    }
    if (count > MOST_FRAMES) gaps.push({ what: 'frame', why: 'too-many', detail: null, more: count - MOST_FRAMES })
    return { found, gaps: [...gaps, ...found.flatMap(({ snapshot }) => gapsIn(snapshot))] }
  }

  private async tell(visit: Visit, failed: string | null): Promise<PageLook> {
    const { page, limits, began } = visit
    // What comes through the guard is all that is known of its doings.
    const doing = () => ({ loaded: true, open: 0, last: this.guard.last(), crashed: false, documents: 0 })
    const unrest = await settle(visit, this.guard, { stop: this.options.stop, doing })
    const { found, gaps: shut } = await this.documents(limits.most)
    const url = found[0]?.snapshot.url ?? page
    const isFine = failed === null && !this.guard.refused().has(hostOf(page))
    const failure = isFine ? null : this.failureGap(visit, failed ?? '')
    const ok = failure === null && /^https?:/.test(url)
    const documents: RecordedDocument[] = found.map(({ frame, snapshot: { storage, fields } }) => ({
      frame,
      storage,
      fields,
    }))
    const record: PageRecord = {
      engine: this.engine,
      page,
      url,
      began,
      ended: Date.now(),
      requests: found.flatMap(({ frame, resources }) => resources.map(resource => requestOf(frame, resource))),
      writes: [],
      documents: ok ? documents : [],
      jar: ok ? await this.cookies() : [],
      known: this.memory.known,
      kept: this.memory.kept,
      values: this.options.values ?? false,
    }
    const gaps = [failure, unrest, ...(this.toldBefore ? [] : UNTOLD), ...shut, ...refusals(this.guard)]
    this.toldBefore = true
    const files = ok ? await this.published(url) : []
    const links = ok ? (found[0]?.snapshot.links ?? []) : []
    return pageLook({ record, limits, ok, status: null, links, gaps, files }, this.memory)
  }

  /** In the page's own world: there is no other. */
  async evaluate<T>(expression: string): Promise<T> {
    const script = `const done = arguments[arguments.length - 1]
      ;(async () => done(JSON.stringify({ value: await (${expression}\n) })))().catch(error => done(JSON.stringify({ error: String(error) })))`
    const said = await this.order<string>('POST', '/execute/async', { script, args: [] })
    const { value, error } = JSON.parse(said) as { value: T; error?: string }
    if (error !== undefined) throw new BrowserFault(error)
    return value
  }

  async frames() {
    return [{ id: '', url: await this.order<string>('GET', '/url'), parent: null }]
  }

  screenshot(): Promise<string | null> {
    return this.order<string>('GET', '/screenshot', undefined, 10_000).catch(() => null)
  }

  async cookies() {
    const jar = await inTime(documentCookies(this.process.order), ANSWER_LIMIT, 'the jar')
    // Its driver says None where nothing was said.
    return jar.map(cookie => ({ ...cookie, sameSite: cookie.sameSite === 'None' ? null : cookie.sameSite }))
  }

  close(): Promise<void> {
    this.closing ??= this.process.close().then(() => this.guard.close())
    return this.closing
  }
}

/** WebKitGTK's MiniBrowser on a fresh profile, behind a guard of its own. */
export async function openWebkitgtk(programs: WebkitgtkPrograms, options: LookingOptions): Promise<Looking> {
  const { env, insecure = false, gpc = false, language = 'en', userAgent } = options
  if (gpc) throw new BrowserFault('WebKitGTK has no Global Privacy Control')
  const capabilities = { acceptInsecureCerts: insecure, unhandledPromptBehavior: 'dismiss' }
  return openGuarded(options, {
    start: guard => {
      const args = [`--proxy=http://${guard.proxy}`, ...(userAgent === undefined ? [] : [`--user-agent=${userAgent}`])]
      return startWebkitgtk(programs, { ...env, LANGUAGE: language.replaceAll(',', ':') }, { args, capabilities })
    },
    begin: async (process, guard) => new WebkitgtkLooking(process, guard, options),
  })
}
