import { type BrowserProfile, DRAFT_RULES } from '../../cookies/profile.ts'

const SEEN = 'Firefox 153.7 ESR, November 2026'

/** Standard protection: every third party has a jar of its own under each site. */
export const firefox: BrowserProfile = {
  id: 'firefox',
  version: '153 ESR',
  evidence: 'measured',
  rules: {
    ...DRAFT_RULES,
    dialect: 'gecko',
    hostPrefixAsWritten: false,
    laxByDefault: false,
    laxPostSeconds: 0,
    sameSiteBy: 'schemeless',
    firstPartyBy: 'schemeless',
    thirdParty: 'partitioned',
    redirects: 'same-site',
    redirectedLinks: true,
    limits: {
      cookies: { most: 180, left: 150 },
      partition: { most: 180, left: 150 },
      partitionBytes: { most: 12_288, left: 10_240 },
      order: 'security',
    },
  },
  sources: {
    dialect: { by: 'measured', where: `${SEEN}; netwerk/cookie/CookieParser.cpp, NSPR prtime.c` },
    hostPrefixAsWritten: { by: 'measured', where: `${SEEN}; CookiePrefixes.cpp` },
    laxByDefault: { by: 'measured', where: `${SEEN}; the preference network.cookie.sameSite.laxByDefault is off` },
    laxPostSeconds: { by: 'measured', where: SEEN },
    sameSiteBy: { by: 'measured', where: `${SEEN}; the preference network.cookie.sameSite.schemeful is off` },
    firstPartyBy: { by: 'measured', where: SEEN },
    thirdParty: { by: 'measured', where: `${SEEN}; the preference network.cookie.cookieBehavior is 5` },
    redirects: { by: 'measured', where: `${SEEN}; CookieCommons.cpp (IsSameSiteForeign)` },
    redirectedLinks: { by: 'measured', where: `${SEEN}; CookieCommons.cpp (IsSameSiteForeign)` },
    limits: { by: 'measured', where: `${SEEN}; the preferences network.cookie.maxPerHost, quotaPerHost` },
  },
}
