import type { BrowserProfile } from '../../cookies/profile.ts'
import { BLOCKING_SOURCES, CHROMIUM_BLOCKING } from './chromium.ts'

/** Debian's package blocks third-party cookies from the start. */
export const chromiumDebian: BrowserProfile = {
  id: 'chromium-debian',
  version: '156',
  evidence: 'measured',
  rules: CHROMIUM_BLOCKING,
  sources: BLOCKING_SOURCES,
}
