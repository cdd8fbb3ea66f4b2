import { MONTHS } from './cookie-date.ts'

const MONTH_CODES = MONTHS.map(name => codeOf(name, 0))
const WEEKDAY_CODES = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'].map(name => codeOf(name, 0))

/** Three letters as one number, in lower case. */
function codeOf(text: string, at: number): number {
  return (
    ((text.charCodeAt(at) | 0x20) << 16) | ((text.charCodeAt(at + 1) | 0x20) << 8) | (text.charCodeAt(at + 2) | 0x20)
  )
}

/** The number that `length` digits at `at` make; NaN where they are none. */
function digits(text: string, at: number, length: number): number {
  let value = 0
  for (let next = at; next < at + length; next++) {
    const digit = text.charCodeAt(next) - 0x30
    if (digit < 0 || digit > 9) return Number.NaN
    value = value * 10 + digit
  }
  return value
}

/** Days since 1970 of a day in the Gregorian calendar; years begin in March, so that the odd day comes last. */
export function daysSince1970(year: number, month: number, day: number): number {
  const march = month < 2 ? year - 1 : year
  const era = Math.floor(march / 400)
  const yearOfEra = march - era * 400
  const dayOfYear = Math.floor((153 * ((month + 10) % 12) + 2) / 5) + day - 1
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
}

const SPACE = 0x20
const DASH = 0x2d
const COLON = 0x3a

/**
 * `Wed, 21 Oct 2027 07:28:00 GMT` (RFC 9110 section 5.6.7), or with dashes: what nearly all cookies carry, and every
 * browser reads alike. Milliseconds since 1970; null for anything else.
 */
export function httpDate(text: string): number | null {
  if (text.length !== 29 || !text.endsWith(' GMT') || text.charCodeAt(3) !== 0x2c || text.charCodeAt(4) !== SPACE)
    return null
  const separator = text.charCodeAt(7)
  if (text.charCodeAt(11) !== separator || (separator !== SPACE && separator !== DASH)) return null
  if (text.charCodeAt(16) !== SPACE || text.charCodeAt(19) !== COLON || text.charCodeAt(22) !== COLON) return null
  if (!WEEKDAY_CODES.includes(codeOf(text, 0))) return null
  const month = MONTH_CODES.indexOf(codeOf(text, 8))
  const [day, year] = [digits(text, 5, 2), digits(text, 12, 4)]
  const [hour, minute, second] = [digits(text, 17, 2), digits(text, 20, 2), digits(text, 23, 2)]
  // Days that not every month has are left to the browsers' own ways.
  const usual = month >= 0 && day >= 1 && day <= 28 && year >= 1970 && hour < 24 && minute < 60 && second < 60
  return usual ? (daysSince1970(year, month, day) * 86_400 + hour * 3600 + minute * 60 + second) * 1000 : null
}
