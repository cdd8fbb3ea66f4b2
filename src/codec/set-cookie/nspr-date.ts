import { MONTHS } from './cookie-date.ts'

/** Minutes east of Greenwich, summer time included. */
const ZONES: Readonly<Record<string, number>> = {
  pst: -480,
  pdt: -420,
  mst: -420,
  mdt: -360,
  cst: -360,
  cdt: -300,
  est: -300,
  edt: -240,
  ast: -240,
  nst: -210,
  gmt: 0,
  bst: 60,
  met: 60,
  eet: 120,
  jst: 540,
}

const TOKEN_ENDS = ' \t,;-+/()[]'
const SKIPPED = ' \t,;/()[]'
/** More tokens than this are no date. */
const MOST_TOKENS = 1000

/** What has been found so far; -1 where nothing has. */
interface Found {
  /** From 0; -1, which `0/5` gives, is the December before. */
  month: number | null
  day: number
  year: number
  hour: number
  minute: number
  second: number
  zone: number | null
  zoneName: string
}

const digitsAt = (text: string, at: number): number => {
  let end = at
  while (end < text.length && text.charCodeAt(end) >= 0x30 && text.charCodeAt(end) <= 0x39) end++
  return end - at
}

const isLetterAt = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at) | 0x20
  return code >= 0x61 && code <= 0x7a
}

const shortYear = (year: number): number => (year < 70 ? year + 2000 : year < 100 ? year + 1900 : year)

function readWord(text: string, at: number, found: Found): void {
  const word = text.slice(at, at + 3).toLowerCase()
  const month = MONTHS.indexOf(word as (typeof MONTHS)[number])
  if (found.month === null && month >= 0) found.month = month
  else if (found.zoneName === '' && Object.hasOwn(ZONES, word)) found.zoneName = word
  else if (found.zoneName === '' && word.startsWith('ut') && !isLetterAt(text, at + 2)) found.zoneName = 'gmt'
}

/** `+0130`, `-7`: only one, and only on Greenwich time. Where reading goes on. */
function readOffset(text: string, at: number, found: Found): number {
  if (found.zone !== null || (found.zoneName !== '' && found.zoneName !== 'gmt')) return at + 1
  const digits = digitsAt(text, at + 1)
  if (digits !== 1 && digits !== 2 && digits !== 4) return at + 1
  const value = Number(text.slice(at + 1, at + 1 + digits))
  const minutes = digits === 4 ? Math.floor(value / 100) * 60 + (value % 100) : value * 60
  found.zone = text.charAt(at) === '-' ? -minutes : minutes
  found.zoneName = 'gmt'
  return at + 1
}

/** `h:mm`, `hh:mm:ss`, `h:mm pm`. Where reading goes on. */
function readTime(text: string, at: number, found: Found): number {
  if (found.hour >= 0 && found.minute >= 0) return at
  const hours = digitsAt(text, at)
  if (hours > 2) return at
  let hour = Number(text.slice(at, at + hours))
  const minuteAt = at + hours + 1
  const minutes = digitsAt(text, minuteAt)
  if (minutes === 0 || minutes > 2) return minuteAt
  const secondAt = minuteAt + minutes + (text.charAt(minuteAt + minutes) === ':' ? 1 : 0)
  const seconds = digitsAt(text, secondAt)
  if (seconds > 2) return secondAt
  const end = secondAt + seconds
  // Without seconds NSPR takes the character that stands there for a digit.
  const code = secondAt < text.length ? text.charCodeAt(secondAt) : 0
  const second = seconds === 2 ? Number(text.slice(secondAt, end)) : ((code << 24) >> 24) - 0x30
  if (hour <= 12) {
    let after = end
    while (text.charAt(after) === ' ' || text.charAt(after) === '\t') after++
    const half = text.slice(after, after + 2).toLowerCase()
    if (half === 'pm' && hour !== 12) hour += 12
    else if (half === 'am' && hour === 12) hour = 0
  }
  found.hour = hour
  found.minute = Number(text.slice(minuteAt, minuteAt + minutes))
  found.second = second
  return end
}

/** `6/16/95`, `16-6-1995`, `95-06-05`. Where reading goes on. */
function readNumericDate(text: string, at: number, found: Found): number {
  if (found.month !== null) return at
  const parts = /(\d{1,2})[/-](\d{1,2})[/-](\d{4,5}|\d{1,2})(?![0-9A-Za-z])/y
  parts.lastIndex = at
  const match = parts.exec(text)
  if (match === null) return at
  const [first, second, third] = [Number(match[1]), Number(match[2]), Number(match[3])]
  const end = at + match[0].length
  if (first > 31 || first === 0) {
    if (second > 12 || third > 31) return at
    found.year = shortYear(first)
    found.month = second - 1
    found.day = third
  } else if (first > 12 && second > 12) return end
  else {
    found.day = first > 12 ? first : second
    found.month = (first > 12 ? second : first) - 1
    found.year = shortYear(third)
  }
  return end
}

/** A number on its own: a day, or a year. */
function readNumber(text: string, at: number, length: number, found: Found): void {
  const value = Number(text.slice(at, at + length))
  if (length === 4 || length === 5) {
    if (found.year < 0) found.year = value
  } else if (length === 2 && found.day < 0 && value < 32) found.day = value
  else if (length === 2) {
    if (found.year < 0) found.year = shortYear(value)
  } else if (length === 1 && found.day < 0) found.day = value
}

/** One token of any kind. Where reading goes on. */
function readToken(text: string, at: number, found: Found): number {
  if (isLetterAt(text, at)) {
    readWord(text, at, found)
    return at
  }
  const char = text.charAt(at)
  if (char === '+' || char === '-') return readOffset(text, at, found)
  const length = digitsAt(text, at)
  if (length === 0) return at
  const next = text.charAt(at + length)
  if (next === ':') return readTime(text, at, found)
  if ((next === '/' || next === '-') && digitsAt(text, at + length + 1) > 0) return readNumericDate(text, at, found)
  if (!isLetterAt(text, at + length)) readNumber(text, at, length, found)
  return at
}

/** Past the token and what stands between it and the next. */
function nextToken(text: string, from: number, yearFound: boolean): number {
  let at = from
  while (at < text.length && !TOKEN_ENDS.includes(text.charAt(at))) at++
  for (;;) {
    while (at < text.length && SKIPPED.includes(text.charAt(at))) at++
    if (text.charAt(at) !== '-') return at
    if (!(isLetterAt(text, at - 1) && !yearFound) && digitsAt(text, at + 1) > 0) return at
    at++
  }
}

/** Gecko reads `Expires` by NSPR's `PR_ParseTimeString`: almost any order, zones included, days run over months. */
export function nsprDate(text: string): number | null {
  const found: Found = { month: null, day: -1, year: -1, hour: -1, minute: -1, second: -1, zone: null, zoneName: '' }
  let at = 0
  for (let count = 0; at < text.length; count++) {
    if (count > MOST_TOKENS) return null
    at = nextToken(text, readToken(text, at, found), found.year >= 0)
  }
  if (found.month === null || found.day < 0 || found.year < 0 || found.year > 0x7fff) return null
  const zone = found.zone ?? ZONES[found.zoneName] ?? 0
  const date = new Date(0)
  date.setUTCFullYear(found.year, found.month, found.day)
  const [hour, minute] = [Math.max(found.hour, 0), Math.max(found.minute, 0)]
  const second = found.second === -1 ? 0 : found.second
  return date.getTime() + (hour * 3600 + (minute - zone) * 60 + second) * 1000
}
