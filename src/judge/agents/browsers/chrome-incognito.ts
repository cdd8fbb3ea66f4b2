import type { BrowserProfile } from '../../cookies/profile.ts'
import { CHROMIUM } from './chromium.ts'

export const chromeIncognito: BrowserProfile = {
  ...CHROMIUM,
  id: 'chrome-incognito',
  name: 'Chrome, incognito window',
  version: '156',
  thirdParty: 'blocked',
}
