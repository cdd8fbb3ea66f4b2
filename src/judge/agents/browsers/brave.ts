import type { BrowserProfile } from '../../cookies/profile.ts'
import { CHROMIUM } from './chromium.ts'

/** Standard shields, for a host that is on none of its lists. */
export const brave: BrowserProfile = {
  id: 'brave',
  version: '1.90',
  evidence: 'source',
  rules: { ...CHROMIUM, thirdParty: 'ephemeral', cap: { header: 180, script: 7 } },
  sources: {},
}
