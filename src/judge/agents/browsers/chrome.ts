import type { BrowserProfile } from '../../cookies/profile.ts'
import { CHROMIUM } from './chromium.ts'

export const chrome: BrowserProfile = {
  id: 'chrome',
  version: '156',
  evidence: 'measured',
  rules: CHROMIUM,
  sources: {},
}
