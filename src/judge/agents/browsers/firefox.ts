import { type BrowserProfile, DRAFT_RULES } from '../../cookies/profile.ts'

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
    kinship: 'schemeless',
    thirdParty: 'partitioned',
    redirects: 'same-site',
    limits: {
      cookies: { most: 180, left: 150 },
      partition: { most: 180, left: 150 },
      partitionBytes: { most: 12_288, left: 10_240 },
      order: 'security',
    },
  },
  sources: {},
}
