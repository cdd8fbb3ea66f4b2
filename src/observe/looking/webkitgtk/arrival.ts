import { LostBrowser, RefusedOrder } from '../../drivers/driver.ts'
import { pause } from '../in-time.ts'

/** An expression: how far the current document is. */
export const DOCUMENT = `({ began: performance.timeOrigin, state: document.readyState, url: location.href,
  text: document.body ? document.body.innerText.slice(0, 300) : '' })`

export interface CurrentDocument {
  /** Milliseconds since 1970. */
  readonly began: number
  readonly state: string
  readonly url: string
  readonly text: string
}

export interface Arrival {
  /** Empty: no page of the web came. */
  readonly url: string
  /** Of the document, as above. */
  readonly began: number
  /** Why not. */
  readonly failure: string | null
}

const STEP = 50

/** The browser's clock and ours differ by less than that. */
const SLACK = 5

/** Where the page has spoilt what the driver's own scripts need, it stays so. */
const MOST_REFUSALS = 20

/**
 * Waits until a new document is complete, or time is up. The driver's own waiting would go on in every later order, so
 * that a page that never ends could not be looked at. Throws when the browser is lost meanwhile.
 */
export async function arrival(
  current: () => Promise<CurrentDocument>,
  { began, deadline }: { readonly began: number; readonly deadline: number },
): Promise<Arrival> {
  let url = ''
  let refusals = 0
  while (Date.now() < deadline) {
    const document = await current().catch((error: Error) => error)
    if (document instanceof LostBrowser) throw document
    if (document instanceof RefusedOrder && ++refusals >= MOST_REFUSALS)
      return { url: '', began, failure: `no script runs: ${document.message}` }
    if (!(document instanceof Error) && document.began >= began - SLACK) {
      const isComplete = document.state === 'complete'
      url = /^https?:/.test(document.url) ? document.url : ''
      if (url !== '' && isComplete) return { url, began: document.began, failure: null }
      // Where no page comes, there is one of the browser's own that says why.
      if (isComplete && document.text !== '') return { url, began, failure: document.text }
    }
    await pause(STEP)
  }
  return { url, began, failure: url === '' ? 'nothing came in time' : null }
}
