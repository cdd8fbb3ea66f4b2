import { BrowserFault } from '../../drivers/driver.ts'
import type { WebkitgtkPrograms } from '../../drivers/webkitgtk-display.ts'
import { startWebkitgtk } from '../../drivers/webkitgtk-process.ts'
import { openGuarded } from '../guarded.ts'
import type { Looking, LookingOptions } from '../looking.ts'
import { WebkitgtkPage } from './webkitgtk-page.ts'

/** WebKitGTK's MiniBrowser on a fresh profile, behind a guard of its own. */
export async function openWebkitgtk(programs: WebkitgtkPrograms, options: LookingOptions): Promise<Looking> {
  const { env, insecure = false, gpc = false, language = 'en', userAgent } = options
  if (gpc) throw new BrowserFault('WebKitGTK has no Global Privacy Control')
  const capabilities = {
    acceptInsecureCerts: insecure,
    unhandledPromptBehavior: 'dismiss',
    pageLoadStrategy: 'none',
  }
  return openGuarded(options, {
    start: guard => {
      const args = [`--proxy=http://${guard.proxy}`, ...(userAgent === undefined ? [] : [`--user-agent=${userAgent}`])]
      return startWebkitgtk(programs, { ...env, LANGUAGE: language.replaceAll(',', ':') }, { args, capabilities })
    },
    page: async (process, guard) => new WebkitgtkPage(process, guard, userAgent),
  })
}
