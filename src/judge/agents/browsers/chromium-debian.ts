import type { BrowserProfile } from '../../cookies/profile.ts'
import { CHROMIUM } from './chromium.ts'

/** Debian's package blocks third-party cookies from the start. */
export const chromiumDebian: BrowserProfile = {
  ...CHROMIUM,
  id: 'chromium-debian',
  name: 'Chromium of Debian',
  version: '156',
  thirdParty: 'blocked',
}
