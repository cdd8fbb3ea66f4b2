import type { Engine } from '../../model/index.ts'
import { BrowserFault } from '../drivers/driver.ts'
import { findPrograms } from '../drivers/find-programs.ts'
import { openChromium } from './chromium/open-chromium.ts'
import { openFirefox } from './firefox/open-firefox.ts'
import type { Looking, LookingOptions } from './looking.ts'

/** Opens a browser to look with; throws `BrowserFault` where the engine is not installed or does not start. */
export async function openLooking(engine: Engine, options: LookingOptions): Promise<Looking> {
  const found = findPrograms(engine, options.env)
  if ('missing' in found) throw new BrowserFault(`not found: ${found.missing.join(', ')}`)
  const [first = ''] = found.paths
  return engine === 'firefox' ? openFirefox(first, options) : openChromium(first, options)
}
