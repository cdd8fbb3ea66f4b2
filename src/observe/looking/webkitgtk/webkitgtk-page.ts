import type { RecordedGap, RecordedRequest } from '../../collect/page-record.ts'
import { BrowserFault } from '../../drivers/driver.ts'
import { documentCookies, type WebkitgtkProcess } from '../../drivers/webkitgtk-process.ts'
import type { Guard } from '../../guard/guard.ts'
import type { BrowserPage, Doing, Heard, Shown } from '../browser-page.ts'
import { type FailureWords, failureGap } from '../ending.ts'
import { Happenings } from '../happenings.ts'
import { ANSWER_LIMIT } from '../limits.ts'
import { NOTHING_SHOWN, shownOf } from '../shown.ts'
import { arrival, type CurrentDocument, DOCUMENT } from './arrival.ts'
import { askDocuments } from './ask-documents.ts'
import { createDriven, type Driven } from './driven.ts'
import { UNTOLD } from './untold.ts'

const FAILURES: FailureWords = [
  [/^nothing came in time/, 'page', 'too-long'],
  [/^no script runs/, 'page', 'failed'],
  [/redirect/, 'page', 'too-many-redirects'],
  [/certificate|TLS/i, 'certificate', 'network'],
]

/** A page of WebKitGTK's MiniBrowser, by W3C WebDriver. */
export class WebkitgtkPage implements BrowserPage {
  readonly engine = 'webkitgtk'
  readonly version: string
  readonly userAgent: string
  readonly untold = UNTOLD
  readonly #process: WebkitgtkProcess
  readonly #guard: Guard
  readonly #happenings = new Happenings()
  readonly #driven: Driven
  /** Where it is, and when its document began, which tells it from another. */
  #document = { url: '', began: 0 }
  #failure: RecordedGap | null = null
  #requests: readonly RecordedRequest[] = []

  constructor(process: WebkitgtkProcess, guard: Guard, userAgent: string | undefined) {
    this.#process = process
    this.#guard = guard
    this.#driven = createDriven(process.order, this.#happenings)
    this.version = process.version
    this.userAgent = userAgent ?? 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/605.1.15'
  }

  async renew(): Promise<void> {
    const { order } = this.#driven
    const { handle } = await order<{ handle: string }>('POST', '/window/new', { type: 'tab' })
    await order('DELETE', '/window')
    await order('POST', '/window', { handle })
  }

  async go(url: string, deadline: number): Promise<void> {
    this.#happenings.restart()
    const { order } = this.#driven
    await order('POST', '/timeouts', { script: ANSWER_LIMIT })
    const began = Date.now()
    await order('POST', '/url', { url })
    const limit = () => Math.min(ANSWER_LIMIT, deadline - Date.now())
    const current = () => this.#driven.evaluate<CurrentDocument>(DOCUMENT, limit())
    const { failure, ...document } = await arrival(current, { began, deadline })
    this.#document = document
    this.#failure = failure === null ? null : failureGap(FAILURES, failure)
  }

  /** What comes through the guard is all that is known of it. */
  doing(): Doing {
    return { loaded: true, open: 0, last: this.#guard.last(), crashed: false, documents: this.#happenings.documents }
  }

  /** There is no order for it; the next page is a new one. */
  async halt(): Promise<void> {}

  async show(most: number): Promise<Shown> {
    if (this.#failure !== null) return NOTHING_SHOWN
    const { asked, beyond, requests, top } = await askDocuments(this.#driven, most)
    this.#requests = requests
    const shown = shownOf(asked, beyond)
    if (top === null) return shown
    const moved = top.began !== this.#document.began
    if (moved) this.#happenings.documents++
    this.#document = top
    return { ...shown, moved }
  }

  hear(): Heard {
    const failure = this.#failure
    const gaps = this.#happenings.allGaps()
    this.#failure = null
    this.#happenings.told()
    return { address: this.#document.url, failure, requests: this.#requests, writes: [], stored: [], gaps }
  }

  /** It opens nothing that no visitor has asked for. */
  async tidy(): Promise<void> {}

  evaluate<T>(expression: string): Promise<T> {
    return this.#driven.evaluate<T>(expression)
  }

  async frames() {
    return [{ id: '', url: await this.#driven.order<string>('GET', '/url'), parent: null }]
  }

  picture(): Promise<string> {
    return this.#process.order<string>('GET', '/screenshot')
  }

  async jar() {
    // It is asked of the document; one that hangs would be waited for.
    if (this.#failure !== null) throw new BrowserFault('there is no document')
    const jar = await documentCookies(this.#process.order)
    // Its driver says None where nothing was said.
    return jar.map(cookie => ({ ...cookie, sameSite: cookie.sameSite === 'None' ? null : cookie.sameSite }))
  }
}
