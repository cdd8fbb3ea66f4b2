import type { BrowserProfile } from '../../cookies/profile.ts'
import { BLOCKING_SOURCES, CHROMIUM_BLOCKING } from './chromium.ts'

/** A window that forgets its jar, and blocks third-party cookies whatever the settings say. */
export const chromeIncognito: BrowserProfile = {
  id: 'chrome-incognito',
  version: '156',
  evidence: 'measured',
  rules: CHROMIUM_BLOCKING,
  sources: BLOCKING_SOURCES,
}
