import type { RecordedRequest } from '../../collect/page-record.ts'
import { BrowserFault, LostBrowser, RefusedOrder } from '../../drivers/driver.ts'
import type { Asked } from '../shown.ts'
import { type Snapshot, snapshotScript } from '../snapshot-script.ts'
import type { Driven } from './driven.ts'
import { RESOURCES, type Resource, requestOf } from './resources.ts'

const MOST_FRAMES = 20

interface Told {
  readonly snapshot: Snapshot
  readonly resources: readonly Resource[]
  /** When the document began, which tells it from another. */
  readonly began: number
  /** Documents that stand in it. */
  readonly inner: number
}

export interface AskedDocuments {
  /** The page itself first. */
  readonly asked: readonly Asked[]
  readonly beyond: number
  readonly requests: readonly RecordedRequest[]
  /** Null: the page itself did not answer. */
  readonly top: { readonly url: string; readonly began: number } | null
}

/** What went wrong; an order that was refused stands for a page that went elsewhere. */
function faultOf(error: unknown): BrowserFault {
  const hasMoved = error instanceof RefusedOrder && /unload|no such frame/.test(error.message)
  return hasMoved ? error : new BrowserFault(String(error))
}

/** Asks the page and the documents in it, one level deep, what stands in them and what they asked for. */
export async function askDocuments({ order, evaluate }: Driven, most: number): Promise<AskedDocuments> {
  const script = `${snapshotScript(most)}.then(snapshot => ({
    snapshot, resources: ${RESOURCES}, began: performance.timeOrigin, inner: window.length }))`
  const requests: RecordedRequest[] = []
  const ask = async (ancestors: readonly string[]): Promise<{ asked: Asked; told: Told | null }> => {
    const isTop = ancestors.length === 0
    try {
      const told = await evaluate<Told>(script)
      const frame = { url: told.snapshot.url, ancestors }
      requests.push(...told.resources.map(resource => requestOf(frame, resource)))
      return { asked: { frame, isTop, told: told.snapshot }, told }
    } catch (error) {
      if (error instanceof LostBrowser) throw error
      return { asked: { frame: { url: '', ancestors }, isTop, told: faultOf(error) }, told: null }
    }
  }
  const page = await ask([])
  const asked = [page.asked]
  const inner = page.told?.inner ?? 0
  for (let id = 0; id < Math.min(inner, MOST_FRAMES); id++) {
    // A frame that went meanwhile is none.
    if ((await order('POST', '/frame', { id }).catch(() => 'gone')) === 'gone') continue
    asked.push((await ask([page.asked.frame.url])).asked)
    await order('POST', '/frame', { id: null })
  }
  const top = page.told === null ? null : { url: page.told.snapshot.url, began: page.told.began }
  return { asked, beyond: Math.max(0, inner - MOST_FRAMES), requests, top }
}
