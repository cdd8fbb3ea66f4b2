import type { BrowserProfile } from '../../cookies/profile.ts'

export const firefox: BrowserProfile = {
  id: 'firefox',
  version: '153 ESR',
  evidence: 'measured',
  rules: {
    dialect: 'gecko',
    plainOnly: false,
    pairLimit: 4096,
    trustsLoopback: true,
    prefixes: ['__secure-', '__host-', '__http-', '__host-http-'],
    hostPrefixAsWritten: false,
    suffixOwnCookie: true,
    noneWantsSecure: true,
    partitioned: true,
    partitionedWantsSecure: true,
    laxByDefault: false,
    laxPostSeconds: 0,
    kinship: 'schemeless',
    sameSiteOnSetting: true,
    thirdParty: 'partitioned',
    redirects: 'same-site',
    cap: { header: 400, script: 400 },
    limits: {
      cookies: { most: 180, left: 150 },
      partition: { most: 180, left: 150 },
      partitionBytes: { most: 12_288, left: 10_240 },
      order: 'security',
    },
  },
  sources: {},
}
