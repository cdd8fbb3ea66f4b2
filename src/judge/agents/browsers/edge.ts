import type { BrowserProfile } from '../../cookies/profile.ts'
import { CHROMIUM } from './chromium.ts'

/** Balanced protection, for a host that is on none of its lists. */
export const edge: BrowserProfile = {
  id: 'edge',
  version: '151',
  evidence: 'documented',
  rules: CHROMIUM,
  sources: {},
}
