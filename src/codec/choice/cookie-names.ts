/** The prefix lets browsers take the visitor's choice only from this host itself, encrypted: nobody can plant one. */
export const CHOICE_COOKIE = '__Host-candor'

/** The same where nothing is encrypted: browsers take no `__Host-` cookie there. */
const PLAIN_CHOICE_COOKIE = 'candor'

/** Whether a site is reached encrypted, by its address. */
export const isEncrypted = (siteUrl: string): boolean => /^https:/i.test(siteUrl)

/** The cookie that holds a visitor's choice. */
export const choiceCookieName = (secure: boolean): string => (secure ? CHOICE_COOKIE : PLAIN_CHOICE_COOKIE)

/** Beside it: how often cookies that must go were already taken back. */
export const leavingCookieName = (secure: boolean): string => `${choiceCookieName(secure)}-leaving`

/** Whether a cookie of a site is one that Candor itself keeps there, for the visitor's choice alone. */
export function isCandorCookie(name: string, siteUrl: string): boolean {
  const secure = isEncrypted(siteUrl)
  return name === choiceCookieName(secure) || name === leavingCookieName(secure)
}
