import type { CookieDialect } from './dialect.ts'
import { HTTP_DATE_LENGTH, httpDate } from './http-date.ts'
import type { OctetLine } from './octets.ts'
import type { CookiePriority, ParsedCookie, ParseFlaw, SameSite } from './parsed-cookie.ts'
import { Parts } from './parts.ts'
import { soupEnd } from './soup-end.ts'
import { wordOf } from './word.ts'

const NONE: readonly string[] = []

/** Ages without a sign, and of so few digits, are read alike everywhere. */
const isUsualAge = (text: string): boolean => text.length <= 9 && text.charCodeAt(0) >= 0x30

/** What is read so far. */
class Reading implements ParsedCookie {
  name = ''
  value = ''
  domain = ''
  path = ''
  secure = false
  httpOnly = false
  partitioned = false
  sameSite: SameSite = 'unset'
  maxAge: number | null = null
  expires: number | null = null
  priority: CookiePriority = 'medium'
  ignored = NONE
  repeated = false
  ageUnread = false
  flaw: ParseFlaw | null = null
  common: boolean
  /** Where the value of the last `Max-Age` and of the last `Expires` lies. */
  maxAgeFrom = 0
  maxAgeTo = 0
  expiresFrom = 0
  expiresTo = 0
  private seen = 0

  constructor(common: boolean) {
    this.common = common
  }

  /** Notes that an attribute of the kind with this bit is there. */
  saw(bit: number): void {
    if ((this.seen & bit) !== 0) {
      this.repeated = true
      this.common = false
    }
    this.seen |= bit
  }

  refuse(flaw: ParseFlaw): void {
    this.flaw ??= flaw
    this.common = false
  }
}

const PATH = wordOf('path')
const DOMAIN = wordOf('domain')
const SECURE = wordOf('secure')
const EXPIRES = wordOf('expires')
const MAX_AGE = wordOf('max-age')
const HTTP_ONLY = wordOf('httponly')
const SAME_SITE = wordOf('samesite')
const PRIORITY = wordOf('priority')
const PARTITIONED = wordOf('partitioned')

const BIT = { secure: 1, httpOnly: 2, partitioned: 4, path: 8, domain: 16, sameSite: 32, maxAge: 64, expires: 128 }

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

function readMaxAge(reading: Reading, parts: Parts, dialect: CookieDialect): void {
  reading.saw(BIT.maxAge)
  reading.maxAgeFrom = parts.valueFrom
  reading.maxAgeTo = parts.valueTo
  if (parts.valueTo === parts.valueFrom) reading.common = false
  if (dialect.laterAgeCounts) readLaterAge(reading, parts, dialect)
}

function readExpires(reading: Reading, parts: Parts, dialect: CookieDialect): void {
  reading.saw(BIT.expires)
  reading.expiresFrom = parts.valueFrom
  reading.expiresTo = parts.valueTo
  if (parts.valueTo === parts.valueFrom) reading.common = false
  if (!dialect.laterAgeCounts) return
  reading.maxAge = null
  readDate(reading, parts.line, dialect)
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

/** RFC 6265bis section 5.7: `Max-Age` has precedence; without a valid one, `Expires`. */
function settleAge(reading: Reading, line: string, dialect: CookieDialect): void {
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
