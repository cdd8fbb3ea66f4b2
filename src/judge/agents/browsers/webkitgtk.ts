import type { BrowserProfile } from '../../cookies/profile.ts'

/** WebKit on Linux: its cookie jar is libsoup's, not Safari's. */
export const webkitgtk: BrowserProfile = {
  id: 'webkitgtk',
  version: '2.50',
  evidence: 'measured',
  rules: {
    dialect: 'soup',
    plainOnly: false,
    pairLimit: Number.POSITIVE_INFINITY,
    trustsLoopback: false,
    prefixes: [],
    hostPrefixAsWritten: false,
    suffixOwnCookie: false,
    noneWantsSecure: false,
    partitioned: false,
    partitionedWantsSecure: false,
    laxByDefault: false,
    laxPostSeconds: 0,
    kinship: 'topOnly',
    sameSiteOnSetting: false,
    thirdParty: 'unsettable',
    redirects: 'nothing',
    cap: { header: Number.POSITIVE_INFINITY, script: Number.POSITIVE_INFINITY },
    limits: null,
  },
  sources: {},
}
