import type { ParsedCookie, ParseFlaw } from './parsed-cookie.ts'
import type { Parts } from './parts.ts'

/** What is read so far. */
export type Reading = { -readonly [Field in keyof ParsedCookie]: ParsedCookie[Field] }

const NONE: readonly string[] = []

export const emptyReading = (common: boolean): Reading => ({
  name: '',
  value: '',
  domain: '',
  path: '',
  secure: false,
  httpOnly: false,
  partitioned: false,
  sameSite: 'unset',
  maxAge: null,
  expires: null,
  priority: 'medium',
  ignored: NONE,
  repeated: false,
  ageUnread: false,
  flaw: null,
  common,
})

export function refuse(reading: Reading, flaw: ParseFlaw): void {
  reading.flaw ??= flaw
  reading.common = false
}

/** The kinds of attributes of which one may be there twice. */
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

/** Notes that an attribute of the kind with this bit is there. */
export function saw(bit: number, reading: Reading, parts: Parts): void {
  if ((parts.seen & bit) !== 0) {
    reading.repeated = true
    reading.common = false
  }
  parts.seen |= bit
}
