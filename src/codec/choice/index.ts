export { commonPart, decodeChoice } from './decode-choice.ts'
export {
  CHOICE_COOKIE,
  encodeChoice,
  isCandorCookie,
  LEAVING,
  LONGEST_CHOICE,
  PLAIN_CHOICE_COOKIE,
} from './encode-choice.ts'
