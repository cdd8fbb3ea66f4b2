import { pause } from './in-time.ts'

/** How busy a page is. */
export interface Activity {
  /** Its load event came, or there is nothing to come. */
  readonly loaded: boolean
  /** Requests without an answer. */
  readonly open: number
  /** When something was last asked for or came, in milliseconds since 1970. */
  readonly last: number
  /** It cannot go on: crashed, or stopped by us. */
  readonly over: boolean
}

const STEP = 20

/** A request that nothing comes of for this many quiet times waits for something that will not come of itself. */
const PATIENCE = 6

function isQuiet({ loaded, open, last, over }: Activity, quiet: number): boolean {
  if (over) return true
  const still = Date.now() - last
  return (loaded && open <= 0 && still >= quiet) || (loaded && still >= quiet * PATIENCE)
}

/** Waits until a page has come to rest; false if it did not in time. */
export async function untilQuiet(activity: () => Activity, quiet: number, deadline: number): Promise<boolean> {
  for (;;) {
    if (isQuiet(activity(), quiet)) return true
    if (Date.now() >= deadline) return false
    await pause(Math.min(STEP, Math.max(1, deadline - Date.now())))
  }
}
