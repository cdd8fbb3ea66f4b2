import { type BrowserProfile, DRAFT_RULES } from '../../cookies/profile.ts'

/** WebKit's policy over a cookie jar whose source is closed. */
export const safari: BrowserProfile = {
  id: 'safari',
  version: '26.6',
  evidence: 'documented',
  rules: {
    ...DRAFT_RULES,
    plainOnly: true,
    pairLimit: null,
    trustsLoopback: false,
    prefixes: ['__secure-', '__host-'],
    hostPrefixAsWritten: null,
    noneWantsSecure: false,
    partitionedWantsSecure: null,
    laxByDefault: false,
    laxPostSeconds: 0,
    kinship: 'topOnly',
    sameSiteOnSetting: null,
    thirdParty: 'blocked',
    redirects: 'everything',
    cap: { header: null, script: 7 },
  },
  sources: {},
}
