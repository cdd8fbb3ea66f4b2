import type { BrowserProfile } from '../../cookies/profile.ts'
import { webkitgtk } from './webkitgtk.ts'

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
  sources: {},
}
