import { type CookieRules, DRAFT_RULES, type Sources } from '../../cookies/profile.ts'

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
  newValueIsNew: true,
}

/** The same with third-party cookies blocked. */
export const CHROMIUM_BLOCKING: CookieRules = { ...CHROMIUM, thirdParty: 'blocked' }

const SEEN = 'Chromium 156.0.8078.79, November 2026'

export const CHROMIUM_SOURCES = {
  dialect: { by: 'measured', where: `${SEEN}; net/cookies/parsed_cookie.cc, cookie_util.cc` },
  limits: { by: 'measured', where: `${SEEN}; net/cookies/cookie_monster.cc` },
  newValueIsNew: { by: 'measured', where: `${SEEN}; net/cookies/cookie_monster.cc` },
} as const satisfies Sources

export const BLOCKING_SOURCES = {
  ...CHROMIUM_SOURCES,
  thirdParty: { by: 'measured', where: SEEN },
} as const satisfies Sources
