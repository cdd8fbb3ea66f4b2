import { randomBytes } from 'node:crypto'
import { BrowserFault } from '../../drivers/driver.ts'
import type { JsonRpc } from '../../drivers/json-rpc.ts'
import { HOOK } from '../hook-script.ts'
import { inTime } from '../in-time.ts'
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
  private arrived: (() => void) | null = null

  constructor(rpc: JsonRpc) {
    this.rpc = rpc
  }

  tab(session: string): Tab | undefined {
    return this.known.get(session)
  }

  /** Whether it is the page itself, or a document of its. */
  isPage(session: string): boolean {
    return this.known.get(session)?.kind === 'page'
  }

  private say(method: string, params: object, session: string): Promise<unknown> {
    // What is gone meanwhile needs no orders.
    return this.rpc.call(method, params, session).catch(() => {})
  }

  /** Takes up something new; false if it is more than is looked at. */
  attached({ sessionId, targetInfo: { targetId, type } }: Attached, parent: string | undefined): boolean {
    const popup = { session: sessionId, target: targetId }
    if (type === 'page') {
      const isMain = this.main === null
      if (!isMain && this.popups.length >= MOST_POPUPS) {
        void this.rpc.call('Target.closeTarget', { targetId }).catch(() => {})
        return false
      }
      if (isMain) this.main = popup
      else this.popups.push(popup)
      this.known.set(sessionId, { session: sessionId, kind: isMain ? 'page' : 'popup' })
      void this.prepareDocument(sessionId).then(() => isMain && this.arrived?.())
    } else if (type === 'iframe') {
      this.known.set(sessionId, { session: sessionId, kind: this.known.get(parent ?? '')?.kind ?? 'popup' })
      void this.prepareDocument(sessionId)
    } else {
      if (WORKERS.includes(type)) this.known.set(sessionId, { session: sessionId, kind: 'worker' })
      void this.prepareWorker(sessionId)
    }
    return true
  }

  detached(session: string): void {
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
    if (old !== null) {
      this.known.delete(old.session)
      void this.rpc.call('Target.closeTarget', { targetId: old.target }).catch(() => {})
    }
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
    await Promise.all(
      gone.map(({ target }) => this.rpc.call('Target.closeTarget', { targetId: target }).catch(() => {})),
    )
  }
}
