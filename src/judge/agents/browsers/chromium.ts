import { type CookieRules, DRAFT_RULES } from '../../cookies/profile.ts'

/** Chromium's network stack, third-party cookies allowed. */
export const CHROMIUM: CookieRules = {
  ...DRAFT_RULES,
  dialect: 'chromium',
  limits: {
    cookies: { most: 180, left: 150 },
    partition: { most: 180, left: 180 },
    partitionBytes: { most: 10_240, left: 10_240 },
    order: 'priority',
  },
}

/** The same with third-party cookies blocked. */
export const CHROMIUM_BLOCKING: CookieRules = { ...CHROMIUM, thirdParty: 'blocked' }
