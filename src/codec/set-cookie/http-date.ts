import { MONTHS } from './cookie-date.ts'

const MONTH_OF: ReadonlyMap<number, number> = new Map(MONTHS.map((name, month) => [codeOf(name, 0), month]))
const WEEKDAYS: ReadonlySet<number> = new Set(
  ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'].map(name => codeOf(name, 0)),
)

/** Three letters as one number, in lower case. */
function codeOf(text: string, at: number): number {
  return (
    ((text.charCodeAt(at) | 0x20) << 16) | ((text.charCodeAt(at + 1) | 0x20) << 8) | (text.charCodeAt(at + 2) | 0x20)
  )
}

/** The number that two digits make; -1 where they are none. */
function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 0x30
  const ones = text.charCodeAt(at + 1) - 0x30
  return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1 : tens * 10 + ones
}

/** Days before each month in a year without a leap day. */
const DAYS_BEFORE = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334]
/** Days from the year 0 to 1970. */
const EPOCH = 719_528

/** Days from 1970 to a day of the Gregorian calendar. */
function daysSince1970(year: number, month: number, day: number): number {
  // A year's leap day counts from March on.
  const leapYears = month > 1 ? year : year - 1
  const leapDays = ((leapYears / 4) | 0) - ((leapYears / 100) | 0) + ((leapYears / 400) | 0) + 1
  return year * 365 + leapDays + (DAYS_BEFORE[month] ?? 0) + day - 1 - EPOCH
}

const SPACE = 0x20
const COMMA = 0x2c
const DASH = 0x2d
const COLON = 0x3a
const GMT = codeOf('gmt', 0)

/** Whether the marks stand where they should, and the words between them are a weekday and GMT. */
function hasFrame(line: string, at: number): boolean {
  const separator = line.charCodeAt(at + 7)
  return (
    line.charCodeAt(at + 3) === COMMA &&
    line.charCodeAt(at + 4) === SPACE &&
    (separator === SPACE || separator === DASH) &&
    line.charCodeAt(at + 11) === separator &&
    line.charCodeAt(at + 16) === SPACE &&
    line.charCodeAt(at + 19) === COLON &&
    line.charCodeAt(at + 22) === COLON &&
    line.charCodeAt(at + 25) === SPACE &&
    codeOf(line, at + 26) === GMT &&
    WEEKDAYS.has(codeOf(line, at))
  )
}

/** How long such a date is. */
export const HTTP_DATE_LENGTH = 29

/**
 * `Wed, 21 Oct 2027 07:28:00 GMT` (RFC 9110 section 5.6.7), or with dashes, in a line: what nearly all cookies carry, and
 * every browser reads alike. Milliseconds since 1970; null for anything else.
 */
export function httpDate(line: string, at: number): number | null {
  if (!hasFrame(line, at)) return null
  const day = twoDigits(line, at + 5)
  const month = MONTH_OF.get(codeOf(line, at + 8)) ?? -1
  const century = twoDigits(line, at + 12)
  const ofCentury = twoDigits(line, at + 14)
  const hour = twoDigits(line, at + 17)
  const minute = twoDigits(line, at + 20)
  const second = twoDigits(line, at + 23)
  // Days that not every month has are left to the browsers' own ways.
  if (day < 1 || day > 28 || month < 0 || century < 20 || ofCentury < 0) return null
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) return null
  const days = daysSince1970(century * 100 + ofCentury, month, day)
  return (days * 86_400 + hour * 3600 + minute * 60 + second) * 1000
}
