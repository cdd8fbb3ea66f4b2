export { hintForUrl } from './hint-for-url.ts'
export { ownsHost } from './owns-host.ts'
export { type CookieSource, policyForCookie, type SetCookie } from './policy-for-cookie.ts'
export { type PageRequest, policyForUrl } from './policy-for-url.ts'
