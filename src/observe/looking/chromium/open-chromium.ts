import { openGuarded } from '../guarded.ts'
import type { Looking, LookingOptions } from '../looking.ts'
import { ChromiumPage } from './chromium-page.ts'
import { startVisitor, visitorsAgent } from './start.ts'

/** Chromium on a fresh profile, behind a guard of its own. */
export async function openChromium(executable: string, options: LookingOptions): Promise<Looking> {
  const userAgent = options.userAgent ?? (await visitorsAgent(executable))
  return openGuarded(options, {
    start: guard => startVisitor(executable, userAgent, guard.proxy, options),
    page: async process => {
      const page = new ChromiumPage(process, userAgent)
      await page.begin()
      return page
    },
  })
}
