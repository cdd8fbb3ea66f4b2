import type { Engine } from '../../model/index.ts'
import { BrowserFault } from '../drivers/driver.ts'
import { findPrograms } from '../drivers/find-programs.ts'
import { openChromium } from './chromium/open-chromium.ts'
import { openFirefox } from './firefox/open-firefox.ts'
import type { Looking, LookingOptions } from './looking.ts'
import { openWebkitgtk } from './webkitgtk/open-webkitgtk.ts'

/** Opens a browser to look with; throws `BrowserFault` where the engine is not installed or does not start. */
export async function openLooking(engine: Engine, options: LookingOptions): Promise<Looking> {
  const found = findPrograms(engine, options.env)
  if ('missing' in found) throw new BrowserFault(`not found: ${found.missing.join(', ')}`)
  const [first = '', browser = '', display = ''] = found.paths
  if (engine === 'chromium') return openChromium(first, options)
  return engine === 'firefox'
    ? openFirefox(first, options)
    : openWebkitgtk({ driver: first, browser, display }, options)
}
