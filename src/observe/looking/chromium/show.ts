import type { Shown } from '../browser-page.ts'
import { ANSWER_LIMIT } from '../limits.ts'
import { type Asked, askable, shownOf } from '../shown.ts'
import { type Snapshot, snapshotScript } from '../snapshot-script.ts'
import type { Recorders } from './listen.ts'

/** Asks every document of the page what stands in it, all at once. */
export async function showPage({ tabs, frames, worlds }: Recorders, most: number): Promise<Shown> {
  const top = tabs.page().target
  const all = frames.within(top).filter(({ id, url }) => id === top || /^(?:https?|about|blob|data):/.test(url))
  const script = snapshotScript(most)
  const { some, beyond } = askable(all)
  const asked = some.map(async ({ id, url, session }): Promise<Asked | null> => {
    const place = { frame: id, session, world: 'own' } as const
    const told = await worlds.evaluate<Snapshot>(place, script, ANSWER_LIMIT).catch((error: Error) => error)
    // A frame that went while it was asked is none.
    const isGone = told instanceof Error && id !== top && frames.url(id) !== url
    return isGone ? null : { frame: frames.frame(id), isTop: id === top, told }
  })
  return shownOf(
    (await Promise.all(asked)).filter(one => one !== null),
    beyond,
  )
}
