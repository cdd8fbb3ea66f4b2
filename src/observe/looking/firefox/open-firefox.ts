import { PLAIN, proxyPreferences, QUIET } from '../../drivers/firefox-preferences.ts'
import { startFirefox } from '../../drivers/firefox-process.ts'
import { openGuarded } from '../guarded.ts'
import type { Looking, LookingOptions } from '../looking.ts'
import { FirefoxPage } from './firefox-page.ts'

/** Firefox on a fresh profile, as it comes, behind a guard of its own. */
export function openFirefox(executable: string, options: LookingOptions): Promise<Looking> {
  const { env, insecure = false, gpc = false, language = 'en', userAgent } = options
  const unhandledPromptBehavior = { default: 'dismiss', beforeUnload: 'accept' }
  return openGuarded(options, {
    start: guard => {
      const preferences = {
        ...QUIET,
        ...PLAIN,
        ...proxyPreferences(guard.proxy),
        // A page that hangs must not take the next one along.
        'dom.ipc.processCount': 4,
        'privacy.globalprivacycontrol.enabled': gpc,
        'intl.accept_languages': language,
        ...(userAgent === undefined ? {} : { 'general.useragent.override': userAgent }),
      }
      return startFirefox(executable, env, preferences, { acceptInsecureCerts: insecure, unhandledPromptBehavior })
    },
    page: async process => {
      const page = new FirefoxPage(process, userAgent)
      await page.begin()
      return page
    },
  })
}
