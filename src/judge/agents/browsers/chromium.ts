import type { BrowserProfile } from '../../cookies/profile.ts'

/** Blink and Chromium's network stack. */
export const CHROMIUM = {
  evidence: 'measured',
  dialect: 'chromium',
  plainOnly: false,
  pairLimit: 4096,
  trustsLoopback: true,
  prefixes: ['__secure-', '__host-', '__http-', '__host-http-'],
  hostPrefixAsWritten: true,
  suffixOwnCookie: true,
  noneWantsSecure: true,
  partitioned: true,
  partitionedWantsSecure: true,
  laxByDefault: true,
  laxPostSeconds: 120,
  kinship: 'schemeful',
  sameSiteOnSetting: true,
  thirdParty: 'allowed',
  redirects: 'nothing',
  cap: { header: 400, script: 400 },
  limits: {
    cookies: { most: 180, left: 150 },
    partition: { most: 180, left: 180 },
    partitionBytes: { most: 10_240, left: 10_240 },
    order: 'priority',
  },
  sources: {},
} as const satisfies Omit<BrowserProfile, 'id' | 'name' | 'version'>
