export { commonPart, decodeChoice } from './decode-choice.ts'
export {
  CHOICE_COOKIE,
  encodeChoice,
  isCandorCookie,
  LEAVING_ENDING,
  LONGEST_CHOICE,
  PLAIN_CHOICE_COOKIE,
} from './encode-choice.ts'
