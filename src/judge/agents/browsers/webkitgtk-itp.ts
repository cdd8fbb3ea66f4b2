import type { BrowserProfile } from '../../cookies/profile.ts'
import { webkitgtk } from './webkitgtk.ts'

/** With tracking prevention, as GNOME Web has it. */
export const webkitgtkItp: BrowserProfile = {
  ...webkitgtk,
  id: 'webkitgtk-itp',
  name: 'WebKitGTK, tracking prevention',
  thirdParty: 'blocked',
  redirects: 'everything',
  cap: { header: Number.POSITIVE_INFINITY, script: 7 },
}
