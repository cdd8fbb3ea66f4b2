export { CHOICE_COOKIE, choiceCookieName, isCandorCookie, isEncrypted, leavingCookieName } from './cookie-names.ts'
export { commonPart, decodeChoice } from './decode-choice.ts'
export { encodeChoice, LONGEST_CHOICE } from './encode-choice.ts'
