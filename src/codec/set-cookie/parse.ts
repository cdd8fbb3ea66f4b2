import { readExpires, readMaxAge, settleAge } from './ages.ts'
import type { CookieDialect } from './dialect.ts'
import type { OctetLine } from './octets.ts'
import type { CookiePriority, ParsedCookie, SameSite } from './parsed-cookie.ts'
import { Parts } from './parts.ts'
import { BIT, Reading } from './reading.ts'
import { soupEnd } from './soup-end.ts'
import { wordOf } from './word.ts'

const PATH = wordOf('path')
const DOMAIN = wordOf('domain')
const SECURE = wordOf('secure')
const EXPIRES = wordOf('expires')
const MAX_AGE = wordOf('max-age')
const HTTP_ONLY = wordOf('httponly')
const SAME_SITE = wordOf('samesite')
const PRIORITY = wordOf('priority')
const PARTITIONED = wordOf('partitioned')

/** RFC 6265bis section 5.6 steps 2 to 5: the name and the value. */
function readPair(reading: Reading, parts: Parts, dialect: CookieDialect): void {
  parts.next()
  if (!parts.equals || parts.nameTo === parts.nameFrom || parts.comma) reading.common = false
  if (parts.equals && !(dialect.stopsEarly && parts.comma)) {
    reading.name = parts.name
    reading.value = parts.value
  } else if (dialect.nameless) reading.value = parts.whole
  else reading.name = parts.name
  if (reading.name !== '') return
  if (reading.value === '') reading.refuse('empty-cookie')
  else if (!dialect.nameless) reading.refuse('nameless')
  else if (!dialect.namelessEquals && reading.value.includes('=')) reading.refuse('nameless-with-equals')
}

/** RFC 6265bis section 5.6.7: Lax, Strict, None in any case; anything else is as good as none. */
function sameSiteOf(value: string): SameSite {
  const word = value.toLowerCase()
  return word === 'lax' || word === 'strict' || word === 'none' ? word : 'unset'
}

function priorityOf(value: string): CookiePriority {
  const word = value.toLowerCase()
  return word === 'low' || word === 'high' ? word : 'medium'
}

function readDomain(reading: Reading, parts: Parts): void {
  reading.saw(BIT.domain)
  reading.domain = parts.value
}

function readSameSite(reading: Reading, parts: Parts, dialect: CookieDialect): void {
  reading.saw(BIT.sameSite)
  const sameSite = sameSiteOf(parts.value)
  const counts = dialect.otherSameSiteCounts || sameSite === 'lax' || sameSite === 'strict'
  if (counts || reading.sameSite === 'unset') reading.sameSite = sameSite
}

/** RFC 6265bis sections 5.6.1 to 5.6.4 and 5.6.7: an attribute that has a value. */
function readValued(reading: Reading, parts: Parts, dialect: CookieDialect): void {
  if (parts.is(PATH)) {
    reading.saw(BIT.path)
    reading.path = parts.value
  } else if (parts.is(DOMAIN)) readDomain(reading, parts)
  else if (parts.is(EXPIRES)) readExpires(reading, parts, dialect)
  else if (parts.is(MAX_AGE)) readMaxAge(reading, parts, dialect)
  else if (parts.is(SAME_SITE)) readSameSite(reading, parts, dialect)
  else if (parts.is(PRIORITY)) reading.priority = priorityOf(parts.value)
}

/** RFC 6265bis sections 5.6.5 and 5.6.6: an attribute that is there or not; then the others. */
function readAttribute(reading: Reading, parts: Parts, dialect: CookieDialect): void {
  if (parts.is(SECURE)) {
    reading.saw(BIT.secure)
    reading.secure = true
  } else if (parts.is(HTTP_ONLY)) {
    reading.saw(BIT.httpOnly)
    reading.httpOnly = true
  } else if (parts.is(PARTITIONED)) {
    reading.saw(BIT.partitioned)
    reading.partitioned = true
  } else if (parts.equals || dialect.bareAttributes) {
    if (!parts.equals) reading.common = false
    readValued(reading, parts, dialect)
  }
}

/**
 * Reads a `Set-Cookie` line as the dialect's browser does (RFC 6265bis section 5.6). Takes any line, in linear time.
 */
export function parseSetCookie({ octets, controls, ascii }: OctetLine, dialect: CookieDialect): ParsedCookie {
  const usual = ascii && controls === 'none'
  const reading = new Reading(usual && !dialect.laterAgeCounts)
  const parts = new Parts(dialect.stopsEarly && !usual ? octets.slice(0, soupEnd(octets)) : octets)
  const checked = controls !== 'none' && !dialect.stopsEarly
  readPair(reading, parts, dialect)
  if (controls === 'spoilt' || (checked && (controls === 'some' || (dialect.tabSpoils && parts.holdsTab()))))
    reading.refuse('control-character')
  while (parts.left && reading.flaw === null) {
    parts.next()
    if (parts.comma) {
      reading.common = false
      if (dialect.stopsEarly) parts.stopAtComma()
    }
    if (checked && dialect.tabSpoils && parts.holdsTab()) reading.refuse('control-character')
    const long = parts.valueTo - parts.valueFrom > dialect.attributeLimit
    if (long && !(dialect.longSameSiteCounts && parts.is(SAME_SITE))) {
      reading.ignored = [...reading.ignored, parts.name]
      reading.common = false
    } else readAttribute(reading, parts, dialect)
  }
  if (!dialect.laterAgeCounts) settleAge(reading, parts.line, dialect)
  return reading
}
