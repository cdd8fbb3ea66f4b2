const DAY = 86_400_000

export const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const

/** How a token of a date is told for a part of it. A reader gives -1 where the token is not that part. */
interface DateTokens {
  /** Seconds since midnight. */
  readonly time: (token: string) => number
  readonly day: (token: string) => number
  readonly year: (token: string) => number
  /** The years the calendar knows; below it the date has passed, above it never comes. */
  readonly firstYear: number | null
}

const isDigit = (code: number) => code >= 0x30 && code <= 0x39

/** RFC 6265bis section 5.1.1: HTAB, SP to "/", ";" to "@", "[" to "`", "{" to "~". Colons hold times together. */
const isDelimiter = (code: number): boolean =>
  code === 0x09 ||
  (code >= 0x20 && code <= 0x2f) ||
  (code >= 0x3b && code <= 0x40) ||
  (code >= 0x5b && code <= 0x60) ||
  (code >= 0x7b && code <= 0x7e)

/** The number that begins a token, if it has `least` to `most` digits there. */
function leadingNumber(token: string, least: number, most: number): number {
  let end = 0
  while (end < token.length && isDigit(token.charCodeAt(end))) end++
  return end >= least && end <= most ? Number(token.slice(0, end)) : -1
}

/** `h:m:s` at the beginning of a token; after it nothing, or, where `tail` allows it, more digits. */
function clock(token: string, digitsMayFollow: boolean): number {
  const parts = /^(\d{1,2}):(\d{1,2}):(\d{1,2})/.exec(token)
  if (parts === null) return -1
  if (!digitsMayFollow && isDigit(token.charCodeAt(parts[0].length))) return -1
  const [hour, minute, second] = [Number(parts[1]), Number(parts[2]), Number(parts[3])]
  return hour > 23 || minute > 59 || second > 59 ? Number.NaN : hour * 3600 + minute * 60 + second
}

/** RFC 6265bis section 5.1.1. */
export const DRAFT_DATE: DateTokens = {
  time: token => clock(token, false),
  day: token => leadingNumber(token, 1, 2),
  year: token => leadingNumber(token, 2, 4),
  firstYear: 1601,
}

/** Chromium (`cookie_util::ParseCookieExpirationTime`): the token's length tells a day from a year. */
export const CHROMIUM_DATE: DateTokens = {
  time: token => clock(token, true),
  day: token => (token.length <= 2 ? leadingNumber(token, 1, 2) : -1),
  year: token => (token.length <= 5 ? leadingNumber(token, 1, 5) : -1),
  firstYear: null,
}

/** Milliseconds since 1970; null where there is no such day. */
function instant(year: number, month: number, day: number, seconds: number): number | null {
  const date = new Date(0)
  date.setUTCFullYear(year, month, day)
  if (date.getUTCMonth() !== month || date.getUTCDate() !== day) return null
  return date.getTime() - (date.getTime() % DAY) + seconds * 1000
}

/** The point in time a cookie date means, in milliseconds since 1970; null where it means none. */
export function cookieDate(text: string, tokens: DateTokens): number | null {
  let [time, day, month, year] = [-1, -1, -1, -1]
  for (let at = 0; at < text.length; ) {
    if (isDelimiter(text.charCodeAt(at))) {
      at++
      continue
    }
    let end = at + 1
    while (end < text.length && !isDelimiter(text.charCodeAt(end))) end++
    const token = text.slice(at, end)
    at = end
    if (!isDigit(token.charCodeAt(0))) {
      if (month < 0) month = MONTHS.findIndex(name => token.slice(0, 3).toLowerCase() === name)
    } else if (token.includes(':')) {
      if (time === -1) time = tokens.time(token)
    } else if (day < 0 && tokens.day(token) >= 0) day = tokens.day(token)
    else if (year < 0) year = tokens.year(token)
  }
  if (time === -1 || Number.isNaN(time) || day < 1 || day > 31 || month < 0 || year < 0) return null
  const full = year >= 70 && year <= 99 ? year + 1900 : year <= 69 ? year + 2000 : year
  if (tokens.firstYear !== null && full < tokens.firstYear) return null
  return instant(full, month, day, time)
}
