import type { CookieDialect } from './dialect.ts'
import { HTTP_DATE_LENGTH, httpDate } from './http-date.ts'
import type { Parts } from './parts.ts'
import { BIT, type Reading, saw } from './reading.ts'

/** Ages without a sign, and of so few digits, are read alike everywhere. */
const USUAL_DIGITS = 9

/** The number that the digits between two places make; null where they are no usual age. */
function usualAge(line: string, from: number, to: number): number | null {
  if (to - from > USUAL_DIGITS) return null
  let seconds = 0
  for (let at = from; at < to; at++) {
    const digit = line.charCodeAt(at) - 0x30
    if (digit < 0 || digit > 9) return null
    seconds = seconds * 10 + digit
  }
  return seconds
}

/** Nearly all dates are of one form, which all read alike; the others are read as the dialect does. */
function readDate(reading: Reading, parts: Parts, dialect: CookieDialect): void {
  const { line, expiresFrom, expiresTo } = parts
  const usual = expiresTo - expiresFrom === HTTP_DATE_LENGTH ? httpDate(line, expiresFrom) : null
  if (usual === null) reading.common = false
  reading.expires = usual ?? dialect.date(line.slice(expiresFrom, expiresTo))
}

/** libsoup keeps one point in time, which the later of both attributes sets. */
function readLaterAge(reading: Reading, parts: Parts, dialect: CookieDialect): void {
  const age = dialect.maxAge(parts.value)
  if (age === null) return
  reading.expires = null
  reading.maxAge = age === 'session' ? null : age
}

export function readMaxAge(reading: Reading, parts: Parts, dialect: CookieDialect): void {
  saw(BIT.maxAge, reading, parts)
  parts.maxAgeFrom = parts.valueFrom
  parts.maxAgeTo = parts.valueTo
  if (parts.valueTo === parts.valueFrom) reading.common = false
  if (dialect.laterAgeCounts) readLaterAge(reading, parts, dialect)
}

export function readExpires(reading: Reading, parts: Parts, dialect: CookieDialect): void {
  saw(BIT.expires, reading, parts)
  parts.expiresFrom = parts.valueFrom
  parts.expiresTo = parts.valueTo
  if (parts.valueTo === parts.valueFrom) reading.common = false
  if (!dialect.laterAgeCounts) return
  reading.maxAge = null
  readDate(reading, parts, dialect)
}

/** RFC 6265bis section 5.7: `Max-Age` has precedence; without a valid one, `Expires`. */
export function settleAge(reading: Reading, parts: Parts, dialect: CookieDialect): void {
  const { line, maxAgeFrom, maxAgeTo, expiresFrom, expiresTo } = parts
  if (maxAgeTo > maxAgeFrom) {
    const usual = usualAge(line, maxAgeFrom, maxAgeTo)
    const age = usual ?? dialect.maxAge(line.slice(maxAgeFrom, maxAgeTo))
    if (usual === null) reading.common = false
    if (age === null) reading.ageUnread = true
    else if (age !== 'session') reading.maxAge = age
  }
  if (expiresTo === expiresFrom) return
  if (maxAgeTo > maxAgeFrom) reading.common = false
  if (reading.maxAge !== null) return
  readDate(reading, parts, dialect)
  if (reading.expires === null) reading.ageUnread = true
}
