import { type BrowserProfile, DRAFT_RULES, type Source } from '../../cookies/profile.ts'

const SEEN = 'WebKitGTK 2.50.6 with libsoup 3.2.3, November 2026'
const MEASURED: Source = { by: 'measured', where: SEEN }
const JAR: Source = { by: 'measured', where: `${SEEN}; libsoup: soup-cookie.c, soup-cookie-jar.c` }

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
    sameSiteBy: 'topOnly',
    firstPartyBy: 'topOnly',
    sameSiteOnSetting: false,
    thirdParty: 'unsettable',
    redirectedLinks: true,
    cap: { header: Number.POSITIVE_INFINITY, script: Number.POSITIVE_INFINITY },
    guardsAround: false,
    domainsFirst: true,
  },
  sources: {
    dialect: JAR,
    pairLimit: JAR,
    trustsLoopback: MEASURED,
    prefixes: JAR,
    suffixOwnCookie: JAR,
    noneWantsSecure: JAR,
    partitioned: JAR,
    laxByDefault: JAR,
    laxPostSeconds: JAR,
    sameSiteBy: MEASURED,
    firstPartyBy: JAR,
    sameSiteOnSetting: MEASURED,
    thirdParty: JAR,
    redirectedLinks: MEASURED,
    cap: MEASURED,
    guardsAround: JAR,
    domainsFirst: MEASURED,
  },
}
