import type { BrowserProfile } from '../../cookies/profile.ts'
import { webkitgtk } from './webkitgtk.ts'

const SEEN = 'WebKitGTK 2.50.6 with tracking prevention, November 2026'

/** With tracking prevention, as GNOME Web has it. */
export const webkitgtkItp: BrowserProfile = {
  id: 'webkitgtk-itp',
  version: '2.50',
  evidence: 'measured',
  rules: {
    ...webkitgtk.rules,
    thirdParty: 'blocked',
    redirects: 'everything',
    cap: { header: Number.POSITIVE_INFINITY, script: 7 },
  },
  sources: {
    ...webkitgtk.sources,
    thirdParty: { by: 'measured', where: SEEN },
    redirects: { by: 'measured', where: SEEN },
    cap: { by: 'measured', where: `${SEEN}; in a profile that is kept` },
  },
}
