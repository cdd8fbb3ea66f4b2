import { type BrowserProfile, DRAFT_RULES } from '../../cookies/profile.ts'

/** WebKit on Linux: its cookie jar is libsoup's, not Safari's. */
export const webkitgtk: BrowserProfile = {
  id: 'webkitgtk',
  version: '2.50',
  evidence: 'measured',
  rules: {
    ...DRAFT_RULES,
    dialect: 'soup',
    pairLimit: Number.POSITIVE_INFINITY,
    trustsLoopback: false,
    prefixes: [],
    suffixOwnCookie: false,
    noneWantsSecure: false,
    partitioned: false,
    laxByDefault: false,
    laxPostSeconds: 0,
    kinship: 'topOnly',
    sameSiteOnSetting: false,
    thirdParty: 'unsettable',
    cap: { header: Number.POSITIVE_INFINITY, script: Number.POSITIVE_INFINITY },
  },
  sources: {},
}
