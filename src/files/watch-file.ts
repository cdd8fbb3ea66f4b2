import { stat } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'

/** How often the path is looked at, and for how long it must be still, since editors write in steps (milliseconds). */
const PACE = 200
const STILL = 50

/** What differs whenever the file does: also when another file is put in its place. */
async function mark(path: string): Promise<string> {
  try {
    const { dev, ino, size, mtimeMs, ctimeMs } = await stat(path)
    return [dev, ino, size, mtimeMs, ctimeMs].join()
  } catch {
    return 'not there'
  }
}

/**
 * Yields at once, and then whenever what is at the path has changed, come or gone, until the signal aborts. The path is
 * looked at, not the file, so that it may be replaced, deleted, or on a disk that tells of nothing.
 */
export async function* changesOf(path: string, stop: AbortSignal): AsyncGenerator<void> {
  const pause = (time: number) => wait(time, undefined, { signal: stop }).catch(() => undefined)
  let seen: string | undefined
  for (; !stop.aborted; await pause(PACE)) {
    let now = await mark(path)
    if (now === seen) continue
    do {
      seen = now
      await pause(STILL)
      now = await mark(path)
    } while (now !== seen && !stop.aborted)
    yield
  }
}
