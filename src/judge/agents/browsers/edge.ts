import type { BrowserProfile } from '../../cookies/profile.ts'
import { CHROMIUM } from './chromium.ts'

const ENGINE = 'the same engine as Chrome; MDN browser-compat-data, August 2026'

/** Balanced protection, for a host that is on none of its lists. */
export const edge: BrowserProfile = {
  id: 'edge',
  version: '151',
  evidence: 'documented',
  rules: CHROMIUM,
  sources: {
    dialect: { by: 'documented', where: ENGINE },
    limits: { by: 'documented', where: ENGINE },
    newValueIsNew: { by: 'documented', where: ENGINE },
  },
}
