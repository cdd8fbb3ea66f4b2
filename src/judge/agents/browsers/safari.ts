import { type BrowserProfile, DRAFT_RULES, type Source } from '../../cookies/profile.ts'

const COMPAT: Source = { by: 'documented', where: 'MDN browser-compat-data, August 2026' }
const POLICY: Source = { by: 'source', where: "WebKit's tracking prevention, seen in WebKitGTK" }
const CLOSED: Source = { by: 'documented', where: 'not known: the cookie jar, CFNetwork, is closed' }

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
    sameSiteBy: 'topOnly',
    firstPartyBy: 'topOnly',
    sameSiteOnSetting: null,
    thirdParty: 'blocked',
    redirects: 'everything',
    redirectedLinks: true,
    cap: { header: null, script: 7 },
  },
  sources: {
    plainOnly: CLOSED,
    pairLimit: CLOSED,
    trustsLoopback: { by: 'documented', where: 'WebKit bug 281149' },
    prefixes: COMPAT,
    hostPrefixAsWritten: CLOSED,
    noneWantsSecure: COMPAT,
    partitionedWantsSecure: CLOSED,
    laxByDefault: COMPAT,
    laxPostSeconds: COMPAT,
    sameSiteBy: POLICY,
    firstPartyBy: POLICY,
    sameSiteOnSetting: CLOSED,
    thirdParty: { by: 'documented', where: 'WebKit, tracking prevention policy; Partitioned from 26.2, MDN' },
    redirects: POLICY,
    redirectedLinks: POLICY,
    cap: { by: 'documented', where: 'WebKit: 7 days for script cookies; a limit for headers is not known' },
  },
}
