import type { RecordedGap } from '../../collect/page-record.ts'
import { BrowserFault } from '../../drivers/driver.ts'
import { endDocuments, type FirefoxProcess, storedCookies } from '../../drivers/firefox-process.ts'
import type { BrowserPage, Doing, Heard, Shown } from '../browser-page.ts'
import { failureGap } from '../ending.ts'
import { Frames } from '../frames.ts'
import { Happenings } from '../happenings.ts'
import { HOOK } from '../hook-script.ts'
import { inTime } from '../in-time.ts'
import { ANSWER_LIMIT } from '../limits.ts'
import type { EvaluateOptions } from '../looking.ts'
import { type Asked, askable, shownOf } from '../shown.ts'
import { type Snapshot, snapshotScript } from '../snapshot-script.ts'
import { takeHeard } from '../take-heard.ts'
import { CHANNEL, EVENTS, FAILURES, listen, type Recorders } from './listen.ts'
import { Network } from './network.ts'

const HALT_LIMIT = 1000

interface Evaluated {
  readonly type: 'success' | 'exception'
  readonly result?: { readonly value?: string }
  readonly exceptionDetails?: { readonly text: string }
}

/** A page of Firefox, by WebDriver BiDi. */
export class FirefoxPage implements BrowserPage {
  readonly engine = 'firefox'
  readonly version: string
  readonly userAgent: string
  readonly untold: readonly RecordedGap[] = [
    { what: 'certificate', why: 'engine-cannot', detail: null, more: null },
    { what: 'request', why: 'engine-cannot', detail: 'bodies of requests', more: null },
  ]
  readonly #process: FirefoxProcess
  readonly #recorders: Recorders

  constructor(process: FirefoxProcess, userAgent: string | undefined) {
    this.#process = process
    this.version = process.version
    this.userAgent = userAgent ?? `Mozilla/5.0 (X11; Linux x86_64; rv:${this.version}) Gecko/20100101`
    const frames = new Frames()
    this.#recorders = {
      page: process.page,
      address: '',
      popups: new Set(),
      navigation: null,
      came: false,
      failure: null,
      frames,
      network: new Network(frames, () => this.#recorders.page),
      happenings: new Happenings(),
    }
    frames.attached(process.page, null, '')
    listen(process.rpc, this.#recorders)
  }

  async begin(): Promise<void> {
    const { rpc } = this.#process
    await rpc.call('session.subscribe', { events: EVENTS })
    await rpc.call('script.addPreloadScript', {
      functionDeclaration: `tell => (${HOOK})(tell)`,
      arguments: [{ type: 'channel', value: { channel: CHANNEL } }],
    })
  }

  #order<T>(method: string, params: object): Promise<T> {
    return inTime(this.#process.rpc.call<T>(method, params), ANSWER_LIMIT, method)
  }

  #close(context: string): Promise<unknown> {
    return this.#process.rpc.call('browsingContext.close', { context }).catch(() => {})
  }

  async renew(): Promise<void> {
    const old = this.#recorders.page
    this.#recorders.page = ''
    const { context } = await this.#order<{ context: string }>('browsingContext.create', { type: 'tab' })
    this.#recorders.page = context
    this.#recorders.happenings.restart()
    void this.#close(old)
  }

  async go(url: string, deadline: number): Promise<void> {
    const { network, happenings, page: context } = this.#recorders
    network.restart()
    happenings.restart()
    Object.assign(this.#recorders, { address: '', came: false, failure: null })
    const gone = this.#process.rpc.call('browsingContext.navigate', { context, url, wait: 'none' })
    await inTime(gone, deadline - Date.now(), 'the page').catch(error => {
      happenings.loaded = true
      // What went wrong on the way has been heard.
      this.#recorders.failure ??= failureGap(FAILURES, error)
    })
  }

  doing(): Doing {
    const { happenings, network } = this.#recorders
    return happenings.doing(network)
  }

  /** One that does not even stop is ended. */
  async halt(): Promise<void> {
    const { rpc, window } = this.#process
    const stopped = inTime(this.evaluate('window.stop()', { world: 'page' }), HALT_LIMIT, 'stopping')
    await stopped.catch(() => inTime(endDocuments(rpc, window), ANSWER_LIMIT, 'ending')).catch(() => {})
  }

  async show(most: number): Promise<Shown> {
    const { frames, page, address } = this.#recorders
    const script = snapshotScript(most)
    const { some, beyond } = askable(frames.within(page))
    const asked: Asked[] = []
    if (this.doing().crashed)
      asked.push({ frame: frames.frame(page, address), isTop: true, told: new BrowserFault('it had to be ended') })
    for (const { id } of some) {
      const told = await this.evaluate<Snapshot>(script, { frame: id }).catch((error: Error) => error)
      asked.push({ frame: frames.frame(id), isTop: id === page, told })
    }
    return shownOf(asked, beyond)
  }

  hear(): Heard {
    const { address, failure, network, happenings } = this.#recorders
    this.#recorders.failure = null
    return { address, failure, ...takeHeard(network, happenings) }
  }

  async tidy(): Promise<void> {
    await Promise.all([...this.#recorders.popups].map(context => this.#close(context)))
  }

  async evaluate<T>(expression: string, { frame, world = 'own' }: EvaluateOptions): Promise<T> {
    const reply = await this.#order<Evaluated>('script.evaluate', {
      // The page's own JSON may be anything.
      expression: `(async () => JSON.stringify({ value: await (${expression}\n) }))()`,
      target: { context: frame ?? this.#recorders.page, ...(world === 'own' ? { sandbox: 'candor' } : {}) },
      awaitPromise: true,
      userActivation: true,
    })
    if (reply.result?.value === undefined)
      throw new BrowserFault(reply.exceptionDetails?.text ?? 'the page gave no answer')
    return (JSON.parse(reply.result.value) as { value: T }).value
  }

  async frames() {
    return this.#recorders.frames.looked(this.#recorders.page)
  }

  async picture(): Promise<string> {
    const context = this.#recorders.page
    return (await this.#process.rpc.call<{ data: string }>('browsingContext.captureScreenshot', { context })).data
  }

  jar() {
    return storedCookies(this.#process.rpc, this.#process.window)
  }
}
