import { type Guard, openGuard } from '../guard/guard.ts'
import type { Looking, LookingOptions } from './looking.ts'

interface Closable {
  readonly close: () => Promise<void>
}

export interface Opening<P extends Closable> {
  readonly start: (guard: Guard) => Promise<P>
  /** The browser that runs, ready to look; closing it closes the guard too. */
  readonly begin: (process: P, guard: Guard) => Promise<Looking>
}

/** Opens a browser behind a guard of its own. Whatever fails, and whenever it is told to stop, nothing stays behind. */
export async function openGuarded<P extends Closable>(options: LookingOptions, opening: Opening<P>): Promise<Looking> {
  const { proxy: upstream, allowPrivate = false, stop } = options
  stop?.throwIfAborted()
  const guard = await openGuard({ allowPrivate, ...(upstream === undefined ? {} : { upstream }) })
  let process: P | undefined
  try {
    process = await opening.start(guard)
    const looking = await opening.begin(process, guard)
    stop?.throwIfAborted()
    stop?.addEventListener('abort', () => void looking.close(), { once: true })
    return looking
  } catch (error) {
    await process?.close()
    await guard.close()
    throw error
  }
}
