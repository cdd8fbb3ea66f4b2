import { randomBytes } from 'node:crypto'
import { BrowserFault } from '../../drivers/driver.ts'
import type { JsonRpc } from '../../drivers/json-rpc.ts'
import { HOOK } from '../hook-script.ts'
import { inTime, pause } from '../in-time.ts'
import { MOST_POPUPS } from '../limits.ts'
import type { Tab } from './network.ts'

export interface Attached {
  readonly sessionId: string
  readonly targetInfo: { readonly targetId: string; readonly type: string; readonly url: string }
}

export interface Popup {
  readonly session: string
  readonly target: string
}

const ATTACH = { autoAttach: true, waitForDebuggerOnStart: true, flatten: true }

const CLOSING_LIMIT = 5000
const CLOSING_STEP = 20

const WORKERS = ['worker', 'shared_worker', 'service_worker']

/**
 * Everything of the browser's that is spoken to: the page, what opens from it, documents in processes of their own, and
 * workers. Each is held until it is listened to, so that nothing of it is missed.
 */
export class Tabs {
  private readonly rpc: JsonRpc
  private readonly known = new Map<string, Tab>()
  /** What scripts call to be heard; nobody could guess it, and it is gone before the page's first script runs. */
  readonly binding = `_${randomBytes(12).toString('hex')}`
  /** The page's session and target; the target's id is also that of its topmost document. */
  main: Popup | null = null
  popups: Popup[] = []
  /** Sessions of pages that were told to close. */
  private readonly closing = new Set<string>()
  private arrived: (() => void) | null = null

  constructor(rpc: JsonRpc) {
    this.rpc = rpc
  }

  tab(session: string): Tab | undefined {
    return this.known.get(session)
  }

  private say(method: string, params: object, session: string): Promise<unknown> {
    // What is gone meanwhile needs no orders.
    return this.rpc.call(method, params, session).catch(() => {})
  }

  /** Takes up something new. A popup beyond those that are looked at is closed. */
  attached({ sessionId, targetInfo: { targetId, type } }: Attached, parent: string | undefined): 'page' | 'popup' {
    if (type === 'page') return this.attachedPage({ session: sessionId, target: targetId })
    if (type === 'iframe') {
      this.known.set(sessionId, { session: sessionId, kind: this.known.get(parent ?? '')?.kind ?? 'popup' })
      void this.prepareDocument(sessionId)
    } else {
      if (WORKERS.includes(type)) this.known.set(sessionId, { session: sessionId, kind: 'worker' })
      void this.prepareWorker(sessionId)
    }
    return 'page'
  }

  private attachedPage(page: Popup): 'page' | 'popup' {
    const kind = this.main === null ? 'page' : 'popup'
    if (kind === 'page') this.main = page
    else if (this.popups.length < MOST_POPUPS) this.popups.push(page)
    else {
      void this.end(page)
      return kind
    }
    this.known.set(page.session, { session: page.session, kind })
    void this.prepareDocument(page.session).then(() => kind === 'page' && this.arrived?.())
    return kind
  }

  detached(session: string): void {
    this.closing.delete(session)
    this.known.delete(session)
    this.popups = this.popups.filter(popup => popup.session !== session)
    if (this.main?.session === session) this.main = null
  }

  /** Orders of one session are carried out in turn, so there is nothing to wait for between them. */
  private prepareDocument(session: string): Promise<unknown> {
    const { binding: name } = this
    const source = `(${HOOK})(((name, tell) => (delete globalThis[name], tell))('${name}', globalThis['${name}']))`
    const network = { maxTotalBufferSize: 0, maxResourceBufferSize: 0, maxPostDataSize: 65_536 }
    void this.say('Page.enable', {}, session)
    void this.say('Runtime.enable', {}, session)
    void this.say('Runtime.addBinding', { name }, session)
    void this.say('Page.addScriptToEvaluateOnNewDocument', { source }, session)
    void this.say('Network.enable', network, session)
    void this.say('DOMStorage.enable', {}, session)
    void this.say('Inspector.enable', {}, session)
    void this.say('Target.setAutoAttach', ATTACH, session)
    return this.say('Runtime.runIfWaitingForDebugger', {}, session)
  }

  private prepareWorker(session: string): Promise<unknown> {
    void this.say('Network.enable', {}, session)
    return this.say('Runtime.runIfWaitingForDebugger', {}, session)
  }

  /** Attaches to the page that the browser opened with, and to whatever opens from now on. */
  async begin(): Promise<void> {
    const ready = this.awaitMain()
    await this.rpc.call('Target.setAutoAttach', ATTACH)
    await ready
  }

  private awaitMain(): Promise<void> {
    const arrived = new Promise<void>(resolve => {
      this.arrived = resolve
    })
    return inTime(arrived, 15_000, 'a new page')
  }

  /** A new page in place of one that has crashed or does not answer. */
  async replace(): Promise<void> {
    const old = this.main
    this.main = null
    if (old !== null) await this.end(old)
    const ready = this.awaitMain()
    await this.rpc.call('Target.createTarget', { url: 'about:blank' })
    await ready
  }

  page(): Popup {
    if (this.main === null) throw new BrowserFault('there is no page')
    return this.main
  }

  async closePopups(): Promise<void> {
    const gone = this.popups
    this.popups = []
    await Promise.all(gone.map(popup => this.end(popup)))
  }

  /** Says so until it is gone: a page that is just on its way elsewhere does not mind being told once. */
  private async end({ session, target }: Popup): Promise<void> {
    this.known.delete(session)
    this.closing.add(session)
    const deadline = Date.now() + CLOSING_LIMIT
    while (this.closing.has(session) && Date.now() < deadline) {
      await this.rpc.call('Target.closeTarget', { targetId: target }).catch(() => {})
      if (this.closing.has(session)) await pause(CLOSING_STEP)
    }
    this.closing.delete(session)
  }
}
