import { type Guard, openGuard } from '../guard/guard.ts'
import type { BrowserPage } from './browser-page.ts'
import { LookingThrough } from './look-through.ts'
import type { Looking, LookingOptions } from './looking.ts'

interface Closable {
  readonly close: () => Promise<void>
}

export interface Opening<P extends Closable> {
  readonly start: (guard: Guard) => Promise<P>
  /** The page of the browser that runs, ready to be looked at. */
  readonly page: (process: P, guard: Guard) => Promise<BrowserPage>
}

/** Opens a browser behind a guard of its own. Whatever fails, and whenever it is told to stop, nothing stays behind. */
export async function openGuarded<P extends Closable>(options: LookingOptions, opening: Opening<P>): Promise<Looking> {
  const { proxy: upstream, allowPrivate = false, stop } = options
  stop?.throwIfAborted()
  const guard = await openGuard({ allowPrivate, ...(upstream === undefined ? {} : { upstream }) })
  let process: P | undefined
  const close = async () => {
    await process?.close()
    await guard.close()
  }
  try {
    process = await opening.start(guard)
    const looking = new LookingThrough(await opening.page(process, guard), { guard, options, close })
    stop?.throwIfAborted()
    stop?.addEventListener('abort', () => void looking.close(), { once: true })
    return looking
  } catch (error) {
    await close()
    throw error
  }
}
