import { MONTHS } from './cookie-date.ts'

/** Eastern, Central, Mountain, Pacific: libsoup counts five hours for each step, from none. */
const AMERICAN_ZONES = 'ECMP'

/** What is left of a date while it is read. */
interface Rest {
  readonly text: string
  at: number
}

const isLetter = (char: string) => (char >= 'a' && char <= 'z') || (char >= 'A' && char <= 'Z')

/** Steps over the characters in `over`. */
function skip(rest: Rest, over: string): void {
  while (rest.at < rest.text.length && over.includes(rest.text.charAt(rest.at))) rest.at++
}

/** `strtoul`: white space, a sign, digits. The number and how many characters it takes; null where there is none. */
function readNumber(rest: Rest): { readonly value: number; readonly length: number } | null {
  const found = /[\t\n\v\f\r ]*([+-]?\d+)/y
  found.lastIndex = rest.at
  const match = found.exec(rest.text)
  if (match === null) return null
  rest.at += match[0].length
  return { value: Number(match[1]), length: match[0].length }
}

function readDay(rest: Rest): number | null {
  const day = readNumber(rest)
  skip(rest, ' -')
  return day !== null && day.value >= 1 && day.value <= 31 ? day.value : null
}

function readMonth(rest: Rest): number | null {
  const month = MONTHS.findIndex(name => rest.text.slice(rest.at, rest.at + 3).toLowerCase() === name)
  if (month < 0) return null
  rest.at += 3
  skip(rest, ' -')
  return month
}

function readYear(rest: Rest): number | null {
  const year = readNumber(rest)
  if (year === null) return null
  skip(rest, ' -')
  const full =
    year.length === 2
      ? year.value + (year.value < 70 ? 2000 : 1900)
      : year.length === 3
        ? year.value + 1900
        : year.value
  return full > 0 && full <= 9999 ? full : null
}

/** Seconds since midnight. */
function readTime(rest: Rest): number | null {
  let seconds = 0
  for (const limit of [24, 60, 60]) {
    if (limit === 60 && rest.text.charAt(rest.at++) !== ':') return null
    const part = readNumber(rest)
    if (part === null || part.value >= limit) return null
    seconds = seconds * 60 + part.value
  }
  skip(rest, ' ')
  return seconds
}

/** `+hhmm`, `+hh:mm`: in minutes. */
function readOffset(rest: Rest): number {
  const number = readNumber(rest)?.value ?? 0
  if (rest.text.charAt(rest.at) !== ':') return Math.trunc(number / 100) * 60 + (number % 100)
  rest.at++
  return number * 60 + (readNumber(rest)?.value ?? 0)
}

/** Minutes east of Greenwich; a zone that is not known, or more than a day away, counts as Greenwich. */
function readZone(rest: Rest): number {
  const zone = rest.text.slice(rest.at)
  const sign = zone.charAt(0)
  if (sign === '+' || sign === '-') {
    rest.at++
    const minutes = readOffset(rest)
    return minutes <= 1440 ? (sign === '-' ? -minutes : minutes) : 0
  }
  if (!/^[ECMP][DS]T/.test(zone)) return 0
  const steps = [...AMERICAN_ZONES].findIndex(letter => zone.includes(letter))
  return steps * -300 + (zone.charAt(1) === 'D' ? 60 : 0)
}

/** libsoup (`soup_date_time_new_from_http_string`): a weekday, then either asctime's order or RFC 5322's. */
export function soupDate(text: string): number | null {
  const rest: Rest = { text, at: 0 }
  skip(rest, ' \t\n\v\f\r')
  if (isLetter(text.charAt(rest.at))) {
    while (isLetter(text.charAt(rest.at))) rest.at++
    if (text.charAt(rest.at) === ',') rest.at++
    skip(rest, ' \t\n\v\f\r')
  }
  const asctime = isLetter(text.charAt(rest.at))
  const first = asctime ? readMonth(rest) : readDay(rest)
  const second = first === null ? null : asctime ? readDay(rest) : readMonth(rest)
  const third = second === null ? null : asctime ? readTime(rest) : readYear(rest)
  const fourth = third === null ? null : asctime ? readYear(rest) : readTime(rest)
  if (first === null || second === null || third === null || fourth === null) return null
  const [day, month, year, time] = asctime ? [second, first, fourth, third] : [first, second, third, fourth]
  const zone = asctime ? 0 : readZone(rest)
  const date = new Date(0)
  date.setUTCFullYear(year, month, day)
  if (date.getUTCMonth() !== month) return null
  return date.getTime() + (time - zone * 60) * 1000
}
