import type { BrowserProfile } from '../../cookies/profile.ts'
import { firefox } from './firefox.ts'

/** Strict differs by lists of trackers, not by what it does with a cookie. */
export const firefoxStrict: BrowserProfile = {
  id: 'firefox-strict',
  version: '153 ESR',
  evidence: 'measured',
  rules: firefox.rules,
  sources: firefox.sources,
}
