export { type CookieDialect, DIALECTS, type DialectId } from './dialect.ts'
export { headerOctets, scriptOctets } from './octets.ts'
export { parseSetCookie } from './parse.ts'
export type { CookiePriority, ParsedCookie, ParseFlaw, SameSite } from './parsed-cookie.ts'
