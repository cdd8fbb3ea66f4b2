const MINUS = 0x2d
const PLUS = 0x2b

const isDigit = (code: number) => code >= 0x30 && code <= 0x39

/** Where the digits that begin at `at` end. */
function digitsEnd(text: string, at: number): number {
  let end = at
  while (end < text.length && isDigit(text.charCodeAt(end))) end++
  return end
}

const hasSign = (text: string): boolean => text.charCodeAt(0) === MINUS || text.charCodeAt(0) === PLUS

/** What does not fit into a signed 64-bit number has run over; no browser tells such ages apart. */
function saturated(seconds: number): number {
  if (seconds >= 2 ** 63) return Number.POSITIVE_INFINITY
  return seconds < -(2 ** 63) ? Number.NEGATIVE_INFINITY : seconds
}

/** RFC 6265bis section 5.6.2: digits, or a minus sign and digits; anything else is no age. */
export function draftMaxAge(text: string): number | null {
  const start = text.charCodeAt(0) === MINUS ? 1 : 0
  if (text.length === start || digitsEnd(text, start) !== text.length) return null
  return saturated(Number(text))
}

/** The digits from `start` on; those that run over do so before what stands behind them is seen. */
function digitsFrom(text: string, start: number): number | null {
  const end = digitsEnd(text, start)
  if (end === start) return null
  const seconds = saturated(Number(text.slice(0, end)))
  return end === text.length || !Number.isFinite(seconds) ? seconds : null
}

/** Chromium (`base::StringToInt64`): a plus sign counts too, and what runs over is the largest or smallest age. */
export const chromiumMaxAge = (text: string): number | null => digitsFrom(text, hasSign(text) ? 1 : 0)

/** Gecko (`CookieParser::ParseMaxAgeAttribute`): whatever begins with a minus sign has expired; else digits only. */
export function geckoMaxAge(text: string): number | null {
  return text.charCodeAt(0) === MINUS ? Number.NEGATIVE_INFINITY : digitsFrom(text, 0)
}

/** libsoup 3.2: `strtol` into 64 bits, then cut down to 32; -1 then means "until the browser closes". */
export function soupMaxAge(text: string): number | 'session' | null {
  if (text.length === 0) return 0
  const start = hasSign(text) ? 1 : 0
  if (text.length === start || digitsEnd(text, start) !== text.length) return null
  if (text.charCodeAt(0) === MINUS) return 0
  if (Number(text) >= 2 ** 63) return 'session'
  // The last 19 digits are the whole number here; before them there can only be zeros.
  const seconds = Number(BigInt.asIntN(32, BigInt(text.slice(start).slice(-19))))
  return seconds === -1 ? 'session' : seconds
}
