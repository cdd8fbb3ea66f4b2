import type { RecordedDocument, RecordedGap } from '../../collect/page-record.ts'
import { RefusedOrder } from '../../drivers/driver.ts'
import { ANSWER_LIMIT, MOST_FRAMES } from '../limits.ts'
import { gapsIn } from '../snapshot-gaps.ts'
import { type Snapshot, snapshotScript } from '../snapshot-script.ts'
import type { Recorders } from './listen.ts'

export interface Snapshots {
  readonly documents: readonly RecordedDocument[]
  readonly links: readonly string[]
  readonly gaps: readonly RecordedGap[]
  /** The page itself did not answer. */
  readonly hung: boolean
  /** The page itself went elsewhere while it was asked. */
  readonly moved: boolean
}

/** Asks every document of the page what stands in it. */
export async function takeSnapshots({ tabs, frames, worlds }: Recorders, most: number): Promise<Snapshots> {
  const top = tabs.page().target
  const all = frames.within(top).filter(({ id, url }) => id === top || /^(?:https?|about|blob|data):/.test(url))
  const beyond = all.length - MOST_FRAMES
  const script = snapshotScript(most)
  const asked = all.slice(0, MOST_FRAMES).map(async ({ id, url, session }) => {
    const place = { frame: id, session, world: 'own' } as const
    const told = await worlds.evaluate<Snapshot>(place, script, ANSWER_LIMIT).catch((error: Error) => error)
    return { id, url, told }
  })
  const documents: RecordedDocument[] = []
  const gaps: RecordedGap[] = []
  let links: readonly string[] = []
  let hung = false
  let moved = false
  for (const { id, url, told } of await Promise.all(asked)) {
    if (told instanceof Error) {
      if (id === top) moved = told instanceof RefusedOrder
      if (id === top) hung = !moved
      // A frame that went while it was asked is none.
      if (id === top || frames.url(id) === url)
        gaps.push({
          what: id === top ? 'page' : 'frame',
          why: 'failed',
          detail: `${url}: ${told.message.slice(0, 200)}`,
          more: null,
        })
      continue
    }
    if (id === top) links = told.links
    gaps.push(...gapsIn(told))
    documents.push({ frame: frames.frame(id), storage: told.storage, fields: told.fields })
  }
  if (beyond > 0) gaps.push({ what: 'frame', why: 'too-many', detail: null, more: beyond })
  return { documents, links, gaps, hung, moved }
}
