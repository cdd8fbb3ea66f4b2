import { CHOICE_COOKIE, PLAIN_CHOICE_COOKIE } from '../../codec/choice/index.ts'

/** How often a visitor's cookies were taken back already is kept by the visitor. */
const LEAVING = '-leaving'

export const leavingCookieName = (secure: boolean): string => (secure ? CHOICE_COOKIE : PLAIN_CHOICE_COOKIE) + LEAVING

const OWN: ReadonlySet<string> = new Set([
  CHOICE_COOKIE,
  PLAIN_CHOICE_COOKIE,
  leavingCookieName(true),
  leavingCookieName(false),
])

/** Candor's own cookies are needed for what they do and declared by nobody. */
export const isOwnCookie = (name: string): boolean => OWN.has(name)
