import type { BrowserProfile } from '../../cookies/profile.ts'
import { firefox } from './firefox.ts'

/** The same rules over a jar that is thrown away with the last private window. */
export const firefoxPrivate: BrowserProfile = {
  id: 'firefox-private',
  version: '153 ESR',
  evidence: 'measured',
  rules: firefox.rules,
  sources: firefox.sources,
}
