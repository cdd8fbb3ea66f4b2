import type { BrowserProfile } from '../../cookies/profile.ts'
import { CHROMIUM, CHROMIUM_SOURCES } from './chromium.ts'

/** As it comes: third-party cookies allowed. */
export const chrome: BrowserProfile = {
  id: 'chrome',
  version: '156',
  evidence: 'measured',
  rules: CHROMIUM,
  sources: CHROMIUM_SOURCES,
}
