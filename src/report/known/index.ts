export { readOcd } from './read-ocd.ts'
export { KNOWN_USE_IDS, KNOWN_USES, type KnownUseId } from './uses.ts'
export { type Known, type KnownCookies, OWN_COOKIES, whoIsCookie, whoIsHost } from './who-is.ts'
