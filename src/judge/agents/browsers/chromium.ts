import type { CookieRules } from '../../cookies/profile.ts'

/** Blink and Chromium's network stack, third-party cookies allowed. */
export const CHROMIUM: CookieRules = {
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
}

/** The same with third-party cookies blocked. */
export const CHROMIUM_BLOCKING: CookieRules = { ...CHROMIUM, thirdParty: 'blocked' }
