import type { CookiePriority, ParsedCookie, ParseFlaw, SameSite } from './parsed-cookie.ts'

const NONE: readonly string[] = []

/** What is read so far. */
export class Reading implements ParsedCookie {
  name = ''
  value = ''
  domain = ''
  path = ''
  secure = false
  httpOnly = false
  partitioned = false
  sameSite: SameSite = 'unset'
  maxAge: number | null = null
  expires: number | null = null
  priority: CookiePriority = 'medium'
  ignored = NONE
  repeated = false
  ageUnread = false
  flaw: ParseFlaw | null = null
  common: boolean
  /** Where the value of the last `Max-Age` and of the last `Expires` lies. */
  maxAgeFrom = 0
  maxAgeTo = 0
  expiresFrom = 0
  expiresTo = 0
  private seen = 0

  constructor(common: boolean) {
    this.common = common
  }

  /** Notes that an attribute of the kind with this bit is there. */
  saw(bit: number): void {
    if ((this.seen & bit) !== 0) {
      this.repeated = true
      this.common = false
    }
    this.seen |= bit
  }

  refuse(flaw: ParseFlaw): void {
    this.flaw ??= flaw
    this.common = false
  }
}

/** For `saw`: the kinds of attributes of which one may be there twice. */
export const BIT = {
  secure: 1,
  httpOnly: 2,
  partitioned: 4,
  path: 8,
  domain: 16,
  sameSite: 32,
  maxAge: 64,
  expires: 128,
}
