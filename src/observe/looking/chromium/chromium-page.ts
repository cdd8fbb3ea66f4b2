import type { RecordedGap } from '../../collect/page-record.ts'
import { type DevToolsCookie, storedCookie } from '../../drivers/chromium-cookie.ts'
import type { ChromiumProcess } from '../../drivers/chromium-process.ts'
import type { BrowserPage, Doing, Heard, Shown } from '../browser-page.ts'
import { downloadGap, type FailureWords, failureGap } from '../ending.ts'
import { Frames } from '../frames.ts'
import { Happenings } from '../happenings.ts'
import { inTime } from '../in-time.ts'
import { ANSWER_LIMIT } from '../limits.ts'
import type { EvaluateOptions } from '../looking.ts'
import { takeHeard } from '../take-heard.ts'
import { listen, type Recorders } from './listen.ts'
import { Network } from './network.ts'
import { showPage } from './show.ts'
import { Tabs } from './tabs.ts'
import { Worlds } from './worlds.ts'

const FAILURES: FailureWords = [
  [/took too long/, 'page', 'too-long'],
  [/TOO_MANY_REDIRECTS/, 'page', 'too-many-redirects'],
  [/CERT|SSL/, 'certificate', 'network'],
  [/ABORTED|BLOCKED_BY_RESPONSE/, 'page', 'not-a-page'],
]

interface Navigated {
  readonly errorText?: string
  readonly isDownload?: boolean
}

/** A page of Chromium, by the DevTools protocol. */
export class ChromiumPage implements BrowserPage {
  readonly engine = 'chromium'
  readonly version: string
  readonly userAgent: string
  readonly untold: readonly RecordedGap[] = []
  readonly #process: ChromiumProcess
  readonly #recorders: Recorders
  #failure: RecordedGap | null = null

  constructor(process: ChromiumProcess, userAgent: string) {
    this.#process = process
    this.version = process.version
    this.userAgent = userAgent
    const { rpc } = process
    const frames = new Frames()
    const network = new Network(frames)
    this.#recorders = { frames, tabs: new Tabs(rpc), worlds: new Worlds(rpc), network, happenings: new Happenings() }
    listen(rpc, this.#recorders)
  }

  async begin(): Promise<void> {
    // Nothing a page sends is written to the disk.
    await this.#process.rpc.call('Browser.setDownloadBehavior', { behavior: 'deny', eventsEnabled: true })
    await this.#recorders.tabs.begin()
  }

  #order<T>(method: string, params: object = {}, limit = ANSWER_LIMIT): Promise<T> {
    return inTime(this.#process.rpc.call<T>(method, params, this.#recorders.tabs.page().session), limit, method)
  }

  async renew(): Promise<void> {
    await this.#recorders.tabs.replace()
    this.#recorders.happenings.restart()
  }

  async go(url: string, deadline: number): Promise<void> {
    const { network, happenings } = this.#recorders
    network.restart()
    happenings.restart()
    this.#failure = null
    try {
      const { errorText, isDownload } = await this.#order<Navigated>('Page.navigate', { url }, deadline - Date.now())
      if (errorText !== undefined) happenings.loaded = true
      if (isDownload) this.#failure = downloadGap(url)
      else if (errorText !== undefined) this.#failure = failureGap(FAILURES, errorText)
    } catch (error) {
      if (happenings.crashed) throw error
      this.#failure = failureGap(FAILURES, error)
    }
  }

  doing(): Doing {
    const { happenings, network } = this.#recorders
    return happenings.doing(network)
  }

  halt(): Promise<unknown> {
    return Promise.allSettled([
      this.#order('Runtime.terminateExecution'),
      this.#order('Emulation.setScriptExecutionDisabled', { value: true }),
      this.#order('Page.stopLoading'),
    ])
  }

  show(most: number): Promise<Shown> {
    return showPage(this.#recorders, most)
  }

  hear(): Heard {
    const { frames, tabs, network, happenings } = this.#recorders
    const failure = this.#failure
    this.#failure = null
    return { address: frames.url(tabs.main?.target ?? ''), failure, ...takeHeard(network, happenings) }
  }

  tidy(): Promise<unknown> {
    return this.#recorders.tabs.closePopups()
  }

  async evaluate<T>(expression: string, { frame, world = 'own' }: EvaluateOptions): Promise<T> {
    const { tabs, frames, worlds } = this.#recorders
    const { target, session } = tabs.page()
    const wanted = frame ?? target
    const known = frames.within(target).find(({ id }) => id === wanted)
    return worlds.evaluate<T>({ frame: wanted, session: known?.session ?? session, world }, expression, ANSWER_LIMIT)
  }

  async frames() {
    const { frames, tabs } = this.#recorders
    return frames.looked(tabs.page().target)
  }

  async picture(): Promise<string> {
    const { rpc } = this.#process
    const { session } = this.#recorders.tabs.page()
    return (await rpc.call<{ data: string }>('Page.captureScreenshot', { format: 'png' }, session)).data
  }

  async jar() {
    const { cookies } = await this.#process.rpc.call<{ cookies: DevToolsCookie[] }>('Storage.getCookies')
    return cookies.map(storedCookie)
  }
}
