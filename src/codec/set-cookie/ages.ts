import type { CookieDialect } from './dialect.ts'
import { HTTP_DATE_LENGTH, httpDate } from './http-date.ts'
import type { Parts } from './parts.ts'
import { BIT, type Reading } from './reading.ts'

/** Ages without a sign, and of so few digits, are read alike everywhere. */
const isUsualAge = (text: string): boolean => text.length <= 9 && text.charCodeAt(0) >= 0x30

/** Nearly all dates are of one form, which all read alike; the others are read as the dialect does. */
function readDate(reading: Reading, line: string, dialect: CookieDialect): void {
  const { expiresFrom, expiresTo } = reading
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
  reading.saw(BIT.maxAge)
  reading.maxAgeFrom = parts.valueFrom
  reading.maxAgeTo = parts.valueTo
  if (parts.valueTo === parts.valueFrom) reading.common = false
  if (dialect.laterAgeCounts) readLaterAge(reading, parts, dialect)
}

export function readExpires(reading: Reading, parts: Parts, dialect: CookieDialect): void {
  reading.saw(BIT.expires)
  reading.expiresFrom = parts.valueFrom
  reading.expiresTo = parts.valueTo
  if (parts.valueTo === parts.valueFrom) reading.common = false
  if (!dialect.laterAgeCounts) return
  reading.maxAge = null
  readDate(reading, parts.line, dialect)
}

/** RFC 6265bis section 5.7: `Max-Age` has precedence; without a valid one, `Expires`. */
export function settleAge(reading: Reading, line: string, dialect: CookieDialect): void {
  const { maxAgeFrom, maxAgeTo, expiresFrom, expiresTo } = reading
  if (maxAgeTo > maxAgeFrom) {
    const text = line.slice(maxAgeFrom, maxAgeTo)
    const age = dialect.maxAge(text)
    if (age === null) reading.ageUnread = true
    else if (age !== 'session') reading.maxAge = age
    if (age === null || !isUsualAge(text)) reading.common = false
  }
  if (expiresTo === expiresFrom) return
  if (maxAgeTo > maxAgeFrom) reading.common = false
  if (reading.maxAge !== null) return
  readDate(reading, line, dialect)
  if (reading.expires === null) reading.ageUnread = true
}
